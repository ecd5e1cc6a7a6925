import MootLanguage

/// A circuit kept decided while open changes are made and taken back.
struct AnsweringCircuit {
  private var evaluation: CircuitEvaluation<ChosenChanges>
  private let links: CircuitLinks
  private let settled: Evaluation
  /// For each question, its literal in the circuit; `nil` where no open change reaches it.
  private let literals: [Int?]
  /// The open changes among all, ascending, and for each change of all its place among them.
  private let open: [Int]
  private let places: [Int?]
  private var agenda: Agenda

  /// Instantiates the questions with the entangled changes as they are in `isMade`, and decides them.
  ///
  /// - Parameter opening: the scenario opened for all changes, where none is entangled and that is at hand.
  init(
    _ questions: [Literal], in scenario: Scenario, _ changes: [Change], entangled: [Int],
    isMade: [Bool], limits: Limits, opening: Opening? = nil
  ) throws(VerdictFunctionLimit) {
    let fixed = entangled.filter { isMade[$0] }.map { changes[$0] }
    let choice = Scenario(scenario.program, changes: scenario.changes + fixed)
    var places: [Int?] = Array(repeating: nil, count: changes.count)
    var open: [Int] = []
    let isEntangled = Set(entangled)
    for change in changes.indices where !isEntangled.contains(change) {
      places[change] = open.count
      open.append(change)
    }
    self.open = open
    self.places = places
    let predicates = Set(questions.map { Int($0.predicate.predicate.raw) }).sorted()
    do throws(LimitReached) {
      let opening =
        opening ?? Opening(choice, open: open.map { changes[$0] }, askedOf: predicates)
      var builder = try CircuitBuilder(opening, askedFor: questions, limits: limits)
      let (circuit, settled) = try builder.build()
      self.settled = settled
      literals = questions.map { circuit.questions[$0] }
      links = CircuitLinks(circuit, changeCount: open.count)
      agenda = Agenda(count: circuit.isCircular.count)
      evaluation = CircuitEvaluation(
        circuit, over: ChosenChanges(isMade: open.map { isMade[$0] }), budget: Budget(limits))
      try evaluation.run()
    } catch {
      throw VerdictFunctionLimit(kind: error.kind)
    }
  }

  /// Makes an open change, or takes it back.
  mutating func set(_ change: Int, isMade: Bool) {
    guard let place = places[change], evaluation.domain.isMade[place] != isMade else { return }
    evaluation.domain.isMade[place] = isMade
    for index in links.affected.range(place) { agenda.insert(links.affected.elements[index]) }
  }

  /// Makes exactly the open changes of a choice among all.
  mutating func catchUp(with isMade: [Bool]) {
    for change in open { set(change, isMade: isMade[change]) }
  }

  /// The standing of a question, by its index; `nil` where no open change reaches it.
  mutating func standing(of question: Int) throws(VerdictFunctionLimit) -> Standing? {
    guard let number = literals[question] else { return nil }
    try settle()
    return evaluation.standing(of: number)
  }

  /// The standing of a literal that no open change reaches.
  func settledStanding(of literal: Literal) -> Standing { settled.standing(of: literal) }

  /// What comes of a question, by its index; `nil` where no open change reaches it, or preferences go round.
  mutating func finding(of question: Int) throws(VerdictFunctionLimit) -> Finding? {
    guard let number = literals[question], settled.preferenceCycles.isEmpty else { return nil }
    try settle()
    return .verdict(
      Verdict(
        grade: evaluation.standing(of: number).interval,
        contrary: evaluation.contraryStanding(of: number).interval))
  }

  /// What comes of a literal that no open change reaches, or among preferences that go round.
  func settledFinding(of literal: Literal) -> Finding { settled.finding(of: literal) }

  /// Decides again what the changes since the last time reach, in the order of the steps.
  private mutating func settle() throws(VerdictFunctionLimit) {
    guard !agenda.isEmpty else { return }
    evaluation.renewBudget()
    do throws(LimitReached) {
      while let step = agenda.popFirst() {
        guard try evaluation.redecide(Int(step)) else { continue }
        for index in links.readers.range(Int(step)) { agenda.insert(links.readers.elements[index]) }
      }
    } catch {
      throw VerdictFunctionLimit(kind: error.kind)
    }
  }
}

extension CircuitEvaluation<ChosenChanges> {
  /// The standing of a literal.
  fileprivate func standing(of literal: Int) -> Standing {
    Standing(lower: LevelMap.grade(of: lower[literal]), upper: LevelMap.grade(of: upper[literal]))
  }

  /// The greatest ends over what conflicts with a literal.
  fileprivate func contraryStanding(of literal: Int) -> Standing {
    var (lowest, highest): (UInt8, UInt8) = (0, 0)
    for opposed in circuit.opposed[literal] {
      let standing = standing(of: Int(opposed))
      lowest = max(lowest, standing.lower)
      highest = max(highest, standing.upper)
    }
    return Standing(lower: lowest, upper: highest)
  }
}
