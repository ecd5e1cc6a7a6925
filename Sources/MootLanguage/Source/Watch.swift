/// Tells work on many rows, lines or statements when to stop.
///
/// A class because whoever has the work done sees afterwards whether it was done to the end.
public final class Watch {
  /// Whether the work was stopped.
  public private(set) var isStopped = false
  private let condition: () -> Bool
  private var untilNextLook = 0

  /// How many steps are taken between two looks.
  private static let stepsBetweenLooks = 16_384

  /// As how many steps a statement or a rule counts: a small part of a millisecond, as a row of a table does.
  static let statement = 64

  /// Watches by a condition that is asked now and then, and never again once it does not hold.
  public init(_ condition: @escaping () -> Bool = { true }) { self.condition = condition }

  /// Whether the work may go on after so many steps more.
  public func goesOn(after steps: Int) -> Bool {
    untilNextLook -= steps
    return untilNextLook < 0 ? goesOnNow() : !isStopped
  }

  /// Whether the work may go on, by a look that is taken now: before a step that takes long.
  public func goesOnNow() -> Bool {
    guard !isStopped else { return false }
    untilNextLook = Self.stepsBetweenLooks
    isStopped = !condition()
    return !isStopped
  }
}
