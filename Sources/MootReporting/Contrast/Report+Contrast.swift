public import MootLanguage
public import MootReasoning

extension Report {
  /// What changes make of one question, and beside it of the others of the file.
  ///
  /// - Parameters:
  ///   - changes: What is supposed.
  ///   - others: The other questions of the file.
  public init(
    contrasting asked: ContrastedQuestion, changes: [Change], others: [ContrastedQuestion]
  ) {
    self.init()
    var told = ContrastTelling(of: asked.contrast)
    told.tellLimits()
    told.tell(asked, changes: changes)
    told.tellOthers(others)
    add(told.report)
  }

  /// What changes make of all questions of a file: those that change first.
  public init(
    contrasting questions: [ContrastedQuestion], changes: [Change], in contrast: Contrast
  ) {
    self.init()
    var told = ContrastTelling(of: contrast)
    told.tellLimits()
    told.tellChanges(changes)
    for question in questions where question.isChanged {
      told.report.add(.gap)
      if let name = question.name {
        let title = question.title.map { Phrase("   " + $0) } ?? Phrase()
        told.report.add(.heading(level: 2, Phrase(name, .strong) + title, aside: Phrase()))
      }
      told.tell(question, changes: nil)
    }
    let unchanged = questions.filter { !$0.isChanged }
    told.tellOthers(unchanged)
    add(told.report)
  }
}

/// The state of telling what changes make of the questions of a file.
private struct ContrastTelling {
  typealias Phrase = Report.Phrase

  /// What is told so far.
  var report = Report()
  private let contrast: Contrast
  /// The literals that are told of so far.
  private var told: Set<Literal> = []

  /// Of how many answers it is told at most why they change.
  private static let mostReasons = 20
  /// How many literals that change are listed at most, and of how many those that matter most are found.
  private static let mostDifferences = 12
  private static let mostRanked = 100_000

  init(of contrast: Contrast) { self.contrast = contrast }

  /// Says that a limit stopped an evaluation, where one did.
  mutating func tellLimits() {
    guard let stopped = [contrast.before, contrast.after].first(where: { $0.reachedLimit != nil })
    else { return }
    report.addLimit(of: stopped)
  }

  /// Tells the verdicts on a question in both outcomes, and where the reasoning parts.
  ///
  /// - Parameter changes: What is supposed, where that is to be told here.
  mutating func tell(_ question: ContrastedQuestion, changes: [Change]?) {
    if question.answers.isEmpty {
      report.add(
        .heading(level: 2, Phrase(question.sentence, .strong), aside: Phrase()))
      report.add(.paragraph(depth: 0, "Nothing of the kind is at all arguable, before or after."))
    }
    let isOne = question.answers.count == 1
    let told = isOne ? question.answers : question.answers.filter(\.isChanged)
    for (index, pair) in told.enumerated() {
      if index > 0 { report.add(.gap) }
      tellVerdicts(pair, of: question, withReasons: told.count <= Self.mostReasons)
    }
    if !isOne { tellUnchanged(question, isAlone: told.isEmpty) }
    if let changes {
      report.add(.gap)
      tellChanges(changes)
    }
    let reasoned = told.prefix(Self.mostReasons)
    let partings = question.contrast.partings(on: reasoned.map(\.before.literal))
    for (pair, partings) in zip(reasoned, partings) { tell(partings, on: pair, of: question) }
    if told.count > reasoned.count {
      let left = "of \(told.count - reasoned.count) more answers is told by asking for one of them"
      report.add(.gap)
      report.add(.paragraph(depth: 0, Phrase("Where the reasoning parts \(left).")))
    }
  }

  /// Tells the instances of a question whose answers stay.
  private mutating func tellUnchanged(_ question: ContrastedQuestion, isAlone: Bool) {
    let unchanged = question.answers.filter { !$0.isChanged }
    guard !unchanged.isEmpty else { return }
    if !isAlone { report.add(.gap) }
    let program = question.contrast.program
    let sentences = unchanged.map { pair in
      "\(program.reading(pair.before.literal)) (\(pair.before.verdict.adjective))"
    }
    report.add(
      .paragraph(
        depth: 0,
        Phrase("AS BEFORE", .strong) + Phrase("  " + sentences.joined(separator: "; "))))
  }

