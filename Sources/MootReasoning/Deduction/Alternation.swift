import MootLanguage

/// The alternating fixpoint of section 2, "Circularity", on ground literals (Van Gelder 1993): certainly and
/// possibly holding levels are computed from one another in turn until neither changes.
struct Alternation {
  private let circle: Circle
  private let links: CircleLinks

  /// Prepares the alternation for a circle.
  init(_ circle: Circle) {
    self.circle = circle
    links = CircleLinks(circle)
  }

  /// The standing of each literal.
  mutating func run() -> [Standing] {
    var certain = Array(repeating: UInt8(0), count: circle.literalCount)
    var possible = step(reading: certain, end: .upper)
    while true {
      let moreCertain = step(reading: possible, end: .lower)
      let lessPossible = step(reading: moreCertain, end: .upper)
      let isStable = moreCertain == certain && lessPossible == possible
      certain = moreCertain
      possible = lessPossible
      if isStable { break }
    }
    return zip(certain, possible).map { lower, upper in
      Standing(lower: Self.highestLevel(lower), upper: Self.highestLevel(upper))
    }
  }

  private func step(reading other: [UInt8], end: CircleStep.End) -> [UInt8] {
    var step = CircleStep(circle, links, reading: other, end: end)
    return step.run()
  }

  private static func highestLevel(_ levels: UInt8) -> UInt8 {
    levels == 0 ? 0 : UInt8(8 - levels.leadingZeroBitCount)
  }
}

/// Where each literal, rule and exception of a circle occurs, for counting.
struct CircleLinks {
  /// For each literal, the rules that have it as a premise, with the standard.
  var premises: [[(rule: Int32, standard: UInt8)]]
  /// For each literal, the exceptions it is a member of, with the standard.
  var exceptions: [[(exception: Int32, standard: UInt8)]]
  /// For each exception, its rule.
  var ruleOfException: [Int32]
  /// For each literal, the rules that conclude it.
  var supporters: [[Int32]]
  /// Every pair of a literal and a rule against it.
  var attacks: [(literal: Int32, attacker: Int32)] = []
  /// For each rule, the attacks it makes.
  var attacksOf: [[Int32]]
  /// For each rule, the attacks it answers where it fires: with the index of the precedence that says so.
  var answers: [[(attack: Int32, precedence: Int32)]]
  /// For each literal, the precedences it decides.
  var precedences: [[Int32]]
  /// For each precedence, the attacks its winner answers by it.
  var answersOf: [[Int32]]

  /// Links up a circle.
  init(_ circle: Circle) {
    premises = Array(repeating: [], count: circle.literalCount)
    exceptions = Array(repeating: [], count: circle.literalCount)
    ruleOfException = Array(repeating: 0, count: circle.exceptions.count)
    supporters = Array(repeating: [], count: circle.literalCount)
    attacksOf = Array(repeating: [], count: circle.rules.count)
    answers = Array(repeating: [], count: circle.rules.count)
    precedences = Array(repeating: [], count: circle.literalCount)
    answersOf = Array(repeating: [], count: circle.precedences.count)
    linkRules(circle)
    linkAttacks(circle)
    linkPrecedences(circle)
  }

  private mutating func linkRules(_ circle: Circle) {
    for (index, rule) in circle.rules.enumerated() {
      for member in rule.premises {
        let member = circle.members[Int(member)]
        premises[Int(member.literal)].append((Int32(index), member.standard))
      }
      for exception in rule.exceptions {
        ruleOfException[Int(exception)] = Int32(index)
        for member in circle.exceptions[Int(exception)].members {
          let member = circle.members[Int(member)]
          exceptions[Int(member.literal)].append((exception, member.standard))
        }
      }
      for head in rule.heads { supporters[Int(circle.heads[Int(head)])].append(Int32(index)) }
    }
  }

  private mutating func linkAttacks(_ circle: Circle) {
    for literal in 0..<circle.literalCount {
      var known: Set<Int32> = []
      for opposed in circle.opposed[literal] {
        for attacker in supporters[Int(opposed)] where known.insert(attacker).inserted {
          attacksOf[Int(attacker)].append(Int32(attacks.count))
          attacks.append((Int32(literal), attacker))
        }
      }
    }
  }

  private mutating func linkPrecedences(_ circle: Circle) {
    var attacksByPair: [UInt64: Int32] = [:]
    for (index, attack) in attacks.enumerated() {
      attacksByPair[UInt64(attack.literal) << 32 | UInt64(attack.attacker)] = Int32(index)
    }
    for (index, precedence) in circle.precedences.enumerated() {
      if let literal = precedence.literal { precedences[Int(literal)].append(Int32(index)) }
      for head in circle.rules[Int(precedence.winner)].heads {
        let literal = circle.heads[Int(head)]
        if let attack = attacksByPair[UInt64(literal) << 32 | UInt64(precedence.loser)] {
          answers[Int(precedence.winner)].append((attack, Int32(index)))
          answersOf[index].append(attack)
        }
      }
    }
  }
}
