import MootLanguage

/// The answer on one day, with what it rests on.
struct Moment {
  /// The answer.
  let answer: Answer
  /// The arguments that apply, in the order of the trace.
  let reasons: [Timeline.Reason]
  /// The program that the ids belong to.
  let program: Program
  /// Whether a limit left out part of what it rests on.
  let isCutShort: Bool
  private let mentions: Mentions

  /// Reads it off an outcome, in which rules read the date of the answer as `clock` says.
  init(of literal: Literal, in outcome: Outcome, _ clock: ClockUse, limits: Limits) {
    let inquiry = Inquiry(outcome, limits: limits)
    answer = inquiry.answer(to: literal, question: nil, bindings: [])
    let explanation = outcome.explanation(of: answer, limits: limits)
    program = outcome.program
    isCutShort = explanation.reachedLimit != nil
    mentions = Mentions(explanation, inquiry)
    var reasons: [Timeline.Reason] = []
    var known: Set<Timeline.Reason> = []
    for (index, section) in explanation.sections.enumerated() {
      for (arguments, side) in [
        (section.supporting, Timeline.Reason.Side.supporting), (section.opposing, .opposing),
      ] {
        for argument in arguments where argument.grade.upper > .unsupported {
          let conclusion = argument.conclusion
          let reason = Timeline.Reason(
            source: argument.source,
            conclusion: program.text(
              of: conclusion.predicate, arguments: program.arguments(of: conclusion, clock)),
            side: index == 0 ? side : .beneath)
          if known.insert(reason).inserted { reasons.append(reason) }
        }
      }
    }
    self.reasons = reasons
  }

  /// Whether the answer is the same, for the same reasons.
  func isLike(_ other: Moment) -> Bool {
    answer.verdict == other.answer.verdict && answer.grade == other.answer.grade
      && answer.contrary == other.answer.contrary
      && answer.isNotForbidden == other.answer.isNotForbidden
      && answer.isProhibitionArguable == other.answer.isProhibitionArguable
      && Set(reasons) == Set(other.reasons)
  }

  /// Whether the explanation speaks of a fact, contention or rule.
  func mentions(_ source: Argument.Source) -> Bool {
    switch source {
    case .rule(let rule): return mentions.rules.contains(rule)
    case .assumed: return false
    case .fact(let index):
      let fact = program.facts[index]
      let literal = Literal(fact.predicate, Array(program.arguments(of: fact)))
      return mentions.facts.contains(index) || mentions.literals.contains(literal)
        || mentions.literals.contains(literal.contrary)
    }
  }
}

extension Program {
  /// The arguments of a conclusion as far as they tell arguments apart on several days: no dates where rules
  /// conclude something about that of the answer, and no dates and numbers where they count from it.
  fileprivate func arguments(of conclusion: Literal, _ clock: ClockUse) -> [ValueID] {
    let predicate = conclusion.predicate.predicate
    return conclusion.arguments.enumerated().map { position, value in
      switch (self[value], clock) {
      case (.entity, _), (_, .ignored), (.number, .compared): value
      case (.date, .compared(let places)):
        places.contains(ArgumentPlace(predicate: predicate, position: position)) ? .none : value
      case (.date, .counted), (.number, .counted): .none
      }
    }
  }
}

/// What an explanation speaks of.
private struct Mentions {
  var facts: Set<Int> = []
  var rules: Set<RuleID> = []
  var literals: Set<Literal> = []

  init(_ explanation: Explanation, _ inquiry: Inquiry) {
    for section in explanation.sections {
      literals.insert(section.literal)
      for side in [section.literal] + inquiry.opposed(to: section.literal) {
        // A trace tells instances that are alike once; all of them are spoken of here.
        for instance in inquiry.instances(concluding: side) {
          note([instance.source])
          literals.formUnion(inquiry.literalsRead(by: instance))
        }
      }
      for argument in section.supporting + section.opposing { note(argument) }
      for miss in section.missed { rules.insert(miss.rule) }
    }
  }

  private mutating func note(_ argument: Argument) {
    note([argument.source])
    if case .beaten(let defeats) = argument.fate {
      for defeat in defeats { rules.formUnion(defeat.preferences) }
    }
    for premise in argument.premises + argument.exceptions.flatMap(\.members) { note(premise) }
  }

  private mutating func note(_ premise: Argument.Premise) {
    if case .literal(let literal) = premise.content { literals.insert(literal) }
    switch premise.basis {
    case .fact(let fact, let butSee):
      facts.insert(fact)
      note(butSee)
    case .uncontested(let rule, _): rules.insert(rule)
    case .shownNot(_, let sources, _): note(sources)
    case .gathered(let premises): for premise in premises { note(premise) }
    case .assumed, .conclusion, .computed, .notShown, .leftOpenByDates: break
    }
  }

  private mutating func note(_ sources: [Argument.Source]) {
    for source in sources {
      switch source {
      case .rule(let rule): rules.insert(rule)
      case .fact(let fact): facts.insert(fact)
      case .assumed: break
      }
    }
  }
}
