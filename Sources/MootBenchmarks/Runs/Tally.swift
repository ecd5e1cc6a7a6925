import MootLanguage
import MootReasoning

/// What is counted in an answer, to be compared with what it must be.
enum Tally {
  /// The literals of some relations, those that go in a circle apart.
  case relations([String])
  /// The literals of a relation by what stands in one of its holes.
  case values(relation: String, hole: Int)
  /// All literals by their grade.
  case grades

  /// Counts.
  func counts(_ outcome: Outcome) -> [String: Int] {
    var counts: [String: Int] = [:]
    switch self {
    case .relations(let keys):
      for key in keys {
        for counted in outcome.conclusionCounts(ofRelation: key) {
          counts[key + Self.mark(counted.grade), default: 0] += counted.count
        }
      }
    case .values(let key, let hole):
      for conclusion in outcome.conclusions(ofRelation: key) {
        let value = outcome.program.reading(of: conclusion.literal.arguments[hole])
        counts[value + Self.mark(conclusion.grade), default: 0] += 1
      }
    case .grades:
      for counted in outcome.conclusionCounts() {
        counts[counted.grade.isDecided ? "\(counted.grade.lower)" : "open", default: 0] +=
          counted.count
      }
    }
    return counts
  }

  private static func mark(_ grade: GradeInterval) -> String {
    grade.lower == .unsupported ? ", open" : ""
  }
}
