public import MootLanguage
public import MootReasoning
public import MootReporting

extension RuleBase {
  /// The names of the questions that the texts ask.
  public var questions: [String] { program.questions.map(\.name) }

  /// What is asked, read: a question by its place, or a sentence.
  struct Asked {
    let program: Program
    let question: Int?
    let sentence: Sentence
    let variables: [Variable]

    /// The question's name, if it is one of the texts.
    var name: String? { question.map { program.questions[$0].name } }

    /// What is asked, in words.
    var reading: String { program.reading(of: sentence, variables: variables) }
  }

  /// Reads what is asked: a question's name or a sentence; its values come into the program.
  func asked(_ text: String, in program: inout Program) throws(RuleBaseError) -> Asked {
    if let place = program.questions.firstIndex(where: { $0.name == text }) {
      let question = program.questions[place]
      return Asked(
        program: program, question: place, sentence: question.sentence,
        variables: question.variables)
    }
    let names = program.questions.map(\.name)
    if !text.contains(" "), !isTheory {
      throw .unknownQuestion(text, nearest: nearest(to: text, in: names))
    }
    let (sentence, variables) = try sentence(text, in: &program)
    return Asked(program: program, question: nil, sentence: sentence, variables: variables)
  }

  /// Evaluates the rule base under changes: as far as a sentence asks for it, where one is given.
  func outcome(
    _ program: Program, _ changes: [Change], asOf date: CalendarDate?,
    asking sentence: Sentence? = nil
  ) throws(RuleBaseError) -> Outcome {
    let dated = date.map { [Change.asOf($0)] } ?? []
    let scenario = Scenario(program, changes: dated + changes)
    let outcome =
      sentence.map { evaluate(scenario, asking: [$0], limits: limits) }
      ?? evaluate(scenario, limits: limits)
    if let cycle = outcome.preferenceCycles.first {
      throw .preferenceCycle(cycle.map { outcome.program[$0].name })
    }
    return outcome
  }

  /// The receipt of what is made of this rule base.
  func receipt(asOf date: CalendarDate?) -> Receipt { Receipt(asOf: date, of: program.sources) }

  /// Evaluates what is asked under changes.
  private func evaluated(
    _ question: String, _ supposed: [String], _ date: CalendarDate?
  ) throws(RuleBaseError) -> (asked: Asked, outcome: Outcome, answers: [Answer]) {
    var program = program
    let asked = try asked(question, in: &program)
    let changes = try changes(supposed, in: &program)
    var outcome = try outcome(
      program, changes, asOf: date ?? asked.question.flatMap { program.questions[$0].asOf },
      asking: asked.sentence)
    let answers =
      if let question = asked.question {
        outcome.answers(to: question, limits: limits)
      } else {
        outcome.answers(to: asked.sentence, variables: asked.variables, limits: limits)
      }
    return (asked, outcome, answers)
  }

  /// Answers a question of the texts, by its name, or a sentence.
  ///
  /// ```swift
  /// let reply = try rules.answer(to: "Arbat may trade", supposing: ["retract Arbat is closed"])
  /// reply.verdict
  /// ```
  ///
  /// - Parameters:
  ///   - question: a name, or a sentence; with variables, one answer for each instance that is at all
  ///     arguable.
  ///   - supposed: changes in the words of a what-if, one in each text.
  ///   - date: the date of the answer; without one the question's own counts, or that of the texts.
  /// - Throws: `RuleBaseError` for what cannot be read, and for preferences that go round in a circle. Where
  ///   a limit was reached, the answers say so: `Answers.isComplete`.
  public func answer(
    to question: String, supposing supposed: [String] = [], asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Reply<Answers> {
    let (asked, outcome, answers) = try evaluated(question, supposed, date)
    let reasons = answers.map { answer in
      answer.verdict == .arguable && answers.count <= 20
        ? outcome.explanation(of: answer, limits: limits).reason(in: outcome.program) : ""
    }
    let told =
      asked.question.map {
        AnsweredQuestion(
          outcome.program.questions[$0], in: outcome.program, answers: answers, reasons: reasons)
      } ?? AnsweredQuestion(sentence: asked.reading, answers: answers, reasons: reasons)
    return Reply(Answers(all: answers, outcome: outcome), Report(answering: [told], in: outcome)) {
      outcome.json(answering: [told], receipt: receipt(asOf: outcome.asOf))
    }
  }

  /// The reasons for the answers to a question: the explanations, as many as the limits on lines and time leave
  /// room for, and in words the trace as `moot why` prints it.
  ///
  /// ```swift
  /// print(try rules.explanation(of: "Arbat may trade").markdown)
  /// ```
  public func explanation(
    of question: String, supposing supposed: [String] = [], asOf date: CalendarDate? = nil,
    options: TraceOptions = TraceOptions()
  ) throws(RuleBaseError) -> Reply<[Explanation]> {
    let (asked, outcome, answers) = try evaluated(question, supposed, date)
    let explanations = outcome.explanations(of: answers, limits: limits)
    var report = Report()
    for explanation in explanations {
      report.add(Report(explaining: explanation, in: outcome, options: options))
    }
    let name = asked.name
    return Reply(explanations, report) {
      outcome.json(explaining: explanations, question: name, receipt: receipt(asOf: outcome.asOf))
    }
  }

  /// All that can be concluded, of one relation where its key is given.
  ///
  /// ```swift
  /// try rules.conclusions(ofRelation: "trade").count
  /// ```
  public func conclusions(
    ofRelation key: String? = nil, supposing supposed: [String] = [],
    asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> Reply<[Conclusion]> {
    var program = program
    let changes = try changes(supposed, in: &program)
    let outcome = try outcome(program, changes, asOf: date)
    let conclusions = outcome.sortedConclusions(ofRelation: key)
    return Reply(conclusions, Report(listing: conclusions, in: outcome)) {
      outcome.json(of: conclusions, receipt: receipt(asOf: outcome.asOf))
    }
  }

  /// What comes of the `expect` lines of the texts.
  ///
  /// ```swift
  /// try rules.test().failed == 0
  /// ```
  public func test() throws(RuleBaseError) -> Reply<TestResults> {
    var results: [ExpectationResult] = []
    for expectation in program.expectations {
      let result = expectation.result(in: program, limits: limits)
      if let cycle = result.outcome.preferenceCycles.first {
        throw .preferenceCycle(cycle.map { program[$0].name })
      }
      results.append(result)
    }
    let tests = TestResults(results, of: program)
    return Reply(tests, Report(of: tests)) { tests.json(receipt: receipt(asOf: program.asOf)) }
  }
}
