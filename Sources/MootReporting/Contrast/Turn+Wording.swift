import MootLanguage
import MootReasoning

/// Puts into words where the reasoning in two outcomes parts.
struct TurnWording {
  /// Both outcomes.
  let contrast: Contrast

  private var program: Program { contrast.program }

  /// How a verdict on a literal changes: "contested → refuted".
  func shift(of parting: Parting) -> String {
    shift(parting.before, parting.after)
  }

  /// An argument with how it fares in both outcomes, and why.
  func words(of turn: Turn, in parting: Parting) -> Report.Phrase {
    let reasons = premises(of: turn) + others(of: turn, in: parting)
    let causes = reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; ")
    let name = Report.Phrase(program.name(of: turn.source), .strong)
    switch turn.source {
    case .assumed: return turn.after == nil ? "no longer supposed" : name
    case .fact: return name + Report.Phrase(brackets(of: turn.source) + causes)
    case .rule:
      let fares = ": " + fares(turn)
      return name + Report.Phrase(brackets(of: turn.source) + fares + causes)
    }
  }

  /// The premises that stand otherwise, those together of which the same is to be said.
  private func premises(of turn: Turn) -> [String] {
    var groups: [(becomes: String, premises: [String])] = []
    for case .premise(let literal, let before, let after) in turn.causes {
      let words = becomes(before, after)
      let premise = "\"\(program.reading(literal))\""
      if let known = groups.firstIndex(where: { $0.becomes == words }) {
        groups[known].premises.append(premise)
      } else {
        groups.append((words, [premise]))
      }
    }
    return groups.map { group in
      let isOne = group.premises.count == 1
      let lead = (isOne ? "its premise " : "its premises ") + listed(group.premises)
      return lead + " " + (isOne ? group.becomes : group.becomes.inPlural)
    }
  }

  /// The other causes, each by itself.
  private func others(of turn: Turn, in parting: Parting) -> [String] {
    turn.causes.compactMap { words(of: $0, making: turn, in: parting) }
  }

  /// Who argues, in brackets; nothing for a preference that is supposed.
  private func brackets(of source: Argument.Source) -> String {
    if case .rule(let rule) = source, Int(rule.raw) >= contrast.before.program.rules.count {
      return ""
    }
    return program.inBrackets(program.voice(of: source))
  }

  /// How an argument fares in both outcomes: "won → fails".
  private func fares(_ turn: Turn) -> String {
    switch (turn.before, turn.after) {
    case (.some(let before), .some(let after)):
      let words = (before.past(in: program), after.present(in: program))
      let isAlike = before.fate.isAlike(after.fate)
      return isAlike
        ? "\(words.0) (\(before.grade.name)) → \(words.1) (\(after.grade.name))"
        : "\(words.0) → \(words.1)"
    case (.some(let before), nil):
      return before.past(in: program) + (turn.isTakenOut ? " → gone" : " → fails")
    case (nil, .some(let after)):
      return (turn.isTakenOut ? "new → " : "failed → ") + after.present(in: program)
    case (nil, nil): return ""
    }
  }

  private func words(of cause: Turn.Cause, making turn: Turn, in parting: Parting)
    -> String?
  {
    switch cause {
    case .premise: return nil
    case .exception(let literal, let before, let after):
      return "its exception \"\(program.reading(literal))\" " + becomes(before, after)
    case .undercutter(let literal, let before, let after):
      return "that \"\(program.reading(literal))\" " + becomes(before, after)
    case .precedence(let literal, let winner, let before, let after):
      let isShown = (before.grade.lower >= .prevailing, after.grade.lower >= .prevailing)
      if isShown == (true, false), after.grade == .none {
        return "\(program[winner].name) no longer prevails over it"
      }
      if isShown == (false, true), before.grade == .none {
        return "\(program[winner].name) now prevails over it"
      }
      return "that \"\(program.reading(literal))\" " + becomes(before, after)
    case .condition(let words, let isMet):
      return "its condition \"\(words)\" is " + (isMet ? "met now" : "no longer met")
    case .opponent(let source, _, _):
      return "now that " + words(ofOpponent: source, in: parting)
    case .change(let index):
      return effect(of: contrast.after.scenario.changes[index], on: turn)
    case .restored: return "no longer set aside"
    case .period(let period):
      let date = turn.after == nil ? contrast.after.asOf : contrast.before.asOf
      let words = date.map { "as of \($0.reading)" } ?? "without a date"
      return "\(period.inWords), and so not \(words)"
    }
  }

  /// What a change does to an argument.
  private func effect(of change: Change, on turn: Turn) -> String {
    turn.after == nil ? change.effect(in: program) : change.label + " here"
  }

