/// A stated fact: a strict rule without premises.
public struct Fact: Sendable {
  /// What it says.
  public let predicate: SignedPredicate
  /// The index of its first argument in `Program.factArguments`; the others follow.
  public let arguments: UInt32
  /// The index of its particulars in `Program.particulars`; 0 for none.
  public let particulars: UInt32
  /// Whether it was not written, but follows from the fact before it: "may a" from "must a", "need not a"
  /// from "must not a".
  public let isImplied: Bool

  /// Creates a fact; only the checker does.
  init(
    predicate: SignedPredicate, arguments: UInt32, particulars: UInt32, isImplied: Bool = false
  ) {
    self.predicate = predicate
    self.arguments = arguments
    self.particulars = particulars
    self.isImplied = isImplied
  }

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
