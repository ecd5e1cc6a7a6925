import MootLanguage
public import MootReasoning

extension Outcome {
  /// The conclusions in the order of their JSON notation as bytes; of one relation where a key is given, and no
  /// more than `most`, those of the relations declared first.
  public func sortedConclusions(
    ofRelation key: String? = nil, first most: Int = .max
  ) -> [Conclusion] {
    let program = program
    return conclusions(ofRelation: key, first: most)
      .map { (notation: program.notation($0.literal), conclusion: $0) }
      .sorted { $0.notation.precedesInBytes($1.notation) }
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
    text += ",\"receipt\":" + compactJSONText(receipt) + ",\"schema\":\"moot.conclusions/1\""
    if let stop { text += ",\"stopped\":" + compactJSONText(StopDocument(stop, in: program)) }
    return text + "}\n"
  }
}

extension Outcome {
  /// Conclusions for a spreadsheet: the notation and the sentence of each, and the ends of its grade.
  public func spreadsheet(of conclusions: [Conclusion]) -> String {
    let program = program
    var text = spreadsheetRow(["literal", "sentence", "lower", "upper"])
    for conclusion in conclusions {
      text += spreadsheetRow([
        program.notation(conclusion.literal), program.sentence(conclusion.literal),
        conclusion.grade.lower.name, conclusion.grade.upper.name,
      ])
    }
    return text
  }
}

extension Report {
  /// The numbers of conclusions by relation and grade; of one relation where a key is given.
  public init(countingConclusionsOf outcome: Outcome, relation: String? = nil) {
    self.init()
    var rest = outcome.countedConclusions(ofRelation: relation)[...]
    if rest.isEmpty { add(.paragraph(depth: 0, "Nothing is concluded.")) }
    while let key = rest.first?.key {
      let counts = rest.prefix { $0.key == key }
      let words = counts.map { "\($0.count.count) \($0.count.grade.name)" }
      rest = rest[counts.endIndex...]
      add(.row(depth: 0, label: key, Phrase(words.joined(separator: ", ")), note: Phrase()))
    }
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
