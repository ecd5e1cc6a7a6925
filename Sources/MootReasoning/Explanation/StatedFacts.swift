import MootLanguage

/// The facts of a program by what they state.
///
/// A class because cases share what was found for the facts they have in common.
final class StatedFacts {
  /// How many facts are looked up; those behind them are few, and gone through.
  private let count: Int
  private var finder: FactFinder

  /// Prepares looking up all facts of a program, which others may be added to.
  init(_ program: Program) {
    count = program.facts.count
    finder = FactFinder(program)
  }

  /// The facts that state a literal, whatever their dates, in source order.
  func stating(_ literal: Literal, in program: Program) -> [Int] {
    let arguments = literal.arguments.map(\.raw)
    let known = finder.facts(about: Int(literal.predicate.predicate.raw), arguments)
    let added = program.facts.indices.dropFirst(count).filter { index in
      program.facts.arguments(at: index).elementsEqual(literal.arguments)
    }
    return (known + added).filter { program.facts[$0].predicate == literal.predicate }
  }
}
