import MootKit
import MootLanguage
import MootReasoning

extension RuleBase {
  /// The caseload's rules with the facts of a folder, as a program that embeds Moot reads them.
  static func caseload(factsIn folder: String) throws(Failure) -> RuleBase {
    try Failure.rethrowing { () throws(RuleBaseError) in
      try RuleBase(
        String(decoding: Loading.rules("w1.moot") ?? [], as: UTF8.self), named: "w1.moot")
    }.adding(factsIn: folder)
  }

  private func adding(factsIn folder: String) throws(Failure) -> RuleBase {
    var rules = self
    rules.limits = Loading.limits
    for name in try names(inFolder: folder) where name.hasSuffix(".facts") {
      let file = SourceFile(name: name, bytes: try contents(ofFile: "\(folder)/\(name)"))
      try Failure.rethrowing { () throws(RuleBaseError) in try rules.appendFacts(file) }
    }
    return rules
  }
}

extension LiveDocket {
  /// Fails unless every question has the grade that evaluating afresh, with some changes made, gives it.
  mutating func compare(with rules: RuleBase, making changes: [String]) throws(Failure) {
    var program = rules.program
    let made = program.changes(readingLines: changes).changes
    let sentences = program.sentences(readingLines: questions).sentences
    let outcome = evaluate(Scenario(program, changes: made), limits: Loading.limits)
    let grades = Dictionary(
      outcome.conclusions().map { ($0.literal, $0.grade) }, uniquingKeysWith: { first, _ in first })
    for (place, sentence) in sentences.enumerated() {
      let fresh = Literal(sentence).flatMap { grades[$0] } ?? GradeInterval.none
      let kept = try Failure.rethrowing { () throws(RuleBaseError) in try grade(place) }
      guard kept == fresh else {
        throw .wrongAnswer("\"\(questions[place])\" is kept as \(kept), and is \(fresh)")
      }
    }
  }
}

extension Failure {
  /// What a call of the library gives; its errors are errors of what was given to it.
  static func rethrowing<Result>(
    _ call: () throws(RuleBaseError) -> Result
  ) throws(Failure) -> Result {
    do throws(RuleBaseError) {
      return try call()
    } catch {
      throw .wrongInput("\(error)")
    }
  }
}
