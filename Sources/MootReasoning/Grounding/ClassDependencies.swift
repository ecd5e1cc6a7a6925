import MootLanguage

/// The dependencies between classes, from a class to those its rules read.
struct ClassDependencies {
  /// For each class, the classes its rules read.
  private(set) var all: [[Int]]
  /// For each class, the classes it reads otherwise than as premises.
  private var adverse: [[Int]]

  /// Finds what the rules of each class read.
  init(
    _ program: Program, rules: [[Int]], classOf: [Int], undercuts: [Int?], ranks: [[Theory.Rank]]
  ) {
    all = Array(repeating: [], count: rules.count)
    adverse = all
    for (head, members) in rules.enumerated() {
      for index in members {
        let rule = program.rules[index]
        for condition in rule.alternatives.joined() { read(condition, by: head, classOf) }
        for sentence in rule.exceptions.joined().flatMap(\.sentences) {
          adverse[head].append(classOf[Int(sentence.predicate.predicate.raw)])
        }
        if let undercut = undercuts[index] { adverse[head].append(classOf[undercut]) }
        for rank in ranks[index] { adverse[head].append(classOf[rank.predicate]) }
      }
      all[head] += adverse[head]
    }
  }

  /// Notes what a premise reads.
  private mutating func read(_ condition: Condition, by head: Int, _ classOf: [Int]) {
    func classes(_ sentences: [Sentence]) -> [Int] {
      sentences.map { classOf[Int($0.predicate.predicate.raw)] }
    }
    switch condition {
    case .sentence(let sentence, _): all[head] += classes([sentence])
    case .comparison, .calculation: break
    case .universal(let universal):
      all[head] += classes([universal.body])
      adverse[head] += classes(universal.domain.flatMap(\.sentences))
    case .aggregate(let aggregate):
      adverse[head] += classes(aggregate.conditions.flatMap(\.sentences))
    case .past(let past): all[head] += classes([past.sentence])
    }
  }

  /// How some classes depend on one another.
  func recursion(of members: [Int], isDisputed: [Bool]) -> ClassGraph.Recursion {
    if members.count == 1, !all[members[0]].contains(members[0]) { return .none }
    let inside = Set(members)
    let isAdverse = members.contains { member in
      isDisputed[member] || adverse[member].contains { inside.contains($0) }
    }
    return isAdverse ? .attack : .premises
  }
}
