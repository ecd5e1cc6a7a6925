public import MootLanguage

/// What is to be said of a change beside its effect: mostly that it can have none.
public struct ChangeRemark: Sendable {
  /// The index of the change among those of the scenario.
  public let change: Int
  /// What is to be said.
  public let content: Content

  /// What can be said of a change.
  public enum Content: Sendable {
    /// Nothing states what is retracted; these rules could conclude it.
    case unsaid(concludedBy: [RuleID])
    /// What is supposed is a stated fact already.
    case alreadySo
    /// The rule base has this preference already, by the name of its rule where it has one.
    case alreadyPreferred(RuleID?)
    /// The rule base prefers the other way round, by the name of its rule where it has one.
    case preferredOtherwise(RuleID?)
    /// The conclusions of the two rules never conflict.
    case noClash
    /// Nobody argues anything in the name of the speaker.
    case noArguments
    /// It is the date of the rule base.
    case sameDate
  }
}

extension Scenario {
  /// What is to be said of its changes, in their order.
  public var remarks: [ChangeRemark] {
    changes.indices.flatMap { index in
      remarks(on: index).map { ChangeRemark(change: index, content: $0) }
    }
  }

  private func remarks(on index: Int) -> [ChangeRemark.Content] {
    switch changes[index] {
    case .assume(let sentence): return isStated(sentence) ? [.alreadySo] : []
    case .retract(let sentence):
      guard dropped(by: index).isEmpty, !isAssumed(sentence) else { return [] }
      return [.unsaid(concludedBy: program.rules(concluding: sentence.predicate))]
    case .without: return []
    case .prefer(let preferred, let other): return remarks(preferring: preferred, over: other)
    case .asOf(let date): return date == program.asOf ? [.sameDate] : []
    case .onArguments(let speaker):
      let isHeard = program.rules.contains { rule in
        (rule.attribution.arguedBy + rule.attribution.heldBy).contains {
          program.speaks($0, for: speaker)
        }
      }
      return isHeard ? [] : [.noArguments]
    }
  }

  /// Whether a sentence is supposed, so that to retract it concerns that.
  private func isAssumed(_ pattern: Sentence) -> Bool {
    assumptions.contains { $0.predicate == pattern.predicate && pattern.matches($0.arguments) }
  }

  /// Whether a sentence is stated for all dates, and no change drops anything.
  private func isStated(_ sentence: Sentence) -> Bool {
    guard let arguments = sentence.groundArguments,
      changes.indices.allSatisfy({ dropped(by: $0).isEmpty })
    else { return false }
    let stated = program.facts.firstIndex(of: sentence.predicate, matching: arguments) {
      program.particulars[Int(program.facts[$0].particulars)].period.isAlways
    }
    return stated != nil
  }

  private func remarks(preferring first: RuleID, over second: RuleID) -> [ChangeRemark.Content] {
    if let known = preference(of: first, over: second) { return [.alreadyPreferred(known.rule)] }
    if let known = preference(of: second, over: first) { return [.preferredOtherwise(known.rule)] }
    return program.canClash(first, second) ? [] : [.noClash]
  }

  /// The unconditional preference of the rule base between two rules, if it has one and no change drops it.
  private func preference(of first: RuleID, over second: RuleID) -> StandingPreference? {
    for (index, rule) in program.rules.enumerated() {
      guard rule.kind == .preference(preferred: first, over: second),
        rule.alternatives.allSatisfy(\.isEmpty), rule.exceptions.isEmpty
      else { continue }
      let id = RuleID(raw: UInt32(index))
      if changes.indices.allSatisfy({ !dropped(by: $0).contains(.rule(id)) }) {
        return StandingPreference(rule: id)
      }
    }
    let (low, high) = first < second ? (first, second) : (second, first)
    let kind = Predicate.Kind.precedence(first: low, second: high)
    let isStated =
      program.predicates.firstIndex { $0.kind == kind }.map { index in
        let predicate = SignedPredicate(
          PredicateID(raw: UInt32(index)), isPositive: first == low)
        let any: [ValueID?] = Array(repeating: nil, count: program.predicates[index].arity)
        return program.facts.firstIndex(of: predicate, matching: any) != nil
      } ?? false
    return isStated ? StandingPreference(rule: nil) : nil
  }
}

extension Program {
  /// The rules that could conclude something, contentions and defeaters left out.
  fileprivate func rules(concluding predicate: SignedPredicate) -> [RuleID] {
    rules.indices.filter { index in
      let rule = rules[index]
      return rule.kind == .rule && rule.force != .defeater
        && rule.conclusions.contains { $0.predicate == predicate }
    }.map { RuleID(raw: UInt32($0)) }
  }

  /// Whether conclusions of two rules can conflict.
  fileprivate func canClash(_ first: RuleID, _ second: RuleID) -> Bool {
    self[first].conclusions.map(\.predicate).contains { own in
      self[second].conclusions.map(\.predicate).contains { other in
        own == other.contrary
          || incompatibilities.contains { incompatibility in
            let pair = (incompatibility.first.predicate, incompatibility.second.predicate)
            return pair == (own, other) || pair == (other, own)
          }
      }
    }
  }
}

extension Period {
  /// Whether it has no ends.
  fileprivate var isAlways: Bool { from == nil && until == nil }
}

/// A preference of the rule base.
private struct StandingPreference {
  /// The rule that it is; `nil` for the ranking of a theory, which is a fact.
  let rule: RuleID?
}
