@testable import MootReference

extension ChainProgram {
  /// The program that a seed names.
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    size = 70 + random.below(random.chance(30) ? 30 : 180)
    drawProperties(&random)
    for number in 0..<3 { drawRelation("b\(number)", isGiven: true, &random) }
    for number in 0..<2 { drawRelation("d\(number)", isGiven: random.chance(30), &random) }
    for head in 3...4 {
      if random.chance(70) { drawClosure(of: head, &random) }
      for _ in 0..<(1 + random.below(2)) { drawRule(head, &random) }
    }
  }

  private mutating func drawProperties(_ random: inout SeededGenerator) {
    for number in 0..<2 {
      let share = random.element(of: [5, 50, 95])!
      let highest = random.element(of: [1, 4, 5])!
      let grades = (0..<size).map { _ in
        random.chance(share) ? UInt8(highest == 1 ? 4 : 1 + random.below(highest)) : 0
      }
      properties.append(Property(name: "p\(number)", grades: grades))
    }
  }

  /// Pairs, stated themselves, by one rule, or in several ways so that their grades differ.
  private mutating func drawRelation(
    _ name: String, isGiven: Bool, _ random: inout SeededGenerator
  ) {
    var relation = Relation(
      name: name, isNegative: random.chance(25), given: Array(repeating: 0, count: size * size))
    let density = name.hasPrefix("d") ? 1 : random.element(of: [1, 3, 12, 20])!
    let kinds: [(grade: UInt8, isDirect: Bool)]
    switch isGiven ? random.below(4) : 4 {
    case 0, 1: kinds = [(4, true)]
    case 2: kinds = [(UInt8(1 + random.below(4)), false)]
    case 3: kinds = [(UInt8(1 + random.below(3)), false), (4, true), (4, false)]
    default: kinds = []
    }
    for (grade, isDirect) in kinds {
      let pairs = (0..<size * density / kinds.count).map { _ in
        (random.below(size), random.below(size))
      }
      for (first, second) in pairs {
        relation.given[first * size + second] = max(relation.given[first * size + second], grade)
      }
      relation.sources.append(Source(pairs: pairs, grade: grade, isDirect: isDirect))
    }
    relations.append(relation)
  }

  /// A relation and its closure: from the left, from the right, or with itself.
  private mutating func drawClosure(of head: Int, _ random: inout SeededGenerator) {
    let base = random.below(3)
    let highest: UInt8 = random.chance(60) ? 4 : 3
    let step = Link(relation: base, isReversed: false, standard: 0)
    let own = Link(relation: head, isReversed: false, standard: 0)
    let chains = [[own, step], [step, own], size < 100 ? [own, own] : [own, step]]
    rules.append(
      Rule(
        head: head, isSwapped: false, links: [step], highest: highest, seed: random.next()))
    rules.append(
      Rule(
        head: head, isSwapped: false, links: random.element(of: chains)!,
        highest: random.chance(70) ? highest : 7 - highest, seed: random.next()))
  }

  private mutating func drawRule(_ head: Int, _ random: inout SeededGenerator) {
    var links: [Link] = []
    let length = 1 + random.index(weights: [2, 6, 2])
    let own = random.chance(30) ? random.below(length) : -1
    for place in 0..<length {
      let isOwn = place == own
      let relation = isOwn ? head : random.below(head == 4 && random.chance(40) ? 4 : 3)
      let standard = relation < 3 && random.chance(15) ? 1 + random.below(3) : 0
      links.append(
        Link(relation: relation, isReversed: random.chance(35), standard: UInt8(standard)))
    }
    var rule = Rule(
      head: head, isSwapped: random.chance(35), links: links,
      highest: UInt8([4, 4, 3, 3, 2, 1][random.below(6)]), seed: random.next())
    func check() -> Check { Check(place: random.below(length + 1), property: random.below(2)) }
    if random.chance(25) { rule.premises.append(check()) }
    if random.chance(20) { rule.exceptions.append(check()) }
    rules.append(rule)
  }
}
