public import MootLanguage
public import MootReasoning
public import MootReporting

extension RuleBase {
  /// One question about one instance, with what is supposed and what is open.
  private struct Posed {
    let asked: Asked
    let scenario: Scenario
    let literal: Literal
    let varied: [Sentence]
  }

  /// Reads a question with changes and open sentences; of one with variables, the only arguable instance.
  private func posed(
    _ question: String, _ supposed: [String], varying varied: [String] = [],
    asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Posed {
    var program = program
    let asked = try asked(question, in: &program)
    var changes = try changes(supposed, in: &program)
    var sentences: [Sentence] = []
    for text in varied {
      let (sentence, _) = try sentence(text, in: &program)
      guard Literal(sentence) != nil else { throw .variables(text.withControlsEscaped) }
      sentences.append(sentence)
    }
    if let date = date ?? asked.question.flatMap({ program.questions[$0].asOf }) {
      changes.insert(.asOf(date), at: 0)
    }
    let scenario = Scenario(program, changes: changes)
    if let literal = Literal(asked.sentence) {
      return Posed(asked: asked, scenario: scenario, literal: literal, varied: sentences)
    }
    var outcome = try outcome(program, changes, asOf: nil)
    let answers = outcome.answers(to: asked.sentence, variables: asked.variables, limits: limits)
    guard answers.count == 1 else {
      throw .instances(
        of: asked.reading.withControlsEscaped,
        answers.prefix(5).map {
          outcome.program.text(of: $0.literal.predicate, arguments: $0.literal.arguments)
            .withControlsEscaped
        })
    }
    // The instance may be about a value that was worked out.
    return Posed(
      asked: asked,
      scenario: Scenario(program.extended(with: outcome.program.values), changes: changes),
      literal: answers[0].literal, varied: sentences)
  }

  /// The answers without some changes and with them, and where the reasoning parts.
  ///
  /// ```swift
  /// print(try rules.whatIf(["retract Arbat is closed"], ask: "Arbat may trade").text)
  /// ```
  public func whatIf(
    _ changes: [String], ask question: String, supposing supposed: [String] = []
  ) throws(RuleBaseError) -> Reply<ContrastedQuestion> {
    var program = program
    let asked = try asked(question, in: &program)
    let given = try self.changes(supposed, in: &program)
    let made = try self.changes(changes, in: &program)
    var contrast = Contrast(
      of: program, given: given, changes: made,
      asOf: asked.question.flatMap { program.questions[$0].asOf }, asking: [asked.sentence],
      limits: limits)
    for outcome in [contrast.before, contrast.after] {
      if let cycle = outcome.preferenceCycles.first {
        throw .preferenceCycle(cycle.map { outcome.program[$0].name })
      }
    }
    let answers = contrast.answers(
      to: asked.sentence, variables: asked.variables, question: asked.question)
    let contrasted = ContrastedQuestion(
      name: asked.name, title: asked.question.flatMap { program.questions[$0].title },
      sentence: asked.reading, contrast: contrast, answers: answers)
    return Reply(contrasted, Report(contrasting: contrasted, changes: made, others: [])) {
      [contrast] in
      contrast.json(
        contrasting: [contrasted], others: [], receipt: receipt(asOf: contrast.after.asOf))
    }
  }

  /// The smallest changes that change a verdict.
  ///
  /// ```swift
  /// let flips = try rules.flips(of: "Arbat may trade")
  /// flips.all.count
  /// ```
  ///
  /// - Parameters:
  ///   - target: what it is to become; anything else than it is without one.
  ///   - varied: sentences that may be so or not beside the unknowns of the texts.
  ///   - most: how many changes at most are made at a time.
  public func flips(
    of question: String, to target: Verdict? = nil, varying varied: [String] = [],
    atMost most: Int? = nil, supposing supposed: [String] = [], asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Reply<Flips> {
    let posed = try posed(question, supposed, varying: varied, asOf: date)
    var request = FlipRequest()
    request.target = target
    request.varied = posed.varied
    request.most = most
    let flips = posed.scenario.flips(of: posed.literal, request, limits: limits)
    if let cycle = flips.outcome.preferenceCycles.first {
      throw .preferenceCycle(cycle.map { flips.outcome.program[$0].name })
    }
    let name = posed.asked.name
    return Reply(flips, Report(flipping: flips)) {
      flips.json(question: name, receipt: receipt(asOf: flips.outcome.asOf))
    }
  }

  /// A question for every choice among what is open: what tables, chances and interviews are made from.
  ///
  /// ```swift
  /// let open = try rules.openQuestion("Arbat may trade", varying: ["Arbat is closed"])
  /// open.possibleFindings
  /// ```
  ///
  /// - Parameter varied: sentences that may be so or not beside the unknowns of the texts.
  public func openQuestion(
    _ question: String, varying varied: [String] = [], supposing supposed: [String] = [],
    asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> OpenQuestion {
    let posed = try posed(question, supposed, varying: varied, asOf: date)
    do throws(VerdictFunctionLimit) {
      return try OpenQuestion(
        of: posed.literal, in: posed.scenario,
        facts: posed.scenario.openFacts(varying: posed.varied), limits: limits)
    } catch {
      throw .limit(error.kind)
    }
  }

  /// The verdict as a decision table over what is open; `table` is `nil` where it has too many rows.
  ///
  /// ```swift
  /// print(try rules.table(of: "Arbat may trade", varying: ["Arbat is closed"]).markdown)
  /// ```
  public func table(
    of question: String, varying varied: [String] = [], supposing supposed: [String] = [],
    asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Reply<DecisionTable?> {
    let open = try openQuestion(question, varying: varied, supposing: supposed, asOf: date)
    let table: DecisionTable?
    do throws(VerdictFunctionLimit) {
      table = try open.table(mostRows: Tabulation.mostRows, limits: limits)
    } catch {
      throw .limit(error.kind)
    }
    let name = questions.first { $0 == question }
    let tabulation = Tabulation(open, name: name, table: table)
    return Reply(table, Report(tabulation, width: 100)) {
      tabulation.json(receipt: receipt(asOf: open.scenario.asOf))
    }
  }

  /// An interview: ask the fact at `nextFact`, `answer` it, and so on until there is none.
  ///
  /// ```swift
  /// var interview = try rules.interview(about: "Arbat may trade", varying: ["Arbat is closed"])
  /// while let fact = interview.nextFact { interview.answer(fact, false) }
  /// interview.remaining.settledFinding
  /// ```
  public func interview(
    about question: String, varying varied: [String] = [], supposing supposed: [String] = [],
    asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Interview {
    Interview(
      on: try openQuestion(question, varying: varied, supposing: supposed, asOf: date))
  }

  /// The verdict over time, each change with its cause.
  ///
  /// ```swift
  /// print(try rules.timeline(of: "Arbat may trade").text)
  /// ```
  ///
  /// - Parameters:
  ///   - first: the first date, or the earliest that matters.
  ///   - last: the last date, or the latest that matters.
  public func timeline(
    of question: String, from first: CalendarDate? = nil, to last: CalendarDate? = nil,
    supposing supposed: [String] = []
  ) throws(RuleBaseError) -> Reply<Timeline> {
    let posed = try posed(question, supposed)
    let timeline = posed.scenario.timeline(
      of: posed.literal, from: first, to: last, limits: limits)
    let name = posed.asked.name
    return Reply(timeline, Report(tracing: timeline)) {
      timeline.json(question: name, receipt: receipt(asOf: nil))
    }
  }

  /// What each speaker must conclude, and what two of them disagree about.
  ///
  /// ```swift
  /// print(try rules.positions(on: "Arbat may trade").text)
  /// ```
  ///
  /// - Parameter question: what the crux is about; the first question on which two differ where none is named.
  public func positions(
    on question: String? = nil, supposing supposed: [String] = [], asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Reply<Disagreement> {
    var program = program
    var asked: Asked?
    if let question { asked = try self.asked(question, in: &program) }
    let changes = try changes(supposed, in: &program)
    let scenario = Scenario(program, changes: (date.map { [.asOf($0)] } ?? []) + changes)
    let typed = asked.flatMap { $0.question == nil ? $0 : nil }
    let positions = scenario.positions(
      asking: typed?.sentence, variables: typed?.variables ?? [], limits: limits)
    if let cycle = positions.outcome.preferenceCycles.first {
      throw .preferenceCycle(cycle.map { positions.outcome.program[$0].name })
    }
    let rows = asked.map { $0.question.map { .question($0) } ?? .sentence } ?? Disagreement.Rows.all
    let found = Disagreement(over: positions, about: rows, in: scenario, limits: limits)
    return Reply(found, Report(comparing: positions, crux: found.crux, row: found.row)) {
      positions.json(
        crux: found.crux, row: found.row, receipt: receipt(asOf: positions.outcome.asOf))
    }
  }
}
