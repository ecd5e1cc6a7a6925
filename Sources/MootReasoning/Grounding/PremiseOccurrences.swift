import MootLanguage

/// Where some rules read the predicates of a component as premises.
struct PremiseOccurrences {
  private var lists: [Int: [Occurrence]] = [:]

  /// A premise of a rule.
  struct Occurrence {
    /// The rule's index.
    let rule: Int
    /// The alternative's index in the rule.
    let alternative: Int
    /// The premise's index in the alternative.
    let position: Int
    /// The premise.
    let sentence: Sentence
    /// The standard it names, 0 for none.
    let standard: UInt8
  }

  /// Finds the premises of `rules` that read `predicates`.
  init(of predicates: Set<Int>, in rules: [Int], _ program: Program) {
    for rule in rules {
      for (alternative, conditions) in program.rules[rule].alternatives.enumerated() {
        for (position, condition) in conditions.enumerated() {
          guard case .sentence(let sentence, let standard) = condition, condition.reads(predicates)
          else { continue }
          lists[Theory.index(of: sentence.predicate), default: []].append(
            Occurrence(
              rule: rule, alternative: alternative, position: position, sentence: sentence,
              standard: standard?.rawValue ?? 0))
        }
      }
    }
  }

  /// The premises that read a signed predicate, by `Theory.index(of:)`.
  subscript(predicate: Int) -> [Occurrence] { lists[predicate] ?? [] }
}
