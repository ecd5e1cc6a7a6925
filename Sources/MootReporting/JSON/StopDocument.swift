import MootLanguage
import MootReasoning

/// Where a limit stopped an evaluation, in JSON.
struct StopDocument: Encodable {
  let limit: String
  let phase = "evaluation"
  let rule: Nullable<String>
  let instances: Int
  let sentences: Int
  let words: String

  private enum CodingKeys: String, CodingKey {
    case limit, phase, rule, instances, sentences, words
  }

  /// Creates the document of a stop.
  init(_ stop: Stop, in program: Program) {
    limit = stop.kind.rawValue
    rule = Nullable(stop.rule.map { program[$0].name })
    instances = stop.instances
    sentences = stop.sentences
    words = stop.words(in: program)
  }
}
