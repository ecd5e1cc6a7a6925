/// What must be decided again when something changes in a circuit.
struct CircuitLinks {
  /// For each step, the later steps that read it.
  let readers: Lists<Int32>
  /// For each open change, the steps whose rules or facts ask for it.
  let affected: Lists<Int32>

  /// Links up the steps of a circuit.
  init(_ circuit: Circuit, changeCount: Int) {
    var stepOf = Array(repeating: Int32(0), count: circuit.literalCount / 2)
    for step in circuit.isCircular.indices {
      for atom in circuit.steps[step] { stepOf[Int(atom)] = Int32(step) }
    }
    var read = Lists<Int32>()
    var asked = Lists<Int32>()
    for step in circuit.isCircular.indices {
      var steps: Set<Int32> = []
      var changes: Set<Int32> = []
      for atom in circuit.steps[step] {
        for literal in [2 * Int(atom), 2 * Int(atom) + 1] {
          circuit.visitReads(of: literal) {
            steps.insert(stepOf[Int($0) / 2])
          } change: {
            changes.insert(Int32($0))
          }
        }
      }
      steps.remove(Int32(step))
      read.append(steps.sorted())
      asked.append(changes.sorted())
    }
    readers = read.inverted(count: circuit.isCircular.count)
    affected = asked.inverted(count: changeCount)
  }
}

extension Circuit {
  /// Tells the literals and open changes that a literal's own decision reads.
  func visitReads(of literal: Int, literal read: (Int32) -> Void, change ask: (Int) -> Void) {
    func note(_ conditions: Range<Int32>) {
      for place in conditions { ask(guards[Int(place)].change) }
    }
    for statement in statements[literal] { note(statement) }
    for opposed in opposed[literal] { read(opposed) }
    for index in supporters[literal] { visitReads(ofInstance: Int(index), read, note) }
    for attack in attacks[literal] {
      visitReads(ofInstance: Int(attack.attacker), read, note)
      for rank in attack.ranks {
        for precedence in [ranks[Int(rank)].beats, ranks[Int(rank)].yields] {
          if case .literal(let decided) = precedence { read(decided) }
        }
      }
    }
  }

  private func visitReads(
    ofInstance index: Int, _ read: (Int32) -> Void, _ note: (Range<Int32>) -> Void
  ) {
    let instance = instances[index]
    note(instance.guards)
    for place in instance.premises { read(members[Int(place)].literal) }
    for exception in instance.exceptions {
      for place in exceptions[Int(exception)].members {
        read(members[Int(place)].literal)
        for statement in openStatements[Int(members[Int(place)].literal)] { note(statement) }
      }
    }
  }
}
