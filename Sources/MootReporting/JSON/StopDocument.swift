import MootLanguage
import MootReasoning

/// Where a limit stopped an evaluation, or reading answers off it, in JSON.
struct StopDocument: Encodable {
  let limit: String
  let phase: String
  let answers: Int?
  let rule: Nullable<String>
  let instances: Int
  let sentences: Int
  let words: String

  private enum CodingKeys: String, CodingKey {
    case limit, phase, answers, rule, instances, sentences, words
  }

  /// Creates the document of a stop.
  init(_ stop: Stop, in program: Program) {
    limit = stop.kind.rawValue
    switch stop.phase {
    case .evaluation: (phase, answers) = ("evaluation", nil)
    case .answering(let count): (phase, answers) = ("answering", count)
    }
    rule = Nullable(stop.rule.map { program[$0].name })
    instances = stop.instances
    sentences = stop.sentences
    words = stop.words(in: program)
  }
}
