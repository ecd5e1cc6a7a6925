import MootLanguage

extension Grounder {
  /// Instantiates only what some atoms can depend on, found backwards from them (the slice of the question).
  mutating func instantiate(reachableFrom roots: [AtomDemand.Atom]) throws(LimitReached) {
    try markPossible()
    let concluding = Dictionary(grouping: rules) { rule in
      Int(evaluation.theory.program.rules[rule].conclusions[0].predicate.predicate.raw)
    }
    var demand = AtomDemand(inside: inside)
    for root in roots { demand.note(root) }
    repeat {
      while let (predicate, rows) = demand.next() {
        let first = ground.rules.count
        for rule in concluding[predicate] ?? [] { try instantiate(rule, concluding: rows) }
        noteReads(of: first..<ground.rules.count, &demand)
        noteOpposed(predicate, rows, &demand)
      }
      let arranged = GroundClasses(ground, inside: inside, in: evaluation)
      for atom in try arranged.demandPreferences() { demand.note(atom) }
    } while !demand.isEmpty
  }

  private mutating func instantiate(_ rule: Int, concluding rows: [Int]) throws(LimitReached) {
    let definition = evaluation.theory.program.rules[rule]
    for alternative in definition.alternatives.indices {
      let key = Matcher.Key(
        rule: rule, alternative: alternative, start: .conclusion(0), component: component)
      let seeds = evaluation.demandSeeds(
        definition.conclusions[0], of: rule, alternative: alternative, rows: rows)
      try record(key, seeds: seeds)
    }
  }

  private func noteReads(of instances: Range<Int>, _ demand: inout AtomDemand) {
    for instance in ground.rules[instances] {
      for member in instance.premises { demand.note(atom(of: member)) }
      for exception in instance.exceptions {
        for member in ground.exceptions[Int(exception)].members { demand.note(atom(of: member)) }
      }
    }
  }

  private func atom(of member: Int32) -> AtomDemand.Atom {
    let literal = ground.members[Int(member)].literal
    return AtomDemand.Atom(predicate: literal.predicate, row: literal.row)
  }

  private func noteOpposed(_ predicate: Int, _ rows: [Int], _ demand: inout AtomDemand) {
    for row in rows {
      for isPositive in [true, false] {
        for other in evaluation.incompatible(predicate, isPositive, row) {
          demand.note(AtomDemand.Atom(predicate: other.predicate, row: other.row))
        }
      }
    }
  }
}

/// The atoms of a component whose rules are still to be instantiated, each once.
struct AtomDemand {
  private let inside: Set<Int>
  private var known: [Int: Set<Int>] = [:]
  private var pending: [Int: [Int]] = [:]

  /// An atom of any table.
  struct Atom {
    let predicate: Int
    let row: Int
  }

  /// Nothing is asked for yet.
  init(inside: Set<Int>) { self.inside = inside }

  /// Whether nothing waits.
  var isEmpty: Bool { pending.isEmpty }

  /// Asks for an atom, unless it has been asked for or is of another component.
  mutating func note(_ atom: Atom) {
    guard inside.contains(atom.predicate),
      known[atom.predicate, default: []].insert(atom.row).inserted
    else { return }
    pending[atom.predicate, default: []].append(atom.row)
  }

  /// Takes the waiting atoms of one predicate.
  mutating func next() -> (predicate: Int, rows: [Int])? {
    guard let predicate = pending.keys.min(), let rows = pending.removeValue(forKey: predicate)
    else { return nil }
    return (predicate, rows)
  }
}
