public import MootLanguage

/// What is asked of every case.
public struct CaseQuestion: Sendable {
  /// The index in `Program.questions`; `nil` for a sentence asked directly.
  public let question: Int?
  /// The sentence.
  public let sentence: Sentence
  /// Its variables.
  public let variables: [Variable]
  /// The date it is asked for, where that is not the file's.
  public let asOf: CalendarDate?

  /// Asks a question of the program, by its index.
  public init(_ index: Int, of program: Program) {
    let asked = program.questions[index]
    question = index
    sentence = asked.sentence
    variables = asked.variables
    asOf = asked.asOf
  }

  /// Asks a sentence directly.
  public init(_ sentence: Sentence, variables: [Variable]) {
    question = nil
    self.sentence = sentence
    self.variables = variables
    asOf = nil
  }
}