  private mutating func tellVerdicts(
    _ pair: AnswerPair, of question: ContrastedQuestion, withReasons: Bool
  ) {
    let program = question.contrast.program
    let dates = (pair.before.asOf, pair.after.asOf)
    let isSameDate = dates.0 == dates.1
    let date = isSameDate ? words(of: dates.0) : ""
    told.insert(pair.before.literal)
    report.add(
      .heading(
        level: 1, Phrase(program.reading(pair.before.literal), .strong), aside: Phrase(date, .faint)
      ))
    for (label, answer, outcome) in [
      ("before", pair.before, question.contrast.before),
      ("after", pair.after, question.contrast.after),
    ] {
      var sentences: [String] = []
      if !answer.literal.isNamed(in: outcome.program) {
        sentences = ["No argument for it stands."]
      } else if outcome.isDecided, withReasons {
        sentences =
          [outcome.explanation(of: answer, limits: contrast.limits).reason(in: outcome.program)]
          + answer.remarks
      }
      let reason = sentences.filter { !$0.isEmpty }.joined(separator: " ")
      let lead = outcome.isDecided ? "" : "SO FAR "
      let headline = Phrase(lead + answer.headline, .strong)
      let dated = isSameDate ? "" : " " + words(of: answer.asOf)
      report.add(
        .row(
          depth: 0, label: label,
          headline + Phrase(dated + (reason.isEmpty ? "" : ". " + reason)), note: Phrase()))
    }
  }

  private func words(of date: CalendarDate?) -> String {
    date.map { "as of " + $0.reading } ?? ""
  }

  /// Tells what is supposed, and what is set aside for it.
  mutating func tellChanges(_ changes: [Change]) {
    let program = contrast.program
    report.add(.heading(level: 2, Phrase("SUPPOSED HERE", .strong), aside: Phrase()))
    for (index, change) in changes.enumerated() {
      let previous = index > 0 ? changes[index - 1].label : ""
      let label = change.label == previous ? "" : change.label
      report.add(
        .row(depth: 1, label: label, Phrase(change.reading(in: program)), note: Phrase()))
      tellDropped(by: index + contrast.after.scenario.changes.count - changes.count)
    }
    let given = contrast.before.setAside
    let first = contrast.after.scenario.changes.count - changes.count
    for remark in contrast.after.scenario.remarks
    where remark.isOpposed && remark.change >= first {
      let words = remark.words(in: program, changes: contrast.after.scenario.changes)
      report.add(.row(depth: 1, label: "but", Phrase(words), note: Phrase()))
    }
    let setAside = contrast.after.setAside.filter { !given.contains($0) }
    for (index, source) in setAside.enumerated() {
      report.add(
        .row(
          depth: 1, label: index == 0 ? "set aside" : "",
          Phrase(program.reading(ofSetAside: source)), note: Phrase()))
    }
  }

  /// Tells what a change drops that speaks of all of a kind.
  private mutating func tellDropped(by index: Int) {
    let scenario = contrast.after.scenario
    guard case .retract(let sentence) = scenario.changes[index],
      !contrast.program.isGround(sentence)
    else { return }
    for source in scenario.dropped(by: index).prefix(Self.mostDifferences) {
      let words = "· " + contrast.program.reading(ofSetAside: source)
      report.add(.row(depth: 1, label: "", Phrase(words), note: Phrase()))
    }
  }

  /// Tells where the reasoning about an answer parts: one that changes, or the only one.
  private mutating func tell(
    _ partings: [Parting], on pair: AnswerPair, of question: ContrastedQuestion
  ) {
    let program = question.contrast.program
    let about =
      question.answers.count == 1 ? "" : ": " + program.reading(pair.before.literal)
    report.add(.gap)
    report.add(
      .heading(level: 2, Phrase("WHERE THE REASONING PARTS" + about, .strong), aside: Phrase()))
    let outcomes = [question.contrast.before, question.contrast.after]
    if outcomes.contains(where: { !$0.isDecided }) {
      report.add(.paragraph(depth: 1, "Not known, as a limit stopped the evaluation."))
      return
    }
    if partings.isEmpty {
      report.add(.paragraph(depth: 1, "Nowhere: every argument about it fares as before."))
    } else if !pair.isChanged {
      report.add(.paragraph(depth: 1, "The verdict stays, but not all that it rests on."))
    }
    let wording = TurnWording(contrast: question.contrast)
    for parting in partings { tell(parting, wording, in: question.contrast) }
  }

