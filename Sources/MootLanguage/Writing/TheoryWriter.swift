/// Writes a program as a `.dfl` theory.
struct TheoryWriter {
  /// The lines so far.
  private(set) var lines: [String] = []
  /// What could not be written.
  private(set) var refused: [Diagnostic] = []
  private let program: Program
  private var names: TheoryNames
  /// The labels under which each rule was written; none for what is no rule there, or was refused.
  private var labels: [[String]]
  /// The rules some rule says do not apply.
  private var isUndercut: Set<RuleID> = []
  /// The pairs of rules each of which is preferred to the other.
  private var opposed: Set<Predicate.Kind> = []

  /// Prepares the writing of a program.
  init(_ program: Program) {
    self.program = program
    names = TheoryNames(program)
    labels = Array(repeating: [], count: program.rules.count)
    var directions: [Predicate.Kind: Bool] = [:]
    for conclusion in program.rules.lazy.flatMap(\.conclusions) {
      let kind = program[conclusion.predicate.predicate].kind
      switch kind {
      case .undercut(let rule):
        if conclusion.predicate.isPositive { isUndercut.insert(rule) }
      case .precedence:
        let isPositive = conclusion.predicate.isPositive
        if directions[kind, default: isPositive] != isPositive { opposed.insert(kind) }
        directions[kind] = isPositive
      case .plain, .obligation, .prohibition: break
      }
    }
  }

  /// Writes everything that can be written.
  mutating func write() {
    writeHead()
    refuseIncompatibilities()
    writeRules()
    for (index, rule) in program.rules.enumerated() {
      guard case .preference(let preferred, let over) = rule.kind else { continue }
      writePreference(RuleID(raw: UInt32(index)), of: preferred, over: over)
    }
    for fact in program.facts { write(fact) }
    listQuestions()
    refused.sort { ($0.span.file, $0.span.lower) < ($1.span.file, $1.span.lower) }
  }

  /// Writes what the file is about, and who and what it speaks of, as comments.
  private mutating func writeHead() {
    if let title = program.title { comment("title \(title.quoted)") }
    if let date = program.asOf { comment("as of \(date.text)") }
    for source in program.citations {
      comment(
        "source \(source.key) \(source.text.quoted)" + (source.date.map { ", \($0.text)" } ?? ""))
    }
    for speaker in program.speakers {
      comment("speaker \(speaker.name) \(speaker.description.quoted)")
    }
    for (value, name) in program.names.sorted(by: { $0.key < $1.key }) {
      comment("name \(program[value].text) \(name.quoted)")
    }
  }

  /// Lists the incompatibilities, but for those that follow from how rules for duties are written: a rule
  /// against "must a" is there for each rule for "must not a".
  private mutating func refuseIncompatibilities() {
    for incompatibility in program.incompatibilities {
      if case .obligation(let action) = program[incompatibility.first.predicate.predicate].kind,
        program[action].span == incompatibility.span
      {
        continue
      }
      refuse("that two sentences are incompatible", nil, at: incompatibility.first.span)
    }
  }

  /// Writes all rules and contentions.
  private mutating func writeRules() {
    let rules = program.rules.indices.filter { index in
      if case .preference = program.rules[index].kind { false } else { true }
    }
    let reserved = names.reserve(rules.map { program.rules[$0].name })
    for (index, label) in zip(rules, reserved) {
      let rule = program.rules[index]
      let reasons = program.reasonsAgainstTheory(for: rule)
      for (what, span) in reasons { refuse(what, rule.name, at: span) }
      if reasons.isEmpty { labels[index] = write(rule, as: label) }
    }
  }

  /// Writes a rule, one line for each alternative and conclusion; returns the labels.
  private mutating func write(_ rule: Rule, as label: String) -> [String] {
    comment(about: rule)
    let variables = TheoryNames.variables(rule.variables)
    let exceptions = rule.exceptions.joined().compactMap {
      theoryText(of: $0, variables).map { "not " + $0 }
    }
    var labels: [String] = []
    for alternative in rule.alternatives {
      let body = alternative.compactMap { theoryText(of: $0, variables) } + exceptions
      for conclusion in rule.conclusions {
        labels.append(labels.isEmpty ? label : names.further(label))
        let start = labels[labels.count - 1] + ": " + body.joined(separator: ", ")
        lines.append(
          start + (body.isEmpty ? "" : " ") + Self.arrow(of: rule.force) + " "
            + text(of: conclusion, variables))
      }
    }
    return labels
  }

  /// The arrow of a force; a presumption has none, and is refused before.
  private static func arrow(of force: Rule.Force) -> String {
    switch force {
    case .strict: "->"
    case .defeasible, .presumption: "=>"
    case .defeater: "~>"
    }
  }

