import MootLanguage

/// A change of a theory after which the engine must conclude the same, up to what things are called.
enum TheoryMetamorphosis: Int, CaseIterable, Sendable {
  /// Statements, alternatives, conditions and exceptions in another order.
  case shuffling

  /// Other names for things, relations, rules and variables.
  case renaming

  /// Facts and rules about what nothing asks for.
  case adding

  /// A sentence in the place of its contrary, everywhere.
  case swapping

  /// Every date 28 years later, when the calendar is the same.
  case shifting

  /// The text as `moot format` lays it out, which is the same when laid out again.
  case formatting

  /// The text written in the arrow notation by the program, where that can say it.
  case rewriting

  /// The same theory, when only what a question reaches is evaluated.
  case asking

  /// The theory after the change; nothing of it changes for the last three.
  func applied(to theory: FirstOrderTheory, _ random: inout SeededGenerator) -> FirstOrderTheory {
    switch self {
    case .shuffling: theory.shuffled(&random)
    case .renaming: theory.renamed
    case .adding: theory.withIrrelevance(&random)
    case .swapping: theory.swapped(swappedRelation(of: theory))
    case .shifting: theory.shifted(byYears: 28)
    case .formatting, .rewriting, .asking: theory
    }
  }

  /// A sentence of the theory after the change.
  func applied(
    to sentence: FirstOrderTheory.Sentence, of theory: FirstOrderTheory
  ) -> FirstOrderTheory.Sentence {
    self == .swapping && sentence.relation == swappedRelation(of: theory)
      ? sentence.contrary : sentence
  }

  /// The relation that is swapped with its contrary: the first that is no action.
  private func swappedRelation(of theory: FirstOrderTheory) -> Int? {
    theory.relations.firstIndex { !$0.isAction }
  }
}
