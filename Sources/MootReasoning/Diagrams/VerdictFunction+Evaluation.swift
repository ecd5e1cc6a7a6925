public import MootLanguage

/// A limit that kept a question from being worked out as a function of open changes.
public struct VerdictFunctionLimit: Error {
  /// The limit.
  public let kind: Limits.Kind
}

extension VerdictFunction {
  /// Works out what comes of a literal for every choice among open changes, made after those of `scenario`.
  ///
  /// What the question can depend on is instantiated once, and evaluated over decision diagrams. Changes that
  /// reach into an aggregate, an `every` or a past state are tried one way and the other instead, each
  /// doubling the work.
  ///
  /// - Parameter changes: anything but `.asOf`.
  public init(
    of literal: Literal, in scenario: Scenario, open changes: [Change], limits: Limits = Limits()
  ) throws(VerdictFunctionLimit) {
    do throws(LimitReached) {
      let composition = try Composition(literal, scenario, changes, limits)
      self.init(
        composition.root, of: composition.table, changes: changes, order: composition.order)
    } catch {
      throw VerdictFunctionLimit(kind: error.kind)
    }
  }
}

/// The work of finding a verdict for all choices.
private struct Composition {
  let literal: Literal
  let scenario: Scenario
  let changes: [Change]
  let limits: Limits
  /// The scenario opened for all changes, where none of them is entangled.
  private let opening: Opening?
  /// The clock for all instantiations together; each has its own beside it.
  let budget: Budget
  /// The changes that can matter, ascending.
  let bearing: [Int]
  /// Those of them that are tried one way and the other, ascending.
  let entangled: [Int]
  var order: [Int]
  var root = Diagram.leaf(0)
  let table: DiagramTable

  init(
    _ literal: Literal, _ scenario: Scenario, _ changes: [Change], _ limits: Limits
  ) throws(LimitReached) {
    self.literal = literal
    self.scenario = scenario
    self.changes = changes
    self.limits = limits
    budget = Budget(limits)
    let asked = [Int(literal.predicate.predicate.raw)]
    let opening = Opening(scenario, open: changes, askedOf: asked)
    if opening.entangled.isEmpty {
      self.opening = opening
      bearing = Array(changes.indices)
      entangled = []
    } else {
      self.opening = nil
      // Each of these doubles the work, so that it pays to leave out what is said of other things and persons.
      let relevance = Relevance(of: literal, in: opening.theory, whichever: changes)
      let bearing = changes.indices.filter {
        relevance.includes(changes[$0], in: opening.theory.program)
      }
      let narrowed = Opening(scenario, open: bearing.map { changes[$0] }, askedOf: asked)
      self.bearing = bearing
      entangled = narrowed.entangled.map { bearing[$0] }
    }
    order = entangled
    guard entangled.count < 24 else { throw LimitReached(kind: .diagram) }
    table = DiagramTable(variableCount: changes.count, budget: budget)
    root = try decided([], 0)
    let known = Set(order)
    order += changes.indices.filter { !known.contains($0) }
  }

  /// The function of the remaining changes where the entangled ones at `made` are made, of those before `next`.
  private mutating func decided(_ made: [Int], _ next: Int) throws(LimitReached) -> Diagram {
    guard next < entangled.count else { return try evaluated(made) }
    let whenFalse = try decided(made, next + 1)
    let whenTrue = try decided(made + [entangled[next]], next + 1)
    return try table.decision(on: next, whenTrue: whenTrue, whenFalse: whenFalse)
  }

