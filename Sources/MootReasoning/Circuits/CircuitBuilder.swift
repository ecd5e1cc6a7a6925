import MootLanguage

/// Builds the circuit of some questions from an opened theory.
///
/// Its evaluation decides what no choice touches; the rest is instantiated backwards from the questions.
struct CircuitBuilder {
  private let opening: Opening
  private let evaluation: Evaluation
  private let classes: GroundClasses
  private var circuit = Circuit()
  /// For each open literal, the conditions of what states it.
  private var statements: [Int: [[Opening.Guard]]] = [:]
  private var openStatements: [Int: [[Opening.Guard]]] = [:]

  /// Evaluates what no choice touches, and instantiates the rest.
  init(_ opening: Opening, askedFor questions: [Literal], limits: Limits) throws(LimitReached) {
    self.opening = opening
    evaluation = Evaluation(opening.theory, limits: limits)
    let number = opening.theory.classes.components.count - 1
    try evaluation.run(upTo: number)
    var grounder = Grounder(number, in: evaluation)
    let inside = evaluation.predicates(ofComponent: number)
    let evaluation = evaluation
    let roots = questions.map { question in
      let predicate = Int(question.predicate.predicate.raw)
      return AtomDemand.Atom(
        predicate: predicate,
        row: evaluation.tables[predicate].insert(question.arguments.map(\.raw)))
    }
    try grounder.instantiate(reachableFrom: roots)
    classes = GroundClasses(grounder.ground, inside: inside, in: evaluation)
    for (question, root) in zip(questions, roots) where inside.contains(root.predicate) {
      let key = GroundTheory.LiteralKey(
        predicate: root.predicate, row: root.row, isPositive: question.predicate.isPositive)
      circuit.questions[question] = classes.number(of: key)
    }
  }

  /// The circuit, and the evaluation that has the standing of what no choice touches.
  mutating func build() -> (circuit: Circuit, settled: Evaluation) {
    collectStatements()
    for rule in classes.ground.rules { add(rule) }
    for literal in classes.literals.indices {
      let opposed = classes.opposed(literal)
      circuit.supporters.append(classes.supporters[literal])
      circuit.opposed.append(opposed.map { Int32($0) })
      circuit.statements.append((statements[literal] ?? []).map { keep($0) })
      circuit.openStatements.append((openStatements[literal] ?? []).map { keep($0) })
      addAttacks(on: literal, opposed)
    }
    addSteps()
    return (circuit, evaluation)
  }

  /// Finds what states the literals of the circuit, and when.
  private mutating func collectStatements() {
    let program = opening.theory.program
    for (index, fact) in program.facts.enumerated() {
      let state = opening.theory.factStates[index]
      guard state == .holds || state == .open,
        let literal = number(of: fact.predicate, program.arguments(of: fact))
      else { continue }
      let guards = opening.factGuards[index] ?? []
      if state == .holds {
        statements[literal, default: []].append(guards)
      } else {
        openStatements[literal, default: []].append(guards)
      }
    }
    for literal in opening.assumed {
      guard let number = number(of: literal.predicate, literal.arguments) else { continue }
      statements[number, default: []].append([])
    }
    for (literal, guards) in opening.assumptions {
      guard let number = number(of: literal.predicate, literal.arguments) else { continue }
      statements[number, default: []].append(guards)
    }
  }

  private func number(of predicate: SignedPredicate, _ arguments: some Collection<ValueID>) -> Int?
  {
    let table = Int(predicate.predicate.raw)
    guard classes.contains(table),
      let row = evaluation.tables[table].row(of: arguments.map(\.raw))
    else { return nil }
    return classes.number(
      of: GroundTheory.LiteralKey(predicate: table, row: row, isPositive: predicate.isPositive))
  }

  private mutating func keep(_ guards: [Opening.Guard]) -> Range<Int32> {
    GroundTheory.extending(&circuit.guards) { $0 += guards }
  }

  private mutating func add(_ rule: GroundTheory.Rule) {
    let classes = classes
    let premises = GroundTheory.extending(&circuit.members) { members in
      members += rule.premises.map { classes.circuitMember($0) }
    }
    let exceptions = rule.exceptions.map { index in
      let exception = classes.ground.exceptions[Int(index)]
      let members = GroundTheory.extending(&circuit.members) { members in
        members += exception.members.map { classes.circuitMember($0) }
      }
      return Circuit.Exception(
        members: members, lower: LevelMap.levels(upTo: exception.lower),
        upper: LevelMap.levels(upTo: exception.upper))
    }
    let guards = keep(opening.ruleGuards[Int(rule.rule)] ?? [])
    circuit.instances.append(
      Circuit.Instance(
        rule: rule.rule, force: opening.theory.program.rules[Int(rule.rule)].force,
        lower: LevelMap.levels(upTo: rule.lower), upper: LevelMap.levels(upTo: rule.upper),
        premises: premises,
        exceptions: GroundTheory.extending(&circuit.exceptions) { $0 += exceptions },
        guards: guards))
  }

  private mutating func addAttacks(on literal: Int, _ opposed: [Int]) {
    var known: Set<Int32> = []
    var attacks: [Circuit.Attack] = []
    for attacker in opposed.flatMap({ classes.supporters[$0] })
    where known.insert(attacker).inserted {
      let ranks = classes.supporters[literal].enumerated().compactMap { place, supporter in
        rank(place, supporter, attacker)
      }
      attacks.append(
        Circuit.Attack(
          attacker: attacker, ranks: GroundTheory.extending(&circuit.ranks) { $0 += ranks }))
    }
    circuit.attacks.append(attacks)
  }

  private func rank(_ place: Int, _ supporter: Int32, _ attacker: Int32) -> Circuit.Rank? {
    let rank = Circuit.Rank(
      supporter: Int32(place), beats: precedence(supporter, attacker),
      yields: precedence(attacker, supporter))
    return rank.beats.isNone && rank.yields.isNone ? nil : rank
  }

  private func precedence(_ first: Int32, _ second: Int32) -> Circuit.Precedence {
    let rules = opening.theory.program.rules
    let pair = (classes.marker(first), classes.marker(second))
    if rules[Int(pair.1.rule)].force == .presumption, rules[Int(pair.0.rule)].force != .presumption
    {
      return .levels(lower: 15, upper: 15)
    }
    if let literal = classes.precedenceLiteral(pair.0, pair.1) { return .literal(Int32(literal)) }
    let standing = evaluation.precedence(pair.0, pair.1, classes.ground.keys)
    return .levels(
      lower: LevelMap.levels(upTo: standing.lower), upper: LevelMap.levels(upTo: standing.upper))
  }

  private mutating func addSteps() {
    let dependencies = classes.dependencies
    let components = stronglyConnectedComponents(dependencies)
    var stepOf = Array(repeating: 0, count: dependencies.count)
    for (number, atoms) in components.enumerated() {
      for atom in atoms { stepOf[atom] = number }
    }
    for (number, atoms) in components.enumerated() {
      circuit.steps.append(atoms.map { Int32($0) })
      circuit.isCircular.append(
        atoms.contains { atom in classes.readAtoms(atom).contains { stepOf[$0] == number } })
    }
  }
}

extension GroundClasses {
  /// A premise or member of an exception, by the number of its literal.
  fileprivate func circuitMember(_ member: Int32) -> Circuit.Member {
    let entry = ground.members[Int(member)]
    return Circuit.Member(literal: Int32(number(of: entry.literal)), standard: entry.standard)
  }
}
