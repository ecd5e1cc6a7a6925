import MootLanguage
import Testing

/// How well the checker explains single mistakes in real files.
struct MistakeTests {
  /// How many mistakes are made.
  private static let number = 300

  @Test(arguments: [2007, 1, 42] as [UInt64])
  func `a mistake is found where it is made, and its repair is named`(seed: UInt64) throws {
    let files = try RuleFiles.shipped.map { path in
      (path, try #require(RuleFiles.text(of: path)))
    }
    var generator = MistakeGenerator(files: files, seed: seed)
    var scores: [Mistake.Kind: Score] = [:]
    var total = Score()
    for number in 0..<Self.number {
      let kind = Mistake.Kind.allCases[number % Mistake.Kind.allCases.count]
      let (mistake, error) = failingMistake(of: kind, from: &generator)
      let isPlaced = mistake.places.contains(error.line)
      let isRepaired = mistake.repairs.contains { isNamed($0, in: error.text) }
      scores[kind, default: Score()].count(isPlaced, isRepaired)
      total.count(isPlaced, isRepaired)
      if !isPlaced || !isRepaired {
        let faults = (isPlaced ? "" : "PLACE ") + (isRepaired ? "" : "REPAIR")
        print(
          "\(faults) \(kind) \(mistake.path): \(mistake.description)\n    \(error.line): \(error.text)"
        )
      }
    }
    for kind in Mistake.Kind.allCases { print("\(kind): \(scores[kind, default: Score()].text)") }
    print("all mistakes of seed \(seed): \(total.text)")
    #expect(total.placed * 100 >= 95 * total.all, "found where it is made: \(total.text)")
    #expect(total.repaired * 100 >= 80 * total.all, "the repair is named: \(total.text)")
  }

  /// The next mistake of a kind that is an error, and the first error.
  private func failingMistake(
    of kind: Mistake.Kind, from generator: inout MistakeGenerator
  ) -> (Mistake, (line: Int, text: String)) {
    while true {
      guard let mistake = generator.mistake(kind) else { continue }
      let loaded = RuleFiles.load(mistake.path, text: mistake.text)
      let errors = loaded.diagnostics.filter { $0.severity == .error }
      guard let first = errors.first else { continue }
      let line = loaded.sources[Int(first.span.file)].position(at: Int(first.span.lower)).line
      let text = "\(first.message) [\(first.code)] \(first.help ?? "")"
      return (mistake, (first.span.file == 0 ? line : 0, text))
    }
  }

  /// Whether a text has the words of a repair, one after the other.
  private func isNamed(_ repair: String, in text: String) -> Bool {
    let (words, wanted) = (words(of: text), words(of: repair))
    return words.indices.contains { words[$0...].starts(with: wanted) }
  }

  private func words(of text: String) -> [Substring] {
    text.split { " \",:;()/".contains($0) }
  }

  /// How many of some mistakes were explained well.
  private struct Score {
    var all = 0
    var placed = 0
    var repaired = 0

    mutating func count(_ isPlaced: Bool, _ isRepaired: Bool) {
      all += 1
      if isPlaced { placed += 1 }
      if isRepaired { repaired += 1 }
    }

    var text: String {
      "\(placed) of \(all) found where made, \(repaired) with the right repair"
    }
  }
}