  /// An argument of the other side, with what becomes of it.
  private func words(ofOpponent source: Argument.Source, in parting: Parting) -> String {
    let isGone = parting.turns.first { $0.source == source }.map { $0.after == nil } ?? false
    switch source {
    case .assumed:
      return "what conflicts with it is " + (isGone ? "no longer supposed" : "supposed")
    case .fact:
      return isGone ? "a stated fact against it is gone" : "a stated fact is against it"
    case .rule: return program.name(of: source) + " " + state(of: source, in: parting)
    }
  }

  /// What becomes of an argument of the other side.
  private func state(of source: Argument.Source, in parting: Parting) -> String {
    guard let turn = parting.turns.first(where: { $0.source == source }) else { return "turns" }
    guard let after = turn.after else { return turn.isTakenOut ? "is gone" : "fails" }
    return after.present(in: program)
  }

  /// What becomes of a condition: "now holds", "was contested and is refuted".
  private func becomes(_ before: Parting.Standing, _ after: Parting.Standing) -> String {
    if before.grade.lower == .unsupported, before.grade.upper == .unsupported,
      after.grade.lower >= .prevailing
    {
      return "now holds"
    }
    if before.grade.lower >= .prevailing, after.grade.upper == .unsupported {
      return "no longer holds"
    }
    let words = (adjective(before), adjective(after))
    guard words.0 != words.1 else {
      return "was \(before.grade.name) and is \(after.grade.name)"
    }
    return "was \(words.0) and is \(words.1)"
  }

  private func shift(_ before: Parting.Standing, _ after: Parting.Standing) -> String {
    let words = (adjective(before), adjective(after))
    guard words.0 == words.1 else { return "\(words.0) → \(words.1)" }
    guard before != after else { return "\(words.0) as before" }
    guard before.grade != after.grade, before.verdict != .refuted else {
      let (early, late) = (before.contrary.name, after.contrary.name)
      return early == late
        ? "\(words.0) as before" : "\(words.0), the contrary \(early) → \(late)"
    }
    return "\(words.0) (\(before.grade.name)) → \(words.1) (\(after.grade.name))"
  }

  private func adjective(_ standing: Parting.Standing) -> String { standing.verdict.adjective }
}

extension String {
  /// What is said of one thing, said of several.
  fileprivate var inPlural: String {
    if hasSuffix(" holds") { return String(dropLast()) }
    return hasPrefix("was ")
      ? "were " + dropFirst(4).replacing(" and is ", with: " and are ") : self
  }
}

extension Turn {
  /// Whether it is put in or taken out as a whole, and does not merely lack a premise.
  var isTakenOut: Bool {
    causes.contains { cause in
      switch cause {
      case .change, .restored, .period: true
      case .premise, .exception, .undercutter, .condition, .precedence, .opponent: false
      }
    }
  }
}

extension Argument.Fate {
  /// Whether another fate has the same name.
  fileprivate func isAlike(_ other: Argument.Fate) -> Bool {
    switch (self, other) {
    case (.wins, .wins), (.unresolved, .unresolved), (.tooWeak, .tooWeak),
      (.onlyArguable, .onlyArguable), (.overruled, .overruled), (.excluded, .excluded),
      (.undecided, .undecided), (.beaten, .beaten):
      true
    case (.wins, _), (.unresolved, _), (.tooWeak, _), (.onlyArguable, _), (.overruled, _),
      (.excluded, _), (.undecided, _), (.beaten, _):
      false
    }
  }
}

extension Turn.Place {
  /// What became of the argument, without what is supposed.
  fileprivate func past(in program: Program) -> String {
    switch fate {
    case .wins: "won"
    case .unresolved: "stood"
    case .tooWeak: "stood, but could not win"
    case .onlyArguable: "stood, as arguable"
    case .beaten(let defeats): "was beaten" + winners(defeats, in: program)
    case .overruled: "was overruled"
    case .excluded: "failed"
    case .undecided: "was in a circle"
    }
  }

  /// What becomes of the argument, with it.
  fileprivate func present(in program: Program) -> String {
    switch fate {
    case .wins: "wins"
    case .unresolved: "stands"
    case .tooWeak: "stands, but cannot win"
    case .onlyArguable: "stands, as arguable"
    case .beaten(let defeats): "is beaten" + winners(defeats, in: program)
    case .overruled: "is overruled by what is established"
    case .excluded: "fails"
    case .undecided: "is in a circle"
    }
  }

  private func winners(_ defeats: [Argument.Defeat], in program: Program) -> String {
    defeats.isEmpty ? "" : " by " + listed(defeats.map { program[$0.winner].name })
  }
}
