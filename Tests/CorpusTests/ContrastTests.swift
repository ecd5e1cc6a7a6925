import MootLanguage
import MootReasoning
import Testing

@testable import MootCommand

/// Contrasts on every `expect` line with changes: they answer as the line demands, and say why.
struct ContrastTests {
  @Test(arguments: Repository.files(in: "Rules", suffixes: [".moot"]))
  func `what parts is followed down to a change`(path: String) throws {
    var arguments = Arguments()
    arguments.files = [Repository.root + "/" + path]
    let program = try arguments.readRuleBase(in: Surroundings())
      .checkedProgram(in: Surroundings())
    for expectation in program.expectations where !expectation.changes.isEmpty {
      guard expectation.instance == nil else { continue }
      let question = program.questions[expectation.question]
      var contrast = Contrast(
        of: program, changes: expectation.changes, asOf: question.asOf)
      let answers = contrast.answers(
        to: question.sentence, variables: question.variables, question: expectation.question)
      for pair in answers {
        let line = "\(path): \(question.name), \(expectation.changes)"
        if answers.count == 1 { #expect(expectation.outcome.isMet(by: pair.after), "\(line)") }
        let partings = contrast.partings(on: pair.before.literal)
        #expect(!pair.isChanged || !partings.isEmpty, "\(line)")
        for parting in partings { check(parting, among: partings, line) }
      }
    }
  }

  /// Each literal parts in fact, for reasons that are told: in a place of their own, or as a change.
  private func check(_ parting: Parting, among partings: [Parting], _ line: String) {
    let told = Set(partings.map(\.literal))
    for turn in parting.turns {
      #expect(turn.before != nil || turn.after != nil, "\(line)")
      for literal in turn.causes.compactMap(\.literal) {
        #expect(told.contains(literal) || told.contains(literal.contrary), "\(line)")
      }
      if case .assumed = turn.source { continue }
      #expect(!turn.causes.isEmpty, "\(line): \(turn)")
    }
  }

  @Test func `the contrast with no change has no difference`() throws {
    var arguments = Arguments()
    arguments.files = [Repository.root + "/Rules/allofmp3.moot"]
    let program = try arguments.readRuleBase(in: Surroundings())
      .checkedProgram(in: Surroundings())
    var contrast = Contrast(of: program, changes: [])
    #expect(contrast.differences().listed.isEmpty)
    for (index, question) in program.questions.enumerated() {
      for pair in contrast.answers(
        to: question.sentence, variables: question.variables, question: index)
      {
        #expect(!pair.isChanged)
        #expect(contrast.partings(on: pair.before.literal).isEmpty)
      }
    }
  }
}
