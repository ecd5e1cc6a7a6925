/// A stated fact: a strict rule without premises.
public struct Fact: Sendable {
  /// What it says.
  public let predicate: SignedPredicate
  /// Its index in `Program.facts`, by which `FactList.arguments(at:)` finds its arguments.
  public let index: Int
  /// The index of its particulars in `Program.particulars`; 0 for none.
  public let particulars: UInt32
  /// Whether it was not written, but follows from the fact before it: "may a" from "must a", "need not a"
  /// from "must not a".
  public let isImplied: Bool

  /// What is stated along with a fact.
  public struct Particulars: Sendable {
    /// When the state holds.
    public let period: Period
    /// Through whom it reaches us.
    public let attribution: Attribution
    /// What it cites.
    public let cites: [CitationID]
    /// Where it is stated.
    public let span: SourceSpan
  }
}
