import MootLanguage

/// A question under open facts: what comes of it for every choice among them (section 7 of the semantics).
public struct OpenQuestion: Sendable {
  /// What is asked.
  public let literal: Literal
  /// The rule base, with what is supposed whatever the open facts are.
  public let scenario: Scenario
  /// What may be so or not.
  public let facts: [OpenFact]
  /// What comes of the question by the changes of `facts`.
  let function: VerdictFunction

  /// Works out a question for every choice among open facts.
  public init(
    of literal: Literal, in scenario: Scenario, facts: [OpenFact], limits: Limits = Limits()
  ) throws(VerdictFunctionLimit) {
    self.init(
      of: literal, in: scenario, facts: facts,
      function: try VerdictFunction(
        of: literal, in: scenario, open: facts.map(\.change), limits: limits))
  }

  /// Creates a question from the function of the changes of `facts`.
  init(of literal: Literal, in scenario: Scenario, facts: [OpenFact], function: VerdictFunction) {
    self.literal = literal
    self.scenario = scenario
    self.facts = facts
    self.function = function
  }

  /// The question once it is known whether one of the facts is so.
  ///
  /// - Parameter fact: an index of `facts`, which stay the same.
  public func restricted(_ fact: Int, to value: Bool) -> OpenQuestion {
    OpenQuestion(
      of: literal, in: scenario, facts: facts,
      function: function.restricted(fact, isMade: facts[fact].isMade(when: value)))
  }

  /// The facts that can matter, by their index in `facts`: under some choice of the others, what comes of the
  /// question depends on each of them.
  public var decisiveFacts: [Int] { function.decisiveChanges }

  /// The facts that cannot matter, whatever the others are.
  public var irrelevantFacts: [Int] {
    let decisive = decisiveFacts
    return facts.indices.filter { !decisive.contains($0) }
  }

  /// What comes of the question whatever the open facts are; `nil` where that depends on them.
  public var settledFinding: Finding? { function.constantFinding }

  /// What can come of the question, in the order of `Finding.all`.
  public var possibleFindings: [Finding] { function.possibleFindings }

  /// What comes of the question when the facts are as `values` says.
  public func finding(when values: [Bool]) -> Finding {
    function.finding(at: zip(facts, values).map { $0.isMade(when: $1) })
  }

  /// What comes of the question when nothing is changed: the unknowns are absent, and what is stated is so.
  public var presentFinding: Finding {
    function.finding(at: facts.map { _ in false })
  }

  /// The scenario in which some of the facts are known, and all others as the files say.
  public func scenario(knowing values: [Bool?]) -> Scenario {
    let made = zip(facts, values).filter { fact, value in
      value.map { fact.isMade(when: $0) } ?? false
    }
    return Scenario(scenario.program, changes: scenario.changes + made.map(\.0.change))
  }

  /// How likely each finding is, one entry for each of `Finding.all`, when the facts are independent.
  ///
  /// - Parameter unstated: the chance of a fact for which the file states none.
  func distribution(unstated: Double) -> [Double] {
    function.distribution(
      chances: facts.map { fact in
        let chance = fact.chance ?? unstated
        return fact.isMade(when: true) ? chance : 1 - chance
      })
  }

  /// The decision table; `nil` when it has more than `mostRows` rows.
  public func table(
    mostRows: Int = 1_000, limits: Limits = Limits()
  ) throws(VerdictFunctionLimit) -> DecisionTable? {
    do {
      guard let covers = try PrimeCover.rows(of: function, mostRows: mostRows, limits: limits)
      else { return nil }
      let rows = covers.flatMap { finding, rows in
        rows.map { row in DecisionTable.Row(values: values(of: row), finding: finding) }
      }
      return DecisionTable(rows: rows.sorted())
    } catch {
      throw VerdictFunctionLimit(kind: error.kind)
    }
  }

  /// The truth values of facts that a row of a cover demands.
  private func values(of row: PrimeCover.Row) -> [Bool?] {
    var values: [Bool?] = Array(repeating: nil, count: facts.count)
    for (level, isMade) in row.enumerated() {
      let fact = function.order[level]
      values[fact] = isMade.map { $0 == facts[fact].changingValue }
    }
    return values
  }
}
