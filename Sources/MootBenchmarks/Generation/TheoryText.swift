import MootLanguage

/// A theory in arrow notation while it is written, with literals of the form `a12` and `-a12`.
struct TheoryText {
  private var facts = ""
  private var rules = ""
  private var priorities = ""
  private var ruleCount = 0

  /// The arrow of a rule.
  enum Arrow: String {
    case strict = "->"
    case defeasible = "=>"
    case defeater = "~>"
  }

  /// The text as a file.
  func file(named name: String) -> SourceFile {
    SourceFile(name: "\(name).dfl", bytes: Array((facts + rules + priorities).utf8))
  }

  /// States a literal.
  mutating func add(fact literal: String) { facts += ">> \(literal)\n" }

  /// Adds a rule; its number.
  @discardableResult
  mutating func add(_ body: [String], _ arrow: Arrow, _ head: String) -> Int {
    rules += "r\(ruleCount): \(body.joined(separator: ", ")) \(arrow.rawValue) \(head)\n"
    ruleCount += 1
    return ruleCount - 1
  }

  /// Lets one rule prevail over another.
  mutating func add(_ stronger: Int, over weaker: Int) {
    priorities += "r\(stronger) > r\(weaker)\n"
  }
}

extension DefeasibleFamily {
  /// The theory of a parameter.
  func file(_ parameter: Int) -> SourceFile {
    var text = TheoryText()
    switch self {
    case .chain: Self.writeRow(parameter, .defeasible, &text)
    case .chains: Self.writeRow(parameter, .strict, &text)
    case .circle: Self.writeRing(parameter, .defeasible, &text)
    case .circles: Self.writeRing(parameter, .strict, &text)
    case .levels, .levelsWithoutPriorities: writeLevels(parameter, &text)
    case .teams: Self.writeTeams(depth: parameter, &text)
    case .tree: Self.writeTree(depth: parameter, &text)
    case .dag: Self.writeOverlaps(parameter, &text)
    case .mix: Self.writeMixture(parameter, &text)
    }
    return text.file(named: rawValue)
  }

  private static func writeRow(
    _ count: Int, _ arrow: TheoryText.Arrow, _ text: inout TheoryText
  ) {
    text.add(fact: "a0")
    for place in 0..<count { text.add(["a\(place)"], arrow, "a\(place + 1)") }
  }

  private static func writeRing(
    _ count: Int, _ arrow: TheoryText.Arrow, _ text: inout TheoryText
  ) {
    for place in 0..<count { text.add(["a\(place)"], arrow, "a\((place + 1) % count)") }
  }

  private func writeLevels(_ count: Int, _ text: inout TheoryText) {
    for place in 0..<2 * count + 2 {
      let weak = text.add([], .defeasible, "a\(place)")
      let strong = text.add(["a\(place + 1)"], .defeasible, "-a\(place)")
      if self == .levels, place % 2 == 1 { text.add(strong, over: weak) }
    }
    text.add([], .defeasible, "a\(2 * count + 2)")
  }

  private static func writeTeams(depth: Int, _ text: inout TheoryText) {
    let inner = nodes(4, above: depth)
    for place in 0..<inner {
      let rules = (1...4).map { branch in
        text.add(
          ["a\(4 * place + branch)"], .defeasible, (branch < 3 ? "" : "-") + "a\(place)")
      }
      text.add(rules[0], over: rules[2])
      text.add(rules[1], over: rules[3])
    }
    for place in inner..<inner + power(4, depth) { text.add([], .defeasible, "a\(place)") }
  }

  private static func writeTree(depth: Int, _ text: inout TheoryText) {
    let inner = nodes(3, above: depth)
    for place in 0..<inner {
      text.add((1...3).map { "a\(3 * place + $0)" }, .defeasible, "a\(place)")
    }
    for place in inner..<inner + power(3, depth) { text.add(fact: "a\(place)") }
  }

  private static func writeOverlaps(_ count: Int, _ text: inout TheoryText) {
    for place in 0...3 * count {
      text.add((1...3).map { "a\(place + $0)" }, .defeasible, "a\(place)")
    }
    for branch in 1...3 { text.add(fact: "a\(3 * count + branch)") }
  }

  private static func writeMixture(_ count: Int, _ text: inout TheoryText) {
    for (side, arrow, head) in [("f", TheoryText.Arrow.defeasible, "p"), ("d", .defeater, "-p")] {
      for rule in 0..<count {
        let rows = (0..<3).map { "\(side)\(rule)_\($0)_" }
        for row in rows {
          text.add(fact: "\(row)0")
          for place in 0..<10 { text.add(["\(row)\(place)"], .strict, "\(row)\(place + 1)") }
        }
        text.add(rows.map { "\($0)10" }, arrow, head)
      }
    }
  }
}
