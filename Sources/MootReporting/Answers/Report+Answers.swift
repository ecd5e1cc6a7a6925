import MootLanguage
public import MootReasoning

extension Report {
  /// The answers to questions: each verdict with one line a side.
  public init(answering questions: [AnsweredQuestion], in outcome: Outcome) {
    self.init()
    addLimit(of: outcome)
    for (index, question) in questions.enumerated() {
      if index > 0 { add(.gap) }
      if let name = question.name {
        let title = question.title.map { Phrase("   " + $0) } ?? Phrase()
        add(.heading(level: 2, Phrase(name, .strong) + title, aside: Phrase()))
      }
      if question.answers.isEmpty {
        add(.entry(depth: 1, Phrase(question.sentence), aside: Phrase()))
        add(.paragraph(depth: 2, Phrase(outcome.nothingFound)))
        addLost(question.lost, depth: 2)
      }
      for (answer, reason) in zip(question.answers, question.reasons) {
        add(answer, reason: reason, in: outcome)
      }
    }
  }

  /// Adds one answer: what is asked, the verdict, and who is for and against.
  private mutating func add(_ answer: Answer, reason: String, in outcome: Outcome) {
    let program = outcome.program
    let date = answer.asOf.map { "as of " + $0.reading } ?? ""
    add(.entry(depth: 1, Phrase(program.reading(answer.literal)), aside: Phrase(date, .faint)))
    let lead = outcome.isDecided ? "" : "SO FAR "
    let headline = Phrase(lead + answer.headline, .strong)
    let sentences = outcome.isDecided ? [reason] + answer.remarks : []
    let remarks = sentences.filter { !$0.isEmpty }.joined(separator: " ")
    add(.paragraph(depth: 2, headline + Phrase(remarks.isEmpty ? "" : ". " + remarks)))
    if !answer.supporting.isEmpty {
      add(.row(depth: 2, label: "for", Phrase(program.line(answer.supporting)), note: Phrase()))
    }
    if !answer.opposing.isEmpty {
      add(.row(depth: 2, label: "against", Phrase(program.line(answer.opposing)), note: Phrase()))
    }
  }

  /// Adds the instances that are argued and lose, each to be asked for its reasons.
  public mutating func addLost(_ sentences: [String], depth: Int) {
    guard !sentences.isEmpty else { return }
    let list = sentences.map { "\"\($0)\"" }.joined(separator: ", ")
    add(.paragraph(depth: depth, Phrase("Argued and lost; ask why: \(list)")))
  }

  /// Adds that a limit stopped the evaluation, where one did.
  mutating func addLimit(of outcome: Outcome) {
    guard let limit = outcome.limitInWords else { return }
    let rest =
      outcome.isDecided
      ? "there may be more, and more arguments" : "what is not derived by then is missing"
    let words = ": \(limit); \(rest)."
    add(.paragraph(depth: 0, Phrase("INCOMPLETE", .strong) + Phrase(words)))
    add(.gap)
  }
}

extension Program {
  /// One side of a dispute on one line, strongest first.
  func line(_ side: [Answer.Side]) -> String {
    side.map { entry in
      var text = name(of: entry.source)
      let voice = voice(of: entry.source)
      if !voice.isEmpty { text += " (\(voice))" }
      if !entry.beatenBy.isEmpty {
        text += ", beaten by " + listed(entry.beatenBy.map { self[$0].name })
      }
      return text
    }.joined(separator: "; ")
  }

  /// What argues, by name.
  func name(of source: Argument.Source) -> String {
    switch source {
    case .rule(let rule): self[rule].name
    case .fact: "a stated fact"
    case .assumed: "supposed here"
    }
  }

  /// Who stands behind what argues; empty for nobody.
  func voice(of source: Argument.Source, described: Description = .byName) -> String {
    switch source {
    case .rule(let rule): voice(of: self[rule], described: described)
    case .fact(let index): voice(of: particulars(ofFact: index).attribution, described: described)
    case .assumed: ""
    }
  }

  /// What an argument cites.
  func cites(of source: Argument.Source) -> [CitationID] {
    switch source {
    case .rule(let rule): self[rule].cites
    case .fact(let index): particulars(ofFact: index).cites
    case .assumed: []
    }
  }

  /// What is stated along with a fact.
  func particulars(ofFact index: Int) -> Fact.Particulars {
    particulars[Int(facts[index].particulars)]
  }
}
