import MootLanguage
import MootReasoning

extension RuleBase {
  /// Reads sentences without variables.
  func literals(_ texts: [String], in program: inout Program) throws(RuleBaseError) -> [Literal] {
    var sentences: [Sentence] = []
    if isTheory {
      for text in texts { sentences.append(try sentence(text, in: &program).sentence) }
    } else {
      let reading = program.sentences(readingLines: texts)
      guard reading.diagnostics.isEmpty else {
        throw .unread(Messages(reading.diagnostics, program.sources))
      }
      sentences = reading.sentences
    }
    var literals: [Literal] = []
    literals.reserveCapacity(sentences.count)
    for (sentence, text) in zip(sentences, texts) {
      guard let literal = Literal(sentence) else {
        throw .variables(text.withControlsEscaped)
      }
      literals.append(literal)
    }
    return literals
  }

  /// Reads changes, one in each text; they may bring values and preferences into the program.
  func changes(_ texts: [String], in program: inout Program) throws(RuleBaseError) -> [Change] {
    guard isTheory else {
      let reading = program.changes(readingLines: texts)
      guard reading.diagnostics.isEmpty else {
        throw .unread(Messages(reading.diagnostics, program.sources))
      }
      return reading.changes
    }
    var changes: [Change] = []
    for text in texts {
      let reading = program.theoryChange(reading: text)
      guard let change = reading.change else {
        throw .unread(Messages(reading.diagnostics, program.sources))
      }
      changes.append(change)
    }
    return changes
  }

  /// Reads a sentence, whose new values go into a program.
  func sentence(
    _ text: String, in program: inout Program
  ) throws(RuleBaseError) -> (sentence: Sentence, variables: [Variable]) {
    let reading =
      isTheory
      ? program.literal(reading: text) : program.sentence(reading: text)
    guard let sentence = reading.sentence else {
      throw .unread(Messages(reading.diagnostics, reading.program.sources))
    }
    program = reading.program
    return (sentence, reading.variables)
  }
}
