import MootLanguage

/// The evaluation of a circuit over a domain: section 2 of the semantics, written once for one choice of changes
/// and for all of them.
struct CircuitEvaluation<Domain: GradeDomain> {
  /// What is evaluated.
  let circuit: Circuit
  /// What it is computed with.
  var domain: Domain
  /// For each literal, the levels at which it certainly holds.
  private(set) var lower: [Domain.Value]
  /// For each literal, the levels at which it possibly holds.
  private(set) var upper: [Domain.Value]
  private var budget: Budget
  /// For the supporters of the literal being decided, the levels at which each fires.
  private var fires: [Domain.Value] = []
  /// For the same, whether each is argued and not overridden.
  private var arguable: [Domain.Value] = []

  /// Which ends of intervals are worked out.
  private enum End {
    case lower
    case upper

    var opposite: End { self == .lower ? .upper : .lower }
  }

  /// Prepares the evaluation.
  init(_ circuit: Circuit, over domain: Domain, budget: Budget) {
    self.circuit = circuit
    self.domain = domain
    self.budget = budget
    lower = Array(repeating: domain.constant(0), count: circuit.literalCount)
    upper = lower
  }

  /// Decides every literal.
  mutating func run() throws(LimitReached) {
    for step in circuit.isCircular.indices { try decide(step) }
  }

  /// Decides the literals of one step from those before it.
  mutating func decide(_ step: Int) throws(LimitReached) {
    let range = circuit.steps.range(step)
    try budget.spend(range.count)
    if circuit.isCircular[step] {
      try alternate(range)
    } else {
      try resolve(range)
    }
  }

  /// Decides the literals of one step again; whether any came out otherwise.
  mutating func redecide(_ step: Int) throws(LimitReached) -> Bool {
    let range = circuit.steps.range(step)
    if range.count == 1 {
      let literal = 2 * Int(circuit.steps.elements[range.lowerBound])
      let (certain, possible) = (lower[literal], upper[literal])
      let (certainContrary, possibleContrary) = (lower[literal + 1], upper[literal + 1])
      try decide(step)
      return certain != lower[literal] || possible != upper[literal]
        || certainContrary != lower[literal + 1] || possibleContrary != upper[literal + 1]
    }
    let before = ends(range)
    try decide(step)
    return before != ends(range)
  }

  /// The levels of some atoms' literals.
  private func ends(_ atoms: Range<Int>) -> [Domain.Value] {
    atoms.flatMap { literals($0).flatMap { [lower[$0], upper[$0]] } }
  }

  /// Begins to spend all of the limits anew.
  mutating func renewBudget() { budget.renew() }

  /// One pass: what is established first, for that is what conflicting literals read of one another.
  private mutating func resolve(_ atoms: Range<Int>) throws(LimitReached) {
    if atoms.count == 1 {
      let literal = literals(atoms.lowerBound).lowerBound
      if isSilent(literal + 1) { return try decideAlone(literal) }
      if isSilent(literal) { return try decideAlone(literal + 1) }
    }
    for place in atoms {
      for literal in literals(place) {
        lower[literal] = try established(literal, .lower)
        upper[literal] = try established(literal, .upper)
      }
    }
    for place in atoms {
      for literal in literals(place) {
        let (certain, possible) = (try levels(literal, .lower), try levels(literal, .upper))
        lower[literal] = certain
        upper[literal] = possible
      }
    }
  }

  /// Whether nothing can ever speak for a literal.
  @inline(__always)
  private func isSilent(_ literal: Int) -> Bool {
    circuit.supporters.range(literal).isEmpty && circuit.statements.range(literal).isEmpty
  }

  /// Decides a literal whose contrary nothing speaks for; what else conflicts with it would be in its step.
  private mutating func decideAlone(_ literal: Int) throws(LimitReached) {
    let (certain, possible) = (try levels(literal, .lower), try levels(literal, .upper))
    lower[literal] = certain
    upper[literal] = possible
  }

  /// The alternating fixpoint (section 2, "Circularity"): what certainly holds and what possibly holds are worked
  /// out from one another in turn until neither changes for any choice.
  private mutating func alternate(_ atoms: Range<Int>) throws(LimitReached) {
    for place in atoms {
      for literal in literals(place) { lower[literal] = domain.constant(0) }
    }
    var isStable = false
    while !isStable {
      let possible = atoms.flatMap { literals($0).map { upper[$0] } }
      for place in atoms {
        for literal in literals(place) { upper[literal] = domain.constant(0) }
      }
      try raise(atoms, .upper)
      isStable = try !raise(atoms, .lower)
      isStable = isStable && possible == atoms.flatMap { literals($0).map { upper[$0] } }
    }
  }

  /// Raises one end of the literals to the least fixpoint above what they have; whether any rose.
  @discardableResult
  private mutating func raise(_ atoms: Range<Int>, _ end: End) throws(LimitReached) -> Bool {
    var hasRisen = false
    var isRising = true
    while isRising {
      isRising = false
      try budget.spend(atoms.count)
      for place in atoms {
        for literal in literals(place) {
          let risen = try levels(literal, end)
          guard risen != read(literal, end) else { continue }
          if end == .lower { lower[literal] = risen } else { upper[literal] = risen }
          isRising = true
          hasRisen = true
        }
      }
    }
    return hasRisen
  }

  @inline(__always)
  private func literals(_ place: Int) -> Range<Int> {
    let atom = Int(circuit.steps.elements[place])
    return 2 * atom..<2 * atom + 2
  }

