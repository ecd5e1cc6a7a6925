public import MootLanguage
import MootReasoning
import MootReporting

extension RuleBase {
  /// Prepares to answer the same questions for many cases, each with facts of its own.
  ///
  /// What the cases have in common is evaluated once, and each costs what its own facts reach.
  ///
  /// - Parameters:
  ///   - questions: names, or sentences; all questions of the texts where none is given.
  ///   - date: the date of the answers, where a case has none; without one the question's own counts, or
  ///     that of the texts.
  public func cases(
    asking questions: [String] = [], asOf date: CalendarDate? = nil
  ) throws(RuleBaseError) -> CaseDesk {
    var program = program
    var asked: [CaseQuestion] = []
    for text in questions.isEmpty ? self.questions : questions {
      let read = try self.asked(text, in: &program)
      asked.append(
        read.question.map { CaseQuestion($0, of: program) }
          ?? CaseQuestion(read.sentence, variables: read.variables))
    }
    let evaluator = CaseEvaluator(program, asking: asked, asOf: date, limits: limits)
    return CaseDesk(
      evaluator, CaseReport(on: asked, of: program, receipt: receipt(asOf: nil)), limits)
  }
}
