/// Tells a reader of many rows when to stop.
///
/// A class because whoever has the rows read sees afterwards whether they were read to the end.
public final class ReadingWatch {
  /// Whether the reading was stopped.
  public private(set) var isStopped = false
  private let goesOn: () -> Bool
  private var untilNextLook = 0

  /// How many rows are read between two looks.
  private static let rowsBetweenLooks = 16_384

  /// Watches by a condition that is asked now and then, and never again once it does not hold.
  public init(_ goesOn: @escaping () -> Bool = { true }) { self.goesOn = goesOn }

  /// Whether some more rows may be read.
  func goesOn(after rows: Int) -> Bool {
    untilNextLook -= rows
    guard untilNextLook < 0, !isStopped else { return !isStopped }
    untilNextLook = Self.rowsBetweenLooks
    isStopped = !goesOn()
    return !isStopped
  }
}
