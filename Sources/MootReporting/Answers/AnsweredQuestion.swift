public import MootLanguage
public import MootReasoning

/// A question with its answers: what `ask` reports.
public struct AnsweredQuestion: Sendable {
  /// The question's name, or `nil` for a sentence asked directly.
  public let name: String?
  /// How the question is put in words.
  public let title: String?
  /// What is asked.
  public let sentence: String
  /// The answers: one, or one for each instance that is at all arguable.
  public let answers: [Answer]

  /// For each answer what is to be said of it, or nothing.
  public let reasons: [String]
  /// Where there is no answer: the instances that are argued and lose, in words that can be asked.
  public var lost: [String] = []

  /// Creates the answers to a question of the program; there is a reason for each, which may be empty.
  public init(_ question: Question, in program: Program, answers: [Answer], reasons: [String]) {
    name = question.name
    title = question.title
    sentence = program.reading(of: question.sentence, variables: question.variables)
    self.answers = answers
    self.reasons = reasons
  }

  /// Creates the answers to a sentence asked directly; there is a reason for each, which may be empty.
  public init(sentence: String, answers: [Answer], reasons: [String]) {
    name = nil
    title = nil
    self.sentence = sentence
    self.answers = answers
    self.reasons = reasons
  }
}