  private mutating func tell(_ parting: Parting, _ wording: TurnWording, in contrast: Contrast) {
    told.insert(parting.literal)
    let depth = min(parting.depth, 4) + 1
    let program = contrast.program
    let heading = "\(program.reading(parting.literal)): \(wording.shift(of: parting))"
    report.add(.entry(depth: depth, Phrase(heading), aside: Phrase()))
    var previous = ""
    for turn in parting.turns {
      let side = turn.conclusion == parting.literal ? "for" : "against"
      report.add(
        .row(
          depth: depth + 1, label: side == previous ? "" : side,
          wording.words(of: turn, in: parting), note: Phrase()))
      previous = side
    }
  }

  /// Tells what else changes, and which questions do not.
  mutating func tellOthers(_ others: [ContrastedQuestion]) {
    let (differences, omitted) = contrast.differences(atMost: Self.mostRanked)
    let changed = others.filter(\.isChanged)
    let literals = untold(differences)
    if !changed.isEmpty || !literals.isEmpty {
      report.add(.gap)
      report.add(.heading(level: 2, Phrase("ALSO DIFFERENT", .strong), aside: Phrase()))
    }
    for question in changed {
      for pair in question.answers where pair.isChanged {
        told.insert(pair.before.literal)
        let program = question.contrast.program
        let sentence =
          question.answers.count == 1 ? "" : program.reading(pair.before.literal) + ": "
        report.add(
          .row(
            depth: 1, label: question.name ?? "",
            Phrase(sentence + pair.before.headline + " → " + pair.after.headline), note: Phrase()))
      }
    }
    let rest = untold(differences)
    for difference in rest.prefix(Self.mostDifferences) {
      let literal = difference.literal
      let words = contrast.program.reading(literal)
      let contrary = differences.first { $0.literal == literal.contrary }
      let early = difference.before.words(orRefutedBy: contrary?.before)
      let shift = "\(early) → \(difference.after.words(orRefutedBy: contrary?.after))"
      report.add(.entry(depth: 1, Phrase("\(words): \(shift)"), aside: Phrase()))
    }
    if rest.count + omitted > Self.mostDifferences {
      let left = rest.count + omitted - Self.mostDifferences
      let listed = omitted == 0 ? "lists them all" : "lists the first of them"
      let words = "and \(left) more (--format json \(listed))"
      report.add(.paragraph(depth: 1, Phrase(words)))
    }
    let unchanged = others.filter { !$0.isChanged }.compactMap(\.name)
    guard !unchanged.isEmpty else { return }
    report.add(.gap)
    report.add(
      .paragraph(
        depth: 0,
        Phrase("UNCHANGED", .strong) + Phrase("  " + unchanged.joined(separator: ", "))))
  }

  /// The differences that are not told of yet, one for each literal and its contrary.
  private func untold(_ differences: [Difference]) -> [Difference] {
    var seen = told
    var rest: [Difference] = []
    let ranked = differences.filter { $0.highest >= .prevailing } + differences
    for difference in ranked {
      let literal = difference.literal
      guard !seen.contains(literal), !seen.contains(literal.contrary) else { continue }
      seen.insert(literal)
      rest.append(difference)
    }
    let order = Dictionary(
      differences.enumerated().map { ($0.element.literal, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return rest.sorted { (order[$0.literal] ?? 0) < (order[$1.literal] ?? 0) }
  }
}

extension Difference {
  /// The highest grade it has in one of the outcomes.
  fileprivate var highest: Grade { max(before.upper, after.upper) }
}

extension GradeInterval {
  /// The grade of something said, as an adjective: "clear", "not shown", or "refuted" by the contrary.
  fileprivate func words(orRefutedBy contrary: GradeInterval?) -> String {
    guard self == .none else { return name }
    return contrary.map { $0.lower >= .prevailing } ?? false ? "refuted" : "not shown"
  }
}

extension Literal {
  /// Whether a program has words for all its values.
  fileprivate func isNamed(in program: Program) -> Bool {
    arguments.allSatisfy { $0 == .none || Int($0.raw) < program.values.count }
  }
}

extension Program {
  /// What is set aside, as a person reads it: a fact's sentence, or a contention's name and sentence.
  fileprivate func reading(ofSetAside source: Argument.Source) -> String {
    switch source {
    case .fact(let index):
      let fact = facts[index]
      return "the fact that "
        + reading(of: fact.predicate, arguments: Array(arguments(of: fact)))
    case .rule(let id):
      let rule = self[id]
      let says = rule.conclusions.first.map { ": " + reading(of: $0, variables: rule.variables) }
      return rule.name + inBrackets(voice(of: rule)) + (says ?? "")
    case .assumed: return ""
    }
  }
}