  @inline(__always)
  private func read(_ literal: Int, _ end: End) -> Domain.Value {
    end == .lower ? lower[literal] : upper[literal]
  }

  /// The levels at which a literal holds, by the proof conditions of section 2.
  private mutating func levels(_ literal: Int, _ end: End) throws(LimitReached) -> Domain.Value {
    let established = try established(literal, end)
    let supporters = circuit.supporters.range(literal)
    guard !supporters.isEmpty else { return established }
    let none = domain.constant(0)
    fires.removeAll(keepingCapacity: true)
    var support = none
    for place in supporters {
      let instance = Int(circuit.supporters.elements[place])
      let isDefeater = circuit.instances[instance].force == .defeater
      let fired = isDefeater ? none : try firing(instance, end)
      let firing = try domain.meet(fired, domain.constant(7))
      fires.append(firing)
      support = try domain.join(support, firing)
    }
    guard support != none else { return established }
    var held = try defended(literal, support, end)
    for place in circuit.opposed.range(literal) {
      let opposed = Int(circuit.opposed.elements[place])
      let left = try domain.mapped(read(opposed, end.opposite), .unestablished)
      held = try domain.meet(held, left)
    }
    return try domain.mapped(domain.join(established, held), .closed)
  }

  /// Level 4, and what follows from it: a fact, or a strict rule that fires at 4.
  private func established(_ literal: Int, _ end: End) throws(LimitReached) -> Domain.Value {
    var value = domain.constant(0)
    for place in circuit.statements.range(literal) {
      value = try domain.join(value, satisfied(circuit.statements.elements[place]))
    }
    for place in circuit.supporters.range(literal) {
      let instance = Int(circuit.supporters.elements[place])
      guard circuit.instances[instance].force == .strict else { continue }
      value = try domain.join(value, domain.mapped(firing(instance, end), .established))
    }
    return try domain.mapped(value, .closed)
  }

  /// Levels 3 to 1 apart from established literals: every attack at 3 and 2 is beaten by a rule that fires, and
  /// for 1 some rule is not overridden (team defeat).
  private mutating func defended(
    _ literal: Int, _ support: Domain.Value, _ end: End
  ) throws(LimitReached) -> Domain.Value {
    let attacks = circuit.attacks.range(literal)
    guard !attacks.isEmpty else { return support }
    var beaten = try domain.meet(support, domain.constant(6))
    arguable.removeAll(keepingCapacity: true)
    arguable += fires
    for place in attacks {
      let attack = circuit.attacks.elements[place]
      let attacking = try domain.mapped(firing(Int(attack.attacker), end.opposite), .attack)
      guard attacking != domain.constant(0) else { continue }
      var answered = try domain.mapped(attacking, .unless)
      for index in attack.ranks {
        let rank = circuit.ranks[Int(index)]
        let supporter = Int(rank.supporter)
        if !rank.beats.isNone {
          let beats = try domain.meet(fires[supporter], precedence(rank.beats, end))
          answered = try domain.join(answered, beats)
        }
        if !rank.yields.isNone {
          let yields = try domain.mapped(precedence(rank.yields, end.opposite), .attack)
          let overridden = try domain.mapped(domain.meet(attacking, yields), .unless)
          arguable[supporter] = try domain.meet(arguable[supporter], overridden)
        }
      }
      beaten = try domain.meet(beaten, answered)
    }
    var held = beaten
    for value in arguable { held = try domain.join(held, domain.mapped(value, .arguable)) }
    return held
  }

  /// The levels at which an instance fires: within its cap, with every premise, and no exception that counts.
  private func firing(_ index: Int, _ end: End) throws(LimitReached) -> Domain.Value {
    let instance = circuit.instances[index]
    let none = domain.constant(0)
    var value = domain.constant(end == .lower ? instance.lower : instance.upper)
    for place in instance.premises {
      let member = circuit.members[Int(place)]
      let met = try domain.mapped(
        read(Int(member.literal), end), .premise(standard: member.standard))
      value = try domain.meet(value, met)
      guard value != none else { return none }
    }
    for place in instance.guards {
      value = try domain.meet(value, domain.satisfied(circuit.guards[Int(place)]))
    }
    for place in instance.exceptions {
      let exception = circuit.exceptions[Int(place)]
      var allowed = domain.constant(end == .lower ? exception.lower : exception.upper)
      for place in exception.members {
        let member = circuit.members[Int(place)]
        let counting = try counting(Int(member.literal), end.opposite)
        allowed = try domain.join(
          allowed, domain.mapped(counting, .allowance(standard: member.standard)))
      }
      value = try domain.meet(value, allowed)
    }
    return value
  }

  /// The levels of a literal as a member of an exception: at least arguable where dates leave it open.
  private func counting(_ literal: Int, _ end: End) throws(LimitReached) -> Domain.Value {
    var value = read(literal, end)
    for place in circuit.openStatements.range(literal) {
      let statement = circuit.openStatements.elements[place]
      value = try domain.join(value, domain.mapped(satisfied(statement), .arguable))
    }
    return value
  }

  private func precedence(_ precedence: Circuit.Precedence, _ end: End) -> Domain.Value {
    switch precedence {
    case .literal(let literal): read(Int(literal), end)
    case .levels(let lower, let upper): domain.constant(end == .lower ? lower : upper)
    }
  }

  /// All levels where every one of some conditions is met.
  private func satisfied(_ conditions: Range<Int32>) throws(LimitReached) -> Domain.Value {
    var value = domain.constant(15)
    for place in conditions {
      value = try domain.meet(value, domain.satisfied(circuit.guards[Int(place)]))
    }
    return value
  }
}
