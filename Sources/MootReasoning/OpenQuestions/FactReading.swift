public import MootLanguage

/// A rule that reads an open fact, and how.
public struct FactReading: Sendable {
  /// The rule.
  public let rule: RuleID
  /// What the rule concludes in the question's explanation; `nil` where no instance of it is told.
  public let conclusion: Literal?
  /// Where it reads the fact.
  public let place: Place
  /// Whether it reads the fact as it is asked for; else it reads the contrary.
  public let isAsAsked: Bool

  /// Where a rule reads something.
  public enum Place: Sendable {
    case premise
    case exception
    /// In a total or `every`, with all other cases that match.
    case gathering
  }
}

extension OpenQuestion {
  /// The rules in the question's explanation whose premises or exceptions read an open fact, in source order.
  ///
  /// Looked for where the fact is so, where it is not, and where all that is open is so.
  ///
  /// - Parameter values: what is known of each fact.
  public func readings(
    of fact: Int, knowing values: [Bool?], limits: Limits = Limits()
  ) -> [FactReading] {
    var conclusions: [RuleID: Literal?] = [:]
    for choice in [true, false] {
      var known = values
      known[fact] = choice
      note(rulesExplaining: scenario(knowing: known), limits, into: &conclusions)
    }
    var known = values.map { $0 ?? true }
    known[fact] = true
    note(rulesExplaining: scenario(knowing: known), limits, into: &conclusions)
    return conclusions.keys.sorted().flatMap { rule in
      readings(of: facts[fact].literal, by: rule, concluding: conclusions[rule] ?? nil)
    }
  }

  /// Notes the rules in the explanation of the question, each with a conclusion of it.
  private func note(
    rulesExplaining scenario: Scenario, _ limits: Limits,
    into conclusions: inout [RuleID: Literal?]
  ) {
    let outcome = evaluate(scenario, limits: limits)
    guard outcome.preferenceCycles.isEmpty else { return }
    for section in outcome.explanation(of: literal, limits: limits).sections {
      for argument in section.supporting + section.opposing {
        if case .rule(let rule) = argument.source { conclusions[rule] = argument.conclusion }
        guard case .beaten(let defeats) = argument.fate else { continue }
        for rule in defeats.flatMap(\.preferences) where conclusions[rule] == nil {
          conclusions[rule] = .some(nil)
        }
      }
      for miss in section.missed where conclusions[miss.rule] == nil {
        conclusions[miss.rule] = .some(nil)
      }
    }
  }

  /// How one rule reads a literal; nothing where it does not.
  private func readings(
    of literal: Literal, by rule: RuleID, concluding conclusion: Literal?
  ) -> [FactReading] {
    // A preference that a change added is no rule of the program.
    guard Int(rule.raw) < scenario.program.rules.count else { return [] }
    let definition = scenario.program[rule]
    let places: [(FactReading.Place, [[Condition]])] = [
      (.premise, definition.alternatives), (.exception, definition.exceptions),
    ]
    var readings: [FactReading] = []
    for (place, conditions) in places {
      let sentences = conditions.joined().filter { !$0.isGathering }.flatMap(\.sentences)
      for isAsAsked in [true, false] {
        let read = isAsAsked ? supposed(literal) : [literal.contrary]
        let isRead = sentences.contains { sentence in
          read.contains { $0.predicate == sentence.predicate && sentence.matches($0.arguments) }
        }
        guard isRead else { continue }
        readings.append(
          FactReading(rule: rule, conclusion: conclusion, place: place, isAsAsked: isAsAsked))
      }
    }
    let gathered = (definition.alternatives + definition.exceptions).joined()
      .filter(\.isGathering).flatMap(\.sentences)
    let isGathered = gathered.contains { sentence in
      (supposed(literal) + [literal.contrary]).contains {
        $0.predicate == sentence.predicate && sentence.matches($0.arguments)
      }
    }
    if isGathered {
      readings.append(
        FactReading(rule: rule, conclusion: conclusion, place: .gathering, isAsAsked: true))
    }
    return readings
  }

  /// A literal, and what follows from it for an action.
  private func supposed(_ literal: Literal) -> [Literal] {
    [literal]
      + [scenario.program.weakened(literal.predicate)].filter { $0 != literal.predicate }
      .map { Literal($0, literal.arguments) }
  }
}

extension Outcome {
  /// The answer for one literal, whether it is arguable or not.
  public func answer(to literal: Literal, limits: Limits = Limits()) -> Answer {
    Inquiry(self, limits: limits).answer(to: literal, question: nil, bindings: [])
  }

  /// The reasons for the answer for one literal.
  public func explanation(of literal: Literal, limits: Limits = Limits()) -> Explanation {
    explanation(of: answer(to: literal, limits: limits), limits: limits)
  }
}

extension Condition {
  /// Whether it goes by many cases together.
  fileprivate var isGathering: Bool {
    switch self {
    case .universal, .aggregate: true
    case .sentence, .comparison, .calculation, .past: false
    }
  }
}
