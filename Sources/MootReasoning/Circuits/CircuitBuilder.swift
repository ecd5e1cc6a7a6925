import MootLanguage

/// Builds the circuit of some questions from an opened theory.
///
/// Its evaluation decides what no choice touches; the rest is instantiated backwards from the questions.
struct CircuitBuilder {
  private let opening: Opening
  private let evaluation: Evaluation
  private let classes: GroundClasses
  private var circuit = Circuit()
  /// The atoms asked about, in the order of asking.
  private var asked: [Int] = []
  /// For each atom, its number in the circuit.
  private var atoms: [Int32] = []
  /// For each instance of the ground theory, its number in the circuit; -1 while it has none.
  private var instances: [Int32]
  /// For each open literal, the conditions of what states it.
  private var statements: [Int: [[Opening.Guard]]] = [:]
  private var openStatements: [Int: [[Opening.Guard]]] = [:]

  /// Evaluates what no choice touches, and instantiates the rest.
  init(_ opening: Opening, askedFor questions: [Literal], limits: Limits) throws(LimitReached) {
    self.opening = opening
    let evaluation = Evaluation(opening.theory, limits: limits)
    self.evaluation = evaluation
    defer { evaluation.forgetMatchers() }
    let number = opening.theory.classes.components.count - 1
    try evaluation.run(upTo: number)
    var grounder = Grounder(number, in: evaluation)
    let inside = evaluation.predicates(ofComponent: number)
    let roots = questions.map { question in
      let predicate = Int(question.predicate.predicate.raw)
      return AtomDemand.Atom(
        predicate: predicate,
        row: evaluation.tables[predicate].insert(question.arguments.map(\.raw)))
    }
    try grounder.instantiate(reachableFrom: roots)
    classes = GroundClasses(grounder.ground, inside: inside, in: evaluation)
    instances = Array(repeating: -1, count: classes.ground.rules.count)
    for (question, root) in zip(questions, roots) where inside.contains(root.predicate) {
      let key = GroundTheory.LiteralKey(
        predicate: root.predicate, row: root.row, isPositive: question.predicate.isPositive)
      circuit.questions[question] = classes.number(of: key)
      asked.append(classes.number(of: key) / 2)
    }
  }

  /// The circuit, and the evaluation that has the standing of what no choice touches.
  mutating func build() throws(LimitReached) -> (circuit: Circuit, settled: Evaluation) {
    collectStatements()
    let order = try arrange()
    for atom in order {
      for literal in [2 * atom, 2 * atom + 1] {
        for index in classes.supporters[literal] { add(index) }
      }
    }
    for atom in order {
      for literal in [2 * atom, 2 * atom + 1] {
        let opposed = classes.opposed(literal)
        circuit.supporters.append(classes.supporters[literal].map { instances[Int($0)] })
        circuit.opposed.append(opposed.map { number(of: $0) })
        circuit.statements.append((statements[literal] ?? []).map { keep($0) })
        circuit.openStatements.append((openStatements[literal] ?? []).map { keep($0) })
        try addAttacks(on: literal, opposed)
      }
    }
    return (circuit, evaluation)
  }

  /// The number in the circuit of a literal of the ground theory.
  private func number(of literal: Int) -> Int32 { atoms[literal / 2] * 2 + Int32(literal % 2) }