  /// Writes a preference, one line for each two labels.
  private mutating func writePreference(_ id: RuleID, of preferred: RuleID, over: RuleID) {
    let rule = program[id]
    let kind = Predicate.Kind.precedence(first: min(preferred, over), second: max(preferred, over))
    let span = program.firstLine(of: rule.span)
    if rule.alternatives.contains(where: { !$0.isEmpty }) || !rule.exceptions.isEmpty {
      refuse("a preference with conditions", rule.name, at: span)
    } else if opposed.contains(kind) {
      refuse("preferences against each other", rule.name, at: span)
    } else if isUndercut.contains(id) {
      refuse("a preference that may not apply", rule.name, at: span)
    } else if labels[Int(preferred.raw)].isEmpty || labels[Int(over.raw)].isEmpty {
      refuse("a preference of or over what is left out", rule.name, at: span)
    } else {
      comment(about: rule)
      rank(preferred, over: over)
    }
  }

  /// Writes that the rules written for one rule are preferred to those written for another.
  private mutating func rank(_ preferred: RuleID, over: RuleID) {
    for stronger in labels[Int(preferred.raw)] {
      for weaker in labels[Int(over.raw)] { lines.append("\(stronger) > \(weaker)") }
    }
  }

  /// Writes a fact.
  private mutating func write(_ fact: Fact) {
    let particulars = program.particulars[Int(fact.particulars)]
    guard particulars.period == .always else {
      if !fact.isImplied { refuse("when a fact holds", nil, at: particulars.span) }
      return
    }
    switch program[fact.predicate.predicate].kind {
    case .plain, .obligation, .prohibition: break
    case .precedence(let first, let second):
      let (preferred, over) = fact.predicate.isPositive ? (first, second) : (second, first)
      if labels[Int(preferred.raw)].isEmpty || labels[Int(over.raw)].isEmpty {
        refuse("a preference of or over what is left out", nil, at: particulars.span)
      } else {
        rank(preferred, over: over)
      }
      return
    case .undercut: return refuse("that a rule does not apply", nil, at: particulars.span)
    }
    let arguments = program.arguments(of: fact).map { program[$0].theoryText }
    let remark = fact.isImplied ? "" : remarks(particulars.attribution, particulars.cites)
    lines.append(
      ">> " + literal(fact.predicate, arguments) + (remark.isEmpty ? "" : "  % " + remark))
  }

  /// Lists what asks or supposes something, on which no conclusion depends.
  private mutating func listQuestions() {
    for unknown in program.unknowns { leaveOut("what is unknown", at: unknown.sentence.span) }
    for question in program.questions {
      leaveOut("the question \"\(question.name)\"", at: program.firstLine(of: question.span))
    }
    for scenario in program.scenarios {
      leaveOut("the scenario \"\(scenario.name)\"", at: program.firstLine(of: scenario.span))
    }
    for expectation in program.expectations {
      leaveOut("what is expected", at: program.firstLine(of: expectation.span))
    }
  }

  /// Lists something that conclusions depend on.
  private mutating func refuse(_ what: String, _ name: String?, at span: SourceSpan) {
    refused.append(.notInTheory(what, of: name, at: span))
  }

  /// Lists something that no conclusion depends on.
  private mutating func leaveOut(_ what: String, at span: SourceSpan) {
    refused.append(.leftOutOfTheory(what, at: span))
  }
}

extension TheoryWriter {
  /// A condition as an atom or comparison.
  private func theoryText(of condition: Condition, _ variables: [String]) -> String? {
    switch condition {
    case .sentence(let sentence, _): return text(of: sentence, variables)
    case .comparison(let comparison):
      let left = text(of: comparison.left, variables)
      return "\(left) \(comparison.relation.rawValue) \(text(of: comparison.right, variables))"
    case .calculation, .universal, .aggregate, .past: return nil
    }
  }

  /// A sentence as an atom.
  private func text(of sentence: Sentence, _ variables: [String]) -> String {
    literal(sentence.predicate, sentence.terms.map { text(of: $0, variables) })
  }

  /// A term, by the names of the variables.
  private func text(of term: Term, _ variables: [String]) -> String {
    switch term {
    case .variable(let id): variables[Int(id.raw)]
    case .value(let id): program[id].theoryText
    case .any: "?"
    }
  }

  /// A literal with its arguments as they are written.
  private func literal(_ predicate: SignedPredicate, _ arguments: [String]) -> String {
    let list = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ",")))"
    return (predicate.isPositive ? "" : "-") + names.predicates[Int(predicate.predicate.raw)] + list
  }

  /// Keeps what is said about a rule in words.
  private mutating func comment(about rule: Rule) {
    if let title = rule.title { comment(title.quoted) }
    let remarks = remarks(rule.attribution, rule.cites)
    if !remarks.isEmpty { comment(remarks) }
    if let reason = rule.because { comment("because \(reason.quoted)") }
  }

  /// Who argues or holds something, and what it cites.
  private func remarks(_ attribution: Attribution, _ cites: [CitationID]) -> String {
    let groups = [
      ("argued by", attribution.arguedBy.map { program[$0].name }),
      ("held by", attribution.heldBy.map { program[$0].name }),
      ("as told by", attribution.toldBy.map { program[$0].name }),
      ("cites", cites.map { program[$0].key }),
    ]
    var parts = groups.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
    if attribution.isImplied { parts.append("implied") }
    return parts.joined(separator: "; ").withControlsEscaped
  }

  /// Writes a comment.
  private mutating func comment(_ text: String) {
    lines.append("% " + text.withControlsEscaped)
  }
}
