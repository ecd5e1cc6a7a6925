import MootLanguage
public import MootReasoning

extension Outcome {
  /// The conclusions in the order of their JSON notation as bytes; of one relation where a key is given.
  public func sortedConclusions(ofRelation key: String? = nil) -> [Conclusion] {
    let program = program
    return conclusions(ofRelation: key)
      .map { (notation: program.notation($0.literal), conclusion: $0) }
      .sorted { $0.notation.utf8.lexicographicallyPrecedes($1.notation.utf8) }
      .map(\.conclusion)
  }

  /// Conclusions as text: one line each, its grade and its sentence.
  ///
  /// Written piece by piece, as there can be millions.
  public func text(of conclusions: [Conclusion]) -> String {
    var text = ""
    for conclusion in conclusions {
      let grade = conclusion.grade.name
      let gap = String(repeating: " ", count: max(2, 13 - grade.count))
      text += grade + gap + program.sentence(conclusion.literal).withControlsEscaped + "\n"
    }
    return text
  }

  /// Conclusions as JSON (`moot.conclusions/1`), one to a line.
  public func json(of conclusions: [Conclusion], receipt: Receipt) -> String {
    let program = program
    var text = "{\"asOf\":" + (asOf.map { jsonString($0.text) } ?? "null")
    text += ",\"conclusions\":["
    for (index, conclusion) in conclusions.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += "{\"literal\":" + jsonString(program.notation(conclusion.literal))
      text += ",\"lower\":\"" + conclusion.grade.lower.name
      text += "\",\"sentence\":" + jsonString(program.sentence(conclusion.literal))
      text += ",\"upper\":\"" + conclusion.grade.upper.name + "\"}"
    }
    text += "\n]"
    if let reachedLimit { text += ",\"incomplete\":" + jsonString(reachedLimit.rawValue) }
    return text + ",\"receipt\":" + compactJSONText(receipt)
      + ",\"schema\":\"moot.conclusions/1\"}\n"
  }
}

extension Report {
  /// The numbers of conclusions by relation and grade.
  public init(counting conclusions: [Conclusion], in outcome: Outcome) {
    self.init()
    let program = outcome.program
    let rows = Self.counts(of: conclusions).map { (program.key(of: $0.predicate), $0.numbers) }
    for (key, numbers) in rows.sorted(by: { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }) {
      let counts = numbers.sorted { ($1.key.upper, $1.key.lower) < ($0.key.upper, $0.key.lower) }
      let words = counts.map { "\($0.value) \($0.key.name)" }.joined(separator: ", ")
      add(.row(depth: 0, label: key, Phrase(words), note: Phrase()))
    }
    if conclusions.isEmpty { add(.paragraph(depth: 0, "Nothing is concluded.")) }
  }

  /// The numbers of conclusions of each predicate and polarity that has any, by grade.
  ///
  /// There can be millions to count: those of a predicate follow each other, so it is looked up once.
  private static func counts(
    of conclusions: [Conclusion]
  ) -> [(predicate: SignedPredicate, numbers: [GradeInterval: Int])] {
    var counts: [(predicate: SignedPredicate, numbers: [GradeInterval: Int])] = []
    var rest = conclusions[...]
    while let first = rest.first {
      let predicate = first.literal.predicate.predicate
      let end = rest.firstIndex { $0.literal.predicate.predicate != predicate } ?? rest.endIndex
      for isPositive in [true, false] {
        let signed = SignedPredicate(predicate, isPositive: isPositive)
        var numbers: [GradeInterval: Int] = [:]
        for conclusion in rest[..<end] where conclusion.literal.predicate == signed {
          numbers[conclusion.grade, default: 0] += 1
        }
        if !numbers.isEmpty { counts.append((signed, numbers)) }
      }
      rest = rest[end...]
    }
    return counts
  }

  /// Conclusions as a list, each sentence with its grade.
  public init(listing conclusions: [Conclusion], in outcome: Outcome) {
    self.init()
    for conclusion in conclusions {
      let sentence = outcome.program.sentence(conclusion.literal)
      add(.entry(depth: 1, Phrase(sentence), aside: Phrase(conclusion.grade.name)))
    }
  }
}
