import MootLanguage
public import MootReasoning

extension Report {
  /// What is asked, and the date of the answer.
  public init(naming question: OpenQuestion) {
    self.init()
    let program = question.scenario.program
    let date = question.scenario.asOf.map { "as of " + $0.reading } ?? ""
    add(
      .heading(
        level: 1, Phrase(program.reading(question.literal), .strong), aside: Phrase(date, .faint)))
  }

  /// How an interview begins: what it is about, how much is open, and what can be typed.
  public init(beginning interview: Interview) {
    self.init(naming: interview.question)
    let count = interview.question.decisiveFacts.count
    guard count > 0 else {
      add(.paragraph(depth: 0, "Nothing that is open can change the verdict."))
      return
    }
    let facts = counted(count, "open fact bears", "open facts bear")
    add(.paragraph(depth: 0, Phrase("\(facts) on the verdict. " + Interview.words)))
  }

  /// The question for one fact.
  public init(asking fact: Int, in interview: Interview) {
    self.init()
    let program = interview.question.scenario.program
    let reading = program.reading(interview.question.facts[fact].literal)
    add(.gap)
    add(.paragraph(depth: 0, Phrase("Is this so: ") + Phrase(reading, .strong) + "?"))
  }

  /// Why a fact is asked for: the rules that read it, and what would come of either answer.
  public init(reasonsForAsking fact: Int, in interview: Interview, readings: [FactReading]) {
    self.init()
    let program = interview.question.scenario.program
    add(
      .paragraph(
        depth: 0,
        readings.isEmpty
          ? "No rule reads it; it bears on what is asked by itself." : "It is asked because of:"))
    for reading in readings {
      let voice = program.voice(of: program[reading.rule], described: .inFull)
      add(
        .entry(
          depth: 1,
          Phrase(program[reading.rule].name, .strong) + Phrase(voice.isEmpty ? "" : " · " + voice),
          aside: Phrase()))
      add(.paragraph(depth: 2, Phrase(reading.words(in: program))))
    }
    func prospect(_ value: Bool) -> String {
      let finding = interview.remaining.restricted(fact, to: value).settledFinding
      return finding?.words ?? "still open"
    }
    add(.paragraph(depth: 0, Phrase("If it is so: \(prospect(true)). If not: \(prospect(false)).")))
  }

  /// What was answered, and what comes of the question for all that is left open.
  public init(ending interview: Interview, table: DecisionTable?, width: Int) {
    self.init()
    let remaining = interview.remaining
    let program = remaining.scenario.program
    add(.gap)
    if !interview.answers.isEmpty {
      add(.heading(level: 2, Phrase("ANSWERED", .strong), aside: Phrase()))
      for answer in interview.answers {
        let value = answer.value.map { $0 ? "yes" : "no" } ?? "not known"
        add(
          .row(
            depth: 1, label: value, Phrase(program.reading(remaining.facts[answer.fact].literal)),
            note: Phrase()))
      }
      add(.gap)
    }
    if let finding = remaining.settledFinding {
      let isAllKnown = interview.answers.allSatisfy { $0.value != nil }
      let lead = isAllKnown ? "THE VERDICT" : "EITHER WAY"
      add(.paragraph(depth: 0, Phrase(lead, .strong) + Phrase(": \(finding.words).")))
      return
    }
    let rest = remaining.decisiveFacts.count == 1 ? "a fact that is" : "facts that are"
    add(.paragraph(depth: 0, Phrase("The verdict depends on \(rest) not known.")))
    if let table {
      addRows(Tabulation(remaining, name: nil, table: table), table, width: width)
    } else {
      add(.paragraph(depth: 0, "There are too many possibilities for a table."))
    }
  }
}

extension Interview {
  /// What can be typed in an interview.
  public static let words =
    "Answer yes, no or don't know; or type why, back or quit."
}

extension FactReading {
  /// What the rule does with the fact, in a sentence.
  fileprivate func words(in program: Program) -> String {
    let rule = program[rule]
    let isDenial =
      switch rule.force {
      case .defeater: true
      case .strict, .defeasible, .presumption: false
      }
    let concluded = conclusion.map { isDenial ? $0.contrary : $0 }
    let written = rule.conclusions[0]
    let sentence =
      concluded.map { program.reading($0) }
      ?? program.reading(
        of: isDenial
          ? Sentence(
            predicate: written.predicate.contrary, terms: written.terms, span: written.span)
          : written,
        variables: rule.variables)
    let clause =
      switch place {
      case .premise: "if this is \(isAsAsked ? "so" : "not so")"
      case .exception: "unless this is \(isAsAsked ? "so" : "not so")"
      case .gathering: "judging all cases like this together"
      }
    return (isDenial ? "denies" : "concludes") + " that \(sentence), \(clause)"
  }
}
