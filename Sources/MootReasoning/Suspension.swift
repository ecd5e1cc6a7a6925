import MootLanguage

/// What the changes of a scenario drop or set aside.
struct Suspension {
  /// For each rule, whether it is dropped.
  private(set) var rules: [Bool]
  /// For each fact, whether it is dropped.
  private(set) var facts: [Bool]
  /// What gave way to an assumption, in source order.
  private(set) var setAside: [Argument.Source] = []

  /// Works out the changes of a scenario; `program` may have more rules than the scenario's own.
  init(_ scenario: Scenario, program: Program) {
    rules = Array(repeating: false, count: program.rules.count)
    facts = Array(repeating: false, count: program.facts.count)
    for change in scenario.changes {
      switch change {
      case .assume(let sentence): setAside(what: sentence, opposes: program)
      case .retract(let sentence): retract(sentence, from: program)
      case .without(let rule): rules[Int(rule.raw)] = true
      case .onArguments(let speaker): keepOnly(speaker, of: program)
      case .prefer, .asOf: break
      }
    }
  }

  private mutating func retract(_ pattern: Sentence, from program: Program) {
    drop(from: program) { stated in
      stated.prefix(1).contains {
        $0.predicate == pattern.predicate && pattern.matches($0.arguments)
      }
    }
  }

  private mutating func setAside(what sentence: Sentence, opposes program: Program) {
    let supposed = program.literals(supposing: sentence)
    let dropped = drop(from: program) { stated in
      stated.contains { literal in supposed.contains { program.conflict($0, literal) } }
    }
    for source in dropped where !setAside.contains(source) { setAside.append(source) }
  }

  /// Drops the facts and contentions that are meant, by what they state and, second, what that implies, and
  /// returns those it dropped.
  ///
  /// A fact goes with what it implies, which is the next one.
  @discardableResult
  private mutating func drop(
    from program: Program, where isMeant: ([Literal]) -> Bool
  ) -> [Argument.Source] {
    var dropped: [Argument.Source] = []
    for (index, fact) in program.facts.enumerated() where !facts[index] && !fact.isImplied {
      let last = program.facts.indices.last ?? index
      let hasImplied = index < last && program.facts[index + 1].isImplied
      let stated = (hasImplied ? [index, index + 1] : [index]).map { index in
        Literal(
          program.facts[index].predicate, Array(program.arguments(of: program.facts[index])))
      }
      guard isMeant(stated) else { continue }
      facts[index] = true
      if hasImplied { facts[index + 1] = true }
      dropped.append(.fact(index))
    }
    for (index, rule) in program.rules.enumerated() where rule.kind == .contention {
      let stated = rule.conclusions.compactMap { conclusion in
        conclusion.groundArguments.map { Literal(conclusion.predicate, $0) }
      }
      guard isMeant(stated), !rules[index] else { continue }
      rules[index] = true
      dropped.append(.rule(RuleID(raw: UInt32(index))))
    }
    return dropped
  }

  /// Drops what is argued or held by others than `speaker` and those who speak for it.
  private mutating func keepOnly(_ speaker: SpeakerID, of program: Program) {
    for (index, rule) in program.rules.enumerated() where rule.attribution.hasVoice {
      let voices = rule.attribution.arguedBy + rule.attribution.heldBy
      if !voices.contains(where: { program.speaks($0, for: speaker) }) { rules[index] = true }
    }
  }
}

extension Program {
  /// Whether `voice` is `speaker` or speaks for it, directly or through another.
  func speaks(_ voice: SpeakerID, for speaker: SpeakerID) -> Bool {
    var current: SpeakerID? = voice
    for _ in 0...speakers.count {
      guard let reached = current else { return false }
      if reached == speaker { return true }
      current = self[reached].principal
    }
    return false
  }

  /// What a duty implies ("may a" for "must a", "need not a" for "must not a"); all else as it is.
  ///
  /// No literal conflicts with itself, and so a duty not with what it implies.
  func weakened(_ predicate: SignedPredicate) -> SignedPredicate {
    implied(by: predicate) ?? predicate
  }

  /// Whether two literals conflict: contraries, or declared incompatible.
  func conflict(_ first: Literal, _ second: Literal) -> Bool {
    if first == second.contrary { return true }
    let isSame =
      weakened(first.predicate) == weakened(second.predicate)
      && first.arguments == second.arguments
    guard !isSame else { return false }
    return incompatibilities.contains { incompatibility in
      let sides = (incompatibility.first, incompatibility.second)
      return incompatibility.unites(sides.0, first, sides.1, second)
        || incompatibility.unites(sides.0, second, sides.1, first)
    }
  }
}

extension Incompatibility {
  /// Whether two literals are instances of the two patterns under one binding of the shared variables.
  func unites(_ pattern: Sentence, _ literal: Literal, _ other: Sentence, _ opposed: Literal)
    -> Bool
  {
    guard pattern.predicate == literal.predicate, other.predicate == opposed.predicate else {
      return false
    }
    var bindings: [ValueID?] = Array(repeating: nil, count: variables.count)
    return pattern.bind(literal.arguments, &bindings) && other.bind(opposed.arguments, &bindings)
  }
}

extension Sentence {
  /// The arguments of a sentence without variables.
  var groundArguments: [ValueID]? {
    var values: [ValueID] = []
    for term in terms {
      guard case .value(let value) = term else { return nil }
      values.append(value)
    }
    return values
  }

  /// Whether arguments are an instance of the sentence.
  func matches(_ arguments: [ValueID]) -> Bool {
    let highest = terms.reduce(0) { highest, term in
      if case .variable(let variable) = term {
        max(highest, Int(variable.raw) + 1)
      } else {
        highest
      }
    }
    var bindings: [ValueID?] = Array(repeating: nil, count: highest)
    return bind(arguments, &bindings)
  }

  /// Matches arguments against the terms under the bindings so far, which it extends.
  func bind(_ arguments: [ValueID], _ bindings: inout [ValueID?]) -> Bool {
    for (term, argument) in zip(terms, arguments) {
      switch term {
      case .any: continue
      case .value(let value): guard value == argument else { return false }
      case .variable(let variable):
        let known = bindings[Int(variable.raw)]
        guard known == nil || known == argument else { return false }
        bindings[Int(variable.raw)] = argument
      }
    }
    return true
  }
}
