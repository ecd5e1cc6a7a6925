import MootLanguage

/// The facts of a program by what they state, found when they are first asked for.
///
/// A class because cases share what was found for the facts they have in common.
final class StatedFacts {
  /// How many facts are grouped; those behind them are few, and gone through.
  private let count: Int
  private var groups: [SignedPredicate: [Int]]?

  /// Prepares the grouping of all facts of a program.
  convenience init(_ program: Program) { self.init(count: program.facts.count) }

  /// Prepares the grouping of the first facts of programs.
  init(count: Int) { self.count = count }

  /// The facts that state something of a signed predicate, in source order.
  func stating(_ predicate: SignedPredicate, in program: Program) -> [Int] {
    let known =
      groups
      ?? Dictionary(grouping: program.facts.indices.prefix(count)) { program.facts[$0].predicate }
    groups = known
    let added = program.facts.indices.dropFirst(count)
    return (known[predicate] ?? []) + added.filter { program.facts[$0].predicate == predicate }
  }
}
