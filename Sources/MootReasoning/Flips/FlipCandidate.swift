public import MootLanguage

/// One change that may flip a verdict, alone or with others.
public struct FlipCandidate: Sendable {
  /// The change.
  public let change: Change
  /// What kind of change it is.
  public let kind: Kind

  /// The kinds of changes, in the order they are told.
  public enum Kind: Int, Sendable, CaseIterable {
    /// A sentence to suppose.
    case assumption
    /// A stated fact to drop.
    case retraction
    /// A rule or contention to switch off.
    case withdrawal
    /// A preference to withdraw or to add.
    case preference
    /// Another date of the answer.
    case date
  }

  /// What is changed, as it is told from other changes.
  enum Key: Hashable {
    case assume(Literal)
    case retract(Literal)
    case without(RuleID)
    case prefer(RuleID, RuleID)
    case asOf(CalendarDate)
    case onArguments(SpeakerID)
  }

  /// What is changed; sentences have no variables.
  var key: Key {
    switch change {
    case .assume(let sentence):
      .assume(Literal(sentence.predicate, sentence.groundArguments ?? []))
    case .retract(let sentence):
      .retract(Literal(sentence.predicate, sentence.groundArguments ?? []))
    case .without(let rule): .without(rule)
    case .prefer(let preferred, let over): .prefer(preferred, over)
    case .asOf(let date): .asOf(date)
    case .onArguments(let speaker): .onArguments(speaker)
    }
  }

  /// Creates a candidate of a change, as it stands in a program.
  init(_ change: Change, in program: Program) {
    self.change = change
    switch change {
    case .assume: kind = .assumption
    case .retract(let sentence):
      if case .precedence = program[sentence.predicate.predicate].kind {
        kind = .preference
      } else {
        kind = .retraction
      }
    case .without(let rule):
      if case .preference = program[rule].kind { kind = .preference } else { kind = .withdrawal }
    case .prefer: kind = .preference
    case .asOf: kind = .date
    case .onArguments: preconditionFailure("a change of many things is no candidate")
    }
  }
}
