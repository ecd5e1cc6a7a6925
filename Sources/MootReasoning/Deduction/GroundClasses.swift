import MootLanguage

/// A ground component with its literals numbered, the rules for each, and what conflicts with what.
struct GroundClasses {
  /// The rule instances.
  let ground: GroundTheory
  /// The evaluation that has the tables.
  let evaluation: Evaluation
  /// The predicates of the component, ascending, and the number of the first literal of each.
  private let inside: [Int]
  private var starts: [Int: Int] = [:]
  /// For each literal, the rule instances that conclude it.
  private(set) var supporters: [[Int32]]
  /// For each literal, its key.
  private(set) var literals: [GroundTheory.LiteralKey]

  /// Numbers the literals of a ground component: two for each atom, the positive first.
  init(_ ground: GroundTheory, inside: Set<Int>, in evaluation: Evaluation) {
    self.ground = ground
    self.evaluation = evaluation
    self.inside = inside.sorted()
    literals = []
    for predicate in self.inside {
      starts[predicate] = literals.count
      for row in 0..<evaluation.tables[predicate].count {
        for isPositive in [true, false] {
          literals.append(
            GroundTheory.LiteralKey(predicate: predicate, row: row, isPositive: isPositive))
        }
      }
    }
    supporters = Array(repeating: [], count: literals.count)
    for (index, rule) in ground.rules.enumerated() {
      for head in rule.heads {
        supporters[number(of: ground.heads[Int(head)])].append(Int32(index))
      }
    }
  }

  /// Asks for the preferences between instances that clash; those outside the component are decided at once,
  /// the atoms of the others are returned.
  @discardableResult
  func demandPreferences() throws(LimitReached) -> [AtomDemand.Atom] {
    var outside: Set<Int> = []
    var atoms: [AtomDemand.Atom] = []
    for literal in literals.indices {
      for (first, second) in try rankedPairs(literal) {
        try evaluation.budget.work(Evaluation.costOfPair)
        guard let rank = evaluation.rank(first, second) else { continue }
        let tuple = evaluation.precedenceTuple(rank, first, second, ground.keys)
        let row = evaluation.tables[rank.predicate].insert(tuple)
        if starts[rank.predicate] == nil {
          outside.insert(rank.predicate)
        } else {
          atoms.append(AtomDemand.Atom(predicate: rank.predicate, row: row))
        }
      }
    }
    for predicate in outside.sorted() { try evaluation.decideDemands(of: predicate) }
    return atoms
  }

  /// Decides every literal, by the components of the ground dependencies.
  func decide() throws(LimitReached) {
    let watch = evaluation.clashWatch()
    let clash = Clash(rules: evaluation.theory.program.rules, watch: watch) { first, second in
      evaluation.precedence(first, second, ground.keys)
    }
    let components = stronglyConnectedComponents(try dependencies())
    var componentOf = Array(repeating: 0, count: literals.count / 2)
    for (number, atoms) in components.enumerated() {
      for atom in atoms { componentOf[atom] = number }
    }
    for (number, atoms) in components.enumerated() {
      try evaluation.budget.spend(atoms.count)
      if try readsItself(atoms, { componentOf[$0] == number }) {
        try alternate(atoms)
      } else {
        resolve(atoms, clash)
      }
      reportCycles(atoms, clash)
      try evaluation.requireUnstopped(watch)
    }
  }

  /// Whether some atoms read one of those that are among them.
  func readsItself(
    _ atoms: [Int], _ isAmongThem: (Int) -> Bool
  ) throws(LimitReached) -> Bool {
    for atom in atoms where try readAtoms(atom).contains(where: isAmongThem) { return true }
    return false
  }

  /// Whether a predicate is of the component.
  func contains(_ predicate: Int) -> Bool { starts[predicate] != nil }

  /// The number of a literal of the component.
  func number(of key: GroundTheory.LiteralKey) -> Int {
    (starts[key.predicate] ?? 0) + key.row * 2 + (key.isPositive ? 0 : 1)
  }

  /// The literals that conflict with a literal.
  func opposed(_ literal: Int) -> [Int] {
    let key = literals[literal]
    let others = evaluation.incompatible(key.predicate, key.isPositive, key.row)
    return [literal ^ 1]
      + others.map {
        number(
          of: GroundTheory.LiteralKey(
            predicate: $0.predicate, row: $0.row, isPositive: $0.isPositive))
      }
  }

  /// The instances for a literal and for its opposites that some preference may rank, both ways round.
  private func rankedPairs(_ literal: Int) throws(LimitReached) -> [(Firing, Firing)] {
    let ranked = supporters[literal].filter {
      !evaluation.theory.ranks[Int(ground.rules[Int($0)].rule)].isEmpty
    }
    guard !ranked.isEmpty else { return [] }
    let attackers = opposed(literal).flatMap { supporters[$0] }
    var pairs: [(Firing, Firing)] = []
    for first in ranked {
      try evaluation.budget.work(attackers.count * Evaluation.costOfPair)
      for second in attackers {
        let pair = (marker(first), marker(second))
        if evaluation.rank(pair.0, pair.1) != nil { pairs.append(pair) }
      }
    }
    return pairs
  }

  /// A firing that only says which instance it is.
  func marker(_ rule: Int32) -> Firing {
    let instance = ground.rules[Int(rule)]
    return Firing(rule: instance.rule, lower: 0, upper: 0, key: instance.key)
  }

