import MootLanguage
public import MootReasoning

/// A question answered without what is supposed and with it: what `whatif` reports.
public struct ContrastedQuestion: Sendable {
  /// The question's name, or `nil` for a sentence asked directly.
  public let name: String?
  /// How the question is put in words.
  public let title: String?
  /// What is asked.
  public let sentence: String
  /// The outcomes, at the question's date.
  public let contrast: Contrast
  /// The answers: one pair, or one for each instance that is at all arguable in one of the outcomes.
  public let answers: [AnswerPair]

  /// Creates a question with its answers.
  public init(
    name: String?, title: String?, sentence: String, contrast: Contrast, answers: [AnswerPair]
  ) {
    self.name = name
    self.title = title
    self.sentence = sentence
    self.contrast = contrast
    self.answers = answers
  }

  /// Whether an answer to it changes.
  public var isChanged: Bool { answers.contains(where: \.isChanged) }
}
