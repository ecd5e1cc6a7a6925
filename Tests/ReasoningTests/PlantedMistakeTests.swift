import Testing

@testable import MootReference

/// The comparison finds what it is there to find: an engine with a mistake, and a small theory that shows it.
struct PlantedMistakeTests {
  /// A mistake an engine could make, as a change of the theory the reference reads in its place.
  enum Mistake: String, CaseIterable {
    case forgetsCaps, forgetsStandards, forgetsExceptions, forgetsUndercutters,
      forgetsIncompatibilities
    case readsPresumptionsAsRules, readsDefeatersAsRules, readsOneAlternative,
      readsOneMemberOfExceptions
    case forgetsConditionsOfPreferences, forgetsComparisons
    case forgetsPeriods, forgetsUntil, readsDatesAsAlways, forgetsConditionsOfTotals, forgetsEvery

    /// Whether only theories in time show it.
    var isOfCircumstances: Bool {
      switch self {
      case .forgetsPeriods, .forgetsUntil, .readsDatesAsAlways, .forgetsConditionsOfTotals,
        .forgetsEvery:
        true
      case .forgetsCaps, .forgetsStandards, .forgetsExceptions, .forgetsUndercutters,
        .forgetsIncompatibilities, .readsPresumptionsAsRules, .readsDefeatersAsRules,
        .readsOneAlternative, .readsOneMemberOfExceptions, .forgetsConditionsOfPreferences,
        .forgetsComparisons:
        false
      }
    }

    /// The theory misread.
    func misread(_ theory: FirstOrderTheory) -> FirstOrderTheory {
      var changed = theory
      switch self {
      case .forgetsIncompatibilities: changed.incompatibilities = []
      case .forgetsUndercutters:
        changed.rules.removeAll { if case .application = $0.conclusion { true } else { false } }
        let names = Set(changed.rules.map(\.name))
        changed.rules.removeAll { !$0.subjects.allSatisfy(names.contains) }
      case .readsDatesAsAlways:
        for index in changed.states.indices { changed.states[index].period = .always }
      case .forgetsUntil:
        for index in changed.states.indices { changed.states[index].period.until = nil }
      case .forgetsPeriods:
        for index in changed.rules.indices { changed.rules[index].period = .always }
      case .forgetsEvery, .forgetsConditionsOfTotals, .forgetsCaps, .forgetsStandards,
        .forgetsExceptions, .readsPresumptionsAsRules,
        .readsDefeatersAsRules,
        .readsOneAlternative, .readsOneMemberOfExceptions, .forgetsConditionsOfPreferences,
        .forgetsComparisons:
        for index in changed.rules.indices { misread(&changed.rules[index]) }
      }
      return changed
    }

    /// A rule misread.
    private func misread(_ rule: inout FirstOrderTheory.Rule) {
      switch self {
      case .forgetsCaps: rule.cap = 4
      case .forgetsExceptions: rule.exceptions = []
      case .readsPresumptionsAsRules: if rule.force == .presumption { rule.force = .defeasible }
      case .readsDefeatersAsRules: if rule.force == .defeater { rule.force = .defeasible }
      case .readsOneAlternative: rule.alternatives = [rule.alternatives[0]]
      case .readsOneMemberOfExceptions: rule.exceptions = rule.exceptions.map { [$0[0]] }
      case .forgetsConditionsOfPreferences:
        if case .preference = rule.conclusion { (rule.alternatives, rule.exceptions) = ([[]], []) }
      case .forgetsStandards:
        rule.alternatives = rule.alternatives.map { $0.map(\.plain) }
        rule.exceptions = rule.exceptions.map { $0.map(\.plain) }
      case .forgetsComparisons:
        rule.alternatives = rule.alternatives.map { $0.filter { !$0.isComparison } }
        rule.exceptions = rule.exceptions.map { $0.filter { !$0.isComparison } }
      case .forgetsEvery:
        rule.alternatives = rule.alternatives.map {
          $0.filter { if case .every = $0 { false } else { true } }
        }
      case .forgetsConditionsOfTotals:
        rule.alternatives = rule.alternatives.map { $0.map(\.countingEverything) }
      case .forgetsUndercutters, .forgetsIncompatibilities, .forgetsPeriods, .forgetsUntil,
        .readsDatesAsAlways:
        break
      }
    }
  }

  @Test(arguments: Mistake.allCases)
  func `a mistake is found and shown on a small theory`(mistake: Mistake) throws {
    let comparison = TheoryComparison { standIn(for: mistake.misread($0.theory), named: $0) }
    let differences = (0..<3000).lazy.compactMap { (seed: UInt64) -> Difference? in
      let plain: TheoryKind =
        seed % 2 == 0 || mistake == .forgetsComparisons ? .firstOrder : .ground
      let kind = mistake.isOfCircumstances ? TheoryKind.circumstances : plain
      return comparison.difference(
        on: TheoryDocument(theory: TheoryGenerator.theory(kind, seed: seed), notation: .moot))
    }
    let found = try #require(differences.first)
    let small = comparison.shrunk(found)
    #expect(small.document.theory.rules.count <= 7, "\(small)")
  }

  @Test(arguments: TheoryKind.allCases)
  func `an engine without mistakes is never accused`(kind: TheoryKind) {
    let comparison = TheoryComparison { standIn(for: $0.meaning, named: $0) }
    for seed in TestScale.seed..<TestScale.seed + 200 {
      let theory = TheoryGenerator.theory(kind, seed: seed)
      for notation in kind.isForArrows ? [TheoryDocument.Notation.moot, .dfl] : [.moot] {
        let found = comparison.difference(on: TheoryDocument(theory: theory, notation: notation))
        #expect(found == nil, "seed \(seed)")
      }
    }
  }

  /// The reference's answer to a theory, in the words of a document, as an engine would give it.
  private func standIn(for theory: FirstOrderTheory, named document: TheoryDocument)
    -> EngineConclusions
  {
    guard let judged = JudgedTheory(theory) else { return .grades([:]) }
    let conclusions = judged.conclusions
    if conclusions.incoherence != nil { return .preferenceCycle }
    let atoms = AtomTable(judged.theory)
    let named = TheoryDocument(theory: judged.theory, notation: document.notation)
    let grades = (0..<conclusions.theory.ordinaryCount).map {
      (named.name(atoms.sentence($0)), conclusions.grade(of: $0))
    }
    return .grades(Dictionary(uniqueKeysWithValues: grades.filter { $0.1.upper > 0 }))
  }
}

extension FirstOrderTheory.Condition {
  /// The condition without its standard.
  fileprivate var plain: FirstOrderTheory.Condition {
    sentence.map { .sentence($0, standard: nil) } ?? self
  }

  /// Whether it compares names.
  fileprivate var isComparison: Bool { if case .comparison = self { true } else { false } }

  /// A total that also goes through what it would have left out by comparing.
  fileprivate var countingEverything: FirstOrderTheory.Condition {
    guard case .total(var total) = self else { return self }
    total.conditions = [total.conditions[0]]
    return .total(total)
  }
}
