/// A stretch of a program's facts that are kept in the same way.
public struct FactRun: Sendable {
  /// The indices of its facts in `Program.facts`.
  public let range: Range<Int>
  /// The facts.
  public let content: Content

  /// How facts are kept.
  public enum Content: Sendable {
    /// Written one by one: each is to be looked up in `Program.facts`.
    case written
    /// In columns. The facts of a row follow one another: what it says and, where there is a companion, what
    /// it says besides.
    case rows(FactRows)
  }
}