  /// Finds what states the literals of the circuit, and when.
  private mutating func collectStatements() {
    let program = opening.theory.program
    program.facts.forEachGroup { predicate, indices in
      guard classes.contains(Int(predicate.predicate.raw)) else { return }
      for index in indices { collectStatement(ofFact: index, predicate) }
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

  private mutating func collectStatement(ofFact index: Int, _ predicate: SignedPredicate) {
    let state = opening.theory.factStates[index]
    guard state == .holds || state == .open,
      let literal = number(of: predicate, opening.theory.program.facts.arguments(at: index))
    else { return }
    let guards = opening.factGuards[index] ?? []
    if state == .holds {
      statements[literal, default: []].append(guards)
    } else {
      openStatements[literal, default: []].append(guards)
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

  /// Keeps premises, or members of an exception, by the numbers of their literals.
  private mutating func keep(_ members: Range<Int32>) -> Range<Int32> {
    let start = Int32(circuit.members.count)
    for index in members {
      let entry = classes.ground.members[Int(index)]
      circuit.members.append(
        Circle.Member(
          literal: number(of: classes.number(of: entry.literal)), standard: entry.standard))
    }
    return start..<Int32(circuit.members.count)
  }

  private mutating func keep(_ guards: [Opening.Guard]) -> Range<Int32> {
    GroundTheory.extending(&circuit.guards) { $0 += guards }
  }

  private mutating func add(_ index: Int32) {
    guard instances[Int(index)] < 0 else { return }
    instances[Int(index)] = Int32(circuit.instances.count)
    let rule = classes.ground.rules[Int(index)]
    let premises = keep(rule.premises)
    let exceptions = rule.exceptions.map { index in
      let exception = classes.ground.exceptions[Int(index)]
      return Circuit.Exception(
        members: keep(exception.members), lower: LevelMap.levels(upTo: exception.lower),
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

  private mutating func addAttacks(on literal: Int, _ opposed: [Int]) throws(LimitReached) {
    var known: Set<Int32> = []
    var attacks: [Circuit.Attack] = []
    for attacker in opposed.flatMap({ classes.supporters[$0] })
    where known.insert(attacker).inserted {
      try evaluation.budget.work(classes.supporters[literal].count * Evaluation.costOfPair)
      let ranks = classes.supporters[literal].enumerated().compactMap { place, supporter in
        rank(place, supporter, attacker)
      }
      attacks.append(
        Circuit.Attack(
          attacker: instances[Int(attacker)],
          ranks: GroundTheory.extending(&circuit.ranks) { $0 += ranks }))
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
    if let literal = classes.precedenceLiteral(pair.0, pair.1) {
      return .literal(number(of: literal))
    }
    let standing = evaluation.precedence(pair.0, pair.1, classes.ground.keys)
    return .levels(
      lower: LevelMap.levels(upTo: standing.lower), upper: LevelMap.levels(upTo: standing.upper))
  }

  /// Groups the atoms into steps, and numbers them anew in the order of these; the atoms in that order.
  ///
  /// What a question depends on comes next to it, so that deciding it again reads memory in one place.
  private mutating func arrange() throws(LimitReached) -> [Int] {
    let dependencies = try classes.dependencies()
    let walk = self.walk(count: dependencies.count)
    var places = Array(repeating: 0, count: walk.count)
    for (place, atom) in walk.enumerated() { places[atom] = place }
    let components = stronglyConnectedComponents(
      walk.map { atom in dependencies[atom].map { places[$0] } }
    ).map { $0.map { walk[$0] } }
    var stepOf = Array(repeating: 0, count: walk.count)
    for (step, members) in components.enumerated() {
      for atom in members { stepOf[atom] = step }
    }
    atoms = Array(repeating: 0, count: walk.count)
    let order = components.flatMap { $0 }
    for (number, atom) in order.enumerated() { atoms[atom] = Int32(number) }
    for (step, members) in components.enumerated() {
      circuit.steps.append(members.map { atoms[$0] })
      circuit.isCircular.append(try classes.readsItself(members) { stepOf[$0] == step })
    }
    circuit.questions = circuit.questions.mapValues { Int(number(of: $0)) }
    return order
  }

  /// All atoms, those asked about first and in the order of asking.
  private func walk(count: Int) -> [Int] {
    var isKnown = Array(repeating: false, count: count)
    var walk: [Int] = []
    for atom in asked + Array(0..<count) where !isKnown[atom] {
      isKnown[atom] = true
      walk.append(atom)
    }
    return walk
  }
}
