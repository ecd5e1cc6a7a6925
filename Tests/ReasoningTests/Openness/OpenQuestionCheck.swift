import MootLanguage

@testable import MootReasoning
@testable import MootReference

/// Checks what is read off a question under open facts against each of the choices among them.
struct OpenQuestionCheck {
  let question: OpenQuestion

  /// What comes of each choice; a choice is a number whose bits are the facts.
  let findings: [Finding]

  /// What is wrong.
  private(set) var problems: [String] = []

  /// The truth values of each choice.
  private let values: [[Bool]]

  init(_ question: OpenQuestion, findings: [Finding]) {
    self.question = question
    self.findings = findings
    values = Self.choices(of: question.facts.count)
  }

  /// The truth values of each choice among so many facts.
  static func choices(of count: Int) -> [[Bool]] {
    (0..<1 << count).map { choice in (0..<count).map { choice >> $0 & 1 == 1 } }
  }

  private var count: Int { question.facts.count }

  /// Checks all of it.
  mutating func run(_ random: inout SeededGenerator) {
    for choice in findings.indices where question.finding(when: values[choice]) != findings[choice]
    {
      return report("choice \(values[choice]) gives \(question.finding(when: values[choice]))")
    }
    checkRelevance()
    checkTable()
    checkFlips()
    checkChances()
    for _ in 0..<2 { checkInterview(&random) }
  }

  private mutating func report(_ problem: String) { problems.append(problem) }

  /// Whether the finding depends on a fact for some of the choices, which are in order.
  private func matters(_ fact: Int, among choices: [Int]) -> Bool {
    var isAmong = Array(repeating: false, count: findings.count)
    for choice in choices { isAmong[choice] = true }
    return choices.contains { isAmong[$0 ^ 1 << fact] && findings[$0] != findings[$0 ^ 1 << fact] }
  }

  private mutating func checkRelevance() {
    let decisive = (0..<count).filter { matters($0, among: Array(findings.indices)) }
    if question.decisiveFacts != decisive { report("decisive are \(decisive)") }
    let possible = Finding.all.filter(findings.contains)
    if question.possibleFindings != possible { report("possible are \(possible)") }
    let constant = possible.count == 1 ? possible[0] : nil
    if question.settledFinding != constant { report("settled is \(String(describing: constant))") }
  }

  /// Every choice is covered by rows of its finding alone, and no row could be shorter or left out.
  private mutating func checkTable() {
    guard let table = try? question.table() else { return report("no table") }
    var covering = Array(repeating: 0, count: findings.count)
    for choice in findings.indices {
      let rows = table.rows.filter { $0.covers(values[choice]) }
      covering[choice] = rows.count
      if rows.isEmpty || rows.contains(where: { $0.finding != findings[choice] }) {
        report("rows of \(values[choice]): \(rows)")
      }
    }
    for row in table.rows {
      let covered = findings.indices.filter { row.covers(values[$0]) }
      if !covered.contains(where: { covering[$0] == 1 }) { report("needless row \(row)") }
      for fact in row.values.indices where row.values[fact] != nil {
        var shorter = row.values
        shorter[fact] = nil
        let wider = DecisionTable.Row(values: shorter, finding: row.finding)
        let isImplicant = findings.indices.allSatisfy {
          !wider.covers(values[$0]) || findings[$0] == row.finding
        }
        if isImplicant { report("row could be shorter: \(row)") }
      }
    }
  }

  /// The least sets of changes to another verdict are those that trying every set finds.
  private mutating func checkFlips() {
    var findingOfMade = findings
    for (finding, values) in zip(findings, values) {
      findingOfMade[mask(zip(question.facts, values).map { $0.isMade(when: $1) })] = finding
    }
    let isSought: (Finding) -> Bool = { $0 != findingOfMade[0] && $0 != .preferenceCycle }
    let sought = findingOfMade.indices.filter { isSought(findingOfMade[$0]) }
    let least = sought.filter { made in
      !sought.contains { $0 != made && $0 & made == $0 }
    }
    let found = question.function.minimalChoices(
      weights: Array(repeating: 1, count: count), most: count, limit: .max, where: isSought)
    let masks = (found ?? []).map { choice in
      mask((0..<count).map { choice.made.contains($0) })
    }
    if masks.sorted() != least { report("least changes are \(least), not \(masks)") }
    for (choice, mask) in zip(found ?? [], masks) where choice.finding != findingOfMade[mask] {
      report("making \(choice.made) gives another finding")
    }
  }

