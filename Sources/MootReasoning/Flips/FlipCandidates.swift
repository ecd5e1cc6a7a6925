import MootLanguage

/// The changes that may flip the verdict on a literal on one date, in the order they are told: sentences to
/// suppose, facts to retract, rules and contentions to switch off, preferences to withdraw and to add.
struct FlipCandidates {
  /// The scenario, whose program can say of each pair of rules to be ranked that one prevails.
  let scenario: Scenario
  /// The candidates.
  let all: [FlipCandidate]
  /// How many had to be left out, for there were too many.
  let omitted: Int

  /// Takes exactly some open facts as candidates.
  init(varying open: [OpenFact], in scenario: Scenario) {
    self.scenario = scenario
    all = open.map { FlipCandidate($0.change, in: scenario.program) }
    omitted = 0
  }

  /// Finds the candidates in all that a literal can depend on.
  ///
  /// - Parameter open: the sentences that may be so or not.
  init(for literal: Literal, in scenario: Scenario, open: [OpenFact], limits: Limits) {
    var search = FlipCandidateSearch(for: literal, in: scenario, open: open)
    search.addAssumptions(open)
    search.addRetractions(limits)
    for kind in [FlipCandidate.Kind.withdrawal, .preference] { search.addWithdrawals(of: kind) }
    search.addPreferences()
    self.scenario = search.scenario
    all = FlipCandidate.Kind.allCases.flatMap { kind in search.found.filter { $0.kind == kind } }
    omitted = search.omitted
  }
}

/// The state of looking for candidates.
private struct FlipCandidateSearch {
  /// The scenario, whose program gets the words for preferences to add.
  var scenario: Scenario
  /// What is found.
  var found: [FlipCandidate] = []
  /// How many had to be left out.
  var omitted = 0
  private let literal: Literal
  private let theory: Theory
  private let relevance: Relevance

  /// How many facts are candidates at most, and how many preferences to add.
  private static let most = 400

  init(for literal: Literal, in scenario: Scenario, open: [OpenFact]) {
    self.scenario = scenario
    self.literal = literal
    let theory = Theory(scenario)
    let usable = UsableRules(
      in: theory, supposing: open.flatMap { scenario.program.literals(supposing: $0.sentence) },
      where: { theory.isActive($0) },
      factsWhere: { theory.factStates[$0] == .holds || theory.factStates[$0] == .open })
    self.theory = theory
    relevance = Relevance(of: literal, in: theory) { usable.rules[$0] }
  }

  /// Adds the sentences to suppose that can matter.
  mutating func addAssumptions(_ open: [OpenFact]) {
    for fact in open where fact.changingValue {
      let literals = scenario.program.literals(supposing: fact.sentence)
      guard literals.contains(where: { relevance.includes($0.predicate.predicate, $0.arguments) })
      else { continue }
      found.append(FlipCandidate(fact.change, in: scenario.program))
    }
  }

  /// Adds the facts that count and can matter, each statement once.
  mutating func addRetractions(_ limits: Limits) {
    let program = scenario.program
    var known: Set<Literal> = []
    var stated: [Literal] = []
    program.facts.forEachGroup { predicate, indices in
      guard relevance.includesAny(of: predicate.predicate) else { return }
      for index in indices where isRetractable(index) {
        let fact = program.facts[index]
        guard relevance.includes(fact) else { continue }
        let statement = fact.isImplied ? program.facts[index - 1] : fact
        let said = Literal(statement.predicate, Array(program.arguments(of: statement)))
        if known.insert(said).inserted { stated.append(said) }
      }
    }
    if stated.count > Self.most {
      let total = stated.count
      stated = Array(nearest(stated, limits).prefix(Self.most))
      omitted += total - stated.count
    }
    found += stated.map { said in
      FlipCandidate(
        .retract(program.sentence(saying: said.predicate, arguments: said.arguments)), in: program)
    }
  }

  /// Whether a fact counts, on the date of the answer or where rules read it on others.
  private func isRetractable(_ index: Int) -> Bool {
    switch theory.factStates[index] {
    case .holds, .open: true
    case .fails:
      relevance.isReadInThePast[Int(scenario.program.facts[index].predicate.predicate.raw)]
    case .dropped: false
    }
  }

  /// The facts on which the literal rests at present.
  private func nearest(_ stated: [Literal], _ limits: Limits) -> [Literal] {
    let outcome = evaluate(scenario, limits: limits)
    let near = Set(Slice(of: literal, Inquiry(outcome, limits: limits)).literals)
    return stated.filter { near.contains($0) || near.contains($0.contrary) }
  }

  /// Adds the rules and contentions, or the preferences, that count and can matter.
  mutating func addWithdrawals(of kind: FlipCandidate.Kind) {
    for index in scenario.program.rules.indices where relevance.rules[index] {
      let candidate = FlipCandidate(.without(RuleID(raw: UInt32(index))), in: scenario.program)
      if candidate.kind == kind { found.append(candidate) }
    }
  }

  /// Adds a preference either way for each pair of rules that can clash, unless it is stated already or
  /// decided by the rules' force.
  mutating func addPreferences() {
    let program = scenario.program
    let pairs = RuleClashes(among: program.rules.indices.filter { relevance.rules[$0] }, in: theory)
    let ranked = rankedPairs()
    var added: [(RuleID, RuleID)] = []
    for (one, other) in pairs.all {
      for (preferred, over) in [(one, other), (other, one)]
      where !ranked.contains([preferred, over]) { added.append((preferred, over)) }
    }
    omitted += max(0, added.count - Self.most)
    added = Array(added.prefix(Self.most))
    var extended = program
    extended.addPrecedences(between: added)
    scenario = Scenario(extended, changes: scenario.changes)
    found += added.map { FlipCandidate(.prefer($0.0, over: $0.1), in: program) }
  }

  /// The pairs of rules of which the scenario prefers the first, whatever the case.
  private func rankedPairs() -> Set<[RuleID]> {
    var pairs: Set<[RuleID]> = []
    for (index, rule) in theory.program.rules.enumerated() {
      guard case .preference(let preferred, let over) = rule.kind, theory.isActive(index),
        rule.isUnconditional, rule.cap == .established
      else { continue }
      pairs.insert([preferred, over])
    }
    return pairs
  }
}

extension Rule {
  /// Whether it fires whatever the case.
  fileprivate var isUnconditional: Bool {
    alternatives.contains { $0.isEmpty } && exceptions.isEmpty
  }
}