  private mutating func evaluated(_ made: [Int]) throws(LimitReached) -> Diagram {
    try budget.lookAtClock()
    let choice = Scenario(
      scenario.program, changes: scenario.changes + made.map { changes[$0] })
    let open = bearing.filter { !entangled.contains($0) }
    let opening =
      opening
      ?? Opening(
        choice, open: open.map { changes[$0] }, askedOf: [Int(literal.predicate.predicate.raw)])
    var builder = try CircuitBuilder(opening, askedFor: [literal], limits: limits)
    let (circuit, settled) = try builder.build()
    guard let question = circuit.questions[literal], settled.preferenceCycles.isEmpty else {
      return .leaf(settled.finding(of: literal).code)
    }
    extendOrder(by: circuit.guards(from: question).map { open[$0] })
    var variables = Array(repeating: 0, count: open.count)
    for (variable, change) in order.enumerated() {
      if let place = open.firstIndex(of: change) { variables[place] = variable }
    }
    var evaluation = CircuitEvaluation(
      circuit, over: AllChoices(table: table, variables: variables), budget: budget)
    try evaluation.run()
    return try evaluation.findings(of: question)
  }

  private mutating func extendOrder(by changes: [Int]) {
    var known = Set(order)
    for change in changes where known.insert(change).inserted { order.append(change) }
  }
}

extension Circuit {
  /// The open changes a literal can depend on, in the order in which a walk from it meets them.
  func guards(from question: Int) -> [Int] {
    var found: [Int] = []
    var known: Set<Int> = []
    var isVisited = Array(repeating: false, count: literalCount)
    var pending = [question]
    while let literal = pending.popLast() {
      guard !isVisited[literal] else { continue }
      isVisited[literal] = true
      var next: [Int] = []
      visitReads(of: literal) {
        next.append(Int($0))
      } change: { change in
        if known.insert(change).inserted { found.append(change) }
      }
      pending += next.reversed()
    }
    return found
  }
}

extension CircuitEvaluation<AllChoices> {
  /// What comes of a literal for every choice, as codes of findings.
  func findings(of literal: Int) throws(LimitReached) -> Diagram {
    var contraryLower = Diagram.leaf(0)
    var contraryUpper = Diagram.leaf(0)
    for opposed in circuit.opposed[literal] {
      contraryLower = try domain.join(contraryLower, lower[Int(opposed)])
      contraryUpper = try domain.join(contraryUpper, upper[Int(opposed)])
    }
    let table = domain.table
    let grade = try table.combined(lower[literal], upper[literal], number: 3, by: packed)
    let contrary = try table.combined(contraryLower, contraryUpper, number: 3, by: packed)
    let verdicts = try table.combined(grade, contrary, number: 4) { grade, contrary in
      let verdict = Verdict(
        grade: Standing(raw: grade).interval, contrary: Standing(raw: contrary).interval)
      return Finding.verdict(verdict).code
    }
    let incoherent = try incoherence()
    return try table.combined(verdicts, incoherent, number: 5) { verdict, incoherent in
      incoherent == 0 ? verdict : Finding.preferenceCycle.code
    }
  }

  /// Where two conflicting literals both certainly prevail without both being established, so that preferences
  /// go round in a circle (section 2, theorems).
  private func incoherence() throws(LimitReached) -> Diagram {
    var found = Diagram.leaf(0)
    for literal in 0..<circuit.literalCount where lower[literal] != .leaf(0) {
      for opposed in circuit.opposed[literal] where opposed > literal {
        found = try domain.table.combined(lower[literal], lower[Int(opposed)], number: 6) {
          $0 & $1 & 2 != 0 && $0 & $1 & 8 == 0 ? 1 : 0
        }.joined(with: found, in: domain)
      }
    }
    return found
  }
}

extension Diagram {
  /// The levels in either.
  fileprivate func joined(with other: Diagram, in domain: AllChoices) throws(LimitReached)
    -> Diagram
  {
    try domain.join(self, other)
  }
}

/// The ends of an interval of levels as one byte.
private func packed(_ lower: UInt8, _ upper: UInt8) -> UInt8 {
  Standing(lower: LevelMap.grade(of: lower), upper: LevelMap.grade(of: upper)).raw
}

extension Outcome {
  /// What came of a literal.
  public func finding(of literal: Literal) -> Finding {
    guard preferenceCycles.isEmpty else { return .preferenceCycle }
    return .verdict(Judgement(of: literal, Inquiry(self, limits: Limits())).verdict)
  }
}