  private func mask(_ bits: [Bool]) -> Int {
    bits.enumerated().reduce(0) { $1.element ? $0 | 1 << $1.offset : $0 }
  }

  /// How likely a choice is, and how likely it is when one fact is known.
  private func weight(_ choice: Int, knowing fact: Int? = nil) -> Double {
    zip(question.facts, values[choice]).enumerated().reduce(1.0) { product, element in
      let (index, (open, value)) = element
      guard index != fact else { return product }
      let chance = open.chance ?? 0.25
      return product * (value ? chance : 1 - chance)
    }
  }

  private mutating func checkChances() {
    let lacking = question.decisiveFacts.filter { question.facts[$0].chance == nil }
    if question.factsWithoutChance != lacking { report("no chance have \(lacking)") }
    guard lacking.isEmpty else {
      if question.chances != nil || question.influences != nil { report("chances for nothing") }
      return
    }
    compare(question.chances ?? [], over: Array(findings.indices), knowing: nil)
    for influence in question.influences ?? [] {
      let fact = influence.fact
      let so = findings.indices.filter { values[$0][fact] }
      compare(influence.whenTrue, over: so, knowing: fact)
      compare(
        influence.whenFalse, over: findings.indices.filter { !so.contains($0) }, knowing: fact)
    }
    if (question.influences ?? []).map(\.fact) != question.decisiveFacts {
      report("influences of \(question.influences ?? [])")
    }
  }

  private mutating func compare(
    _ chances: [OpenQuestion.Chance], over choices: [Int], knowing fact: Int?
  ) {
    for finding in Finding.all {
      let expected = choices.filter { findings[$0] == finding }.reduce(0.0) {
        $0 + weight($1, knowing: fact)
      }
      let found = chances.first { $0.finding == finding }?.value ?? 0
      if abs(found - expected) > 1e-9 { report("chance of \(finding): \(found), not \(expected)") }
    }
  }

  /// An interview about a hidden choice ends with what comes of it, and asks nothing that cannot matter.
  private mutating func checkInterview(_ random: inout SeededGenerator) {
    let hidden = random.below(findings.count)
    var interview = Interview(on: question)
    var choices = Array(findings.indices)
    var history: [[Int]] = []
    var steps = 0
    while let fact = interview.nextFact {
      steps += 1
      guard steps < 100 else { return report("an interview without end") }
      if !matters(fact, among: choices) || interview.answers.contains(where: { $0.fact == fact }) {
        return report("asks needlessly for \(fact) after \(interview.answers)")
      }
      history.append(choices)
      if random.chance(15) {
        interview.answer(fact, nil)
      } else {
        let value = values[hidden][fact]
        interview.answer(fact, value)
        choices = choices.filter { values[$0][fact] == value }
      }
      if random.chance(10), let earlier = history.popLast() {
        interview.takeBack()
        choices = earlier
      }
    }
    for choice in choices
    where interview.remaining.finding(when: values[choice]) != findings[choice] {
      report("after \(interview.answers) \(values[choice]) gives another finding")
    }
    let isEverythingKnown = interview.answers.allSatisfy { $0.value != nil }
    if isEverythingKnown, interview.remaining.settledFinding != findings[hidden] {
      report("an interview about \(values[hidden]) ends with another finding")
    }
    let asked = interview.answers.map(\.fact)
    if choices.contains(where: { findings[$0] != findings[choices[0]] }),
      (0..<count).contains(where: { !asked.contains($0) && matters($0, among: choices) })
    {
      report("an interview ends too soon")
    }
  }
}
