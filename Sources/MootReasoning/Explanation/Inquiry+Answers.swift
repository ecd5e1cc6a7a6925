public import MootLanguage

extension Inquiry {
  /// The grade of a literal.
  public func grade(of literal: Literal) -> GradeInterval { standing(of: literal).interval }

  /// The answer to a literal, whether it is arguable or not.
  public func answer(to literal: Literal) -> Answer {
    begin()
    return answer(to: literal, question: nil, bindings: [])
  }

  /// The answers to a sentence, whose variables are those given: one, or one for each instance that is at all
  /// arguable.
  public func answers(to sentence: Sentence, variables: [Variable]) -> [Answer] {
    answers(to: sentence, variables: variables, question: nil)
  }

  /// The reasons for an answer.
  public func explanation(of answer: Answer) -> Explanation {
    begin()
    var explainer = Explainer(self, limits: limits)
    return explainer.explanation(of: answer)
  }

  /// The answer to a literal as an instance of a question.
  func answer(to literal: Literal, question: Int?, bindings: [Answer.Binding]) -> Answer {
    Answering(self).answer(literal, question: question, bindings: bindings)
  }

  /// The answers to a sentence that a question of the program asks, by its index.
  func answers(
    to sentence: Sentence, variables: [Variable], question: Int?, inPairs: Bool = false
  ) -> [Answer] {
    let predicate = Int(sentence.predicate.predicate.raw)
    if let arguments = sentence.groundArguments {
      begin()
      let literal = Literal(sentence.predicate, arguments)
      return [answer(to: literal, question: question, bindings: [])]
    }
    let unbound: [ValueID?] = Array(repeating: nil, count: variables.count)
    let rows = rows(of: predicate, matching: sentence, unbound)
    beginAnswers(inPairs: inPairs)
    var answers: [Answer] = []
    for row in rows {
      let arguments = evaluation.tables[predicate].arguments(row).map { ValueID(raw: $0) }
      let literal = Literal(sentence.predicate, arguments)
      guard standing(of: literal).upper > 0 else { continue }
      forgetMany()
      var bindings = unbound
      _ = sentence.bind(arguments, &bindings)
      let named = zip(variables, bindings).compactMap { variable, value -> Answer.Binding? in
        guard let value, !variable.name.isEmpty else { return nil }
        return Answer.Binding(name: variable.name, value: value)
      }
      let answer = answer(to: literal, question: question, bindings: named)
      // One that a limit cut short is better left out, unless it is all there is.
      guard goesOn() || answers.isEmpty else { break }
      answers.append(answer)
      guard reachedLimit == nil else { break }
    }
    return answers
  }
}