  /// For each atom, the atoms whose decision its own needs, and those it conflicts with.
  func dependencies() throws(LimitReached) -> [[Int]] {
    var dependencies: [[Int]] = []
    for atom in 0..<literals.count / 2 {
      var atoms = try readAtoms(atom)
      for literal in [2 * atom, 2 * atom + 1] {
        for other in opposed(literal) where other / 2 != atom { atoms.append(other / 2) }
      }
      dependencies.append(atoms)
    }
    return dependencies
  }

  /// The atoms of the component that the rules for an atom and the preferences between them read.
  func readAtoms(_ atom: Int) throws(LimitReached) -> [Int] {
    var atoms: [Int] = []
    for literal in [2 * atom, 2 * atom + 1] {
      for rule in supporters[literal] {
        let instance = ground.rules[Int(rule)]
        for member in instance.premises { atoms.append(self.atom(of: member)) }
        for exception in instance.exceptions {
          for member in ground.exceptions[Int(exception)].members {
            atoms.append(self.atom(of: member))
          }
        }
      }
      for (first, second) in try rankedPairs(literal) {
        if let precedence = precedenceLiteral(first, second) { atoms.append(precedence / 2) }
      }
    }
    return atoms
  }

  private func atom(of member: Int32) -> Int {
    number(of: ground.members[Int(member)].literal) / 2
  }

  /// The literal of the component that says the first of two instances prevails over the second.
  func precedenceLiteral(_ first: Firing, _ second: Firing) -> Int? {
    guard let rank = evaluation.rank(first, second), starts[rank.predicate] != nil else {
      return nil
    }
    let tuple = evaluation.precedenceTuple(rank, first, second, ground.keys)
    guard let row = evaluation.tables[rank.predicate].row(of: tuple) else { return nil }
    return number(
      of: GroundTheory.LiteralKey(
        predicate: rank.predicate, row: row, isPositive: rank.isPositive))
  }

  /// Decides atoms that do not depend on themselves, in one pass.
  private func resolve(_ atoms: [Int], _ clash: Clash) {
    var decided: [(Int, Standing)] = []
    for literal in atoms.flatMap({ [2 * $0, 2 * $0 + 1] }) {
      let firings = self.firings(literal)
      guard !firings.isEmpty else {
        decided.append((literal, .none))
        continue
      }
      let attackers = opposed(literal).flatMap { self.firings($0) }
      decided.append((literal, clash.standing(for: firings, against: attackers)))
    }
    for (literal, standing) in decided { set(standing, literal) }
  }

  /// Notes what has been decided.
  func set(_ standing: Standing, _ literal: Int) {
    let key = literals[literal]
    evaluation.tables[key.predicate].setStanding(standing, key.row, isPositive: key.isPositive)
  }

  /// The firings for a literal whose premises and exceptions are decided.
  private func firings(_ literal: Int) -> [Firing] {
    let key = literals[literal]
    var firings: [Firing] = []
    for index in supporters[literal] {
      let rule = ground.rules[Int(index)]
      let (lower, upper) = grade(of: rule)
      guard upper > 0 else { continue }
      if lower > 0 { evaluation.hasFired[Int(rule.rule)] = true }
      firings.append(Firing(rule: rule.rule, lower: lower, upper: upper, key: rule.key))
    }
    if evaluation.tables[key.predicate].isStated(key.row, isPositive: key.isPositive) {
      firings.append(.stated)
    }
    return firings
  }

  /// The firing grade of an instance, as its premises and exceptions stand.
  func grade(of rule: GroundTheory.Rule) -> (lower: UInt8, upper: UInt8) {
    var lower = rule.lower
    var upper = rule.upper
    for member in rule.premises {
      let (standing, standard) = read(member)
      lower = min(lower, premiseGrade(standing.lower, standard: standard))
      upper = min(upper, premiseGrade(standing.upper, standard: standard))
    }
    for index in rule.exceptions {
      let exception = ground.exceptions[Int(index)]
      var allowedLower = exception.lower
      var allowedUpper = exception.upper
      for member in exception.members {
        let (standing, standard) = read(member)
        allowedLower = max(allowedLower, allowedGrade(standing.countingUpper, standard: standard))
        allowedUpper = max(allowedUpper, allowedGrade(standing.countingLower, standard: standard))
      }
      lower = min(lower, allowedLower)
      upper = min(upper, allowedUpper)
    }
    return (lower, upper)
  }

  /// The standing of a premise or member, and the standard it names.
  func read(_ member: Int32) -> (Standing, UInt8) {
    let member = ground.members[Int(member)]
    let key = member.literal
    return (
      evaluation.tables[key.predicate].standing(key.row, isPositive: key.isPositive),
      member.standard
    )
  }

  private func reportCycles(_ atoms: [Int], _ clash: Clash) {
    for literal in atoms.flatMap({ [2 * $0, 2 * $0 + 1] }) {
      let standing = self.standing(literal)
      guard standing.lower >= 2 else { continue }
      let opposed = self.opposed(literal)
      let isIncoherent = opposed.contains {
        let opposite = self.standing($0)
        return opposite.lower >= 2 && min(opposite.lower, standing.lower) < 4
      }
      guard isIncoherent else { continue }
      let firings = self.firings(literal) + opposed.flatMap { self.firings($0) }
      evaluation.report(cycleAmong: firings, clash)
    }
  }

  private func standing(_ literal: Int) -> Standing {
    let key = literals[literal]
    return evaluation.tables[key.predicate].standing(key.row, isPositive: key.isPositive)
  }
}
