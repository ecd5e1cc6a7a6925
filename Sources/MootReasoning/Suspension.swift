public import MootLanguage

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
    var search = SuspensionSearch(program)
    for change in scenario.changes {
      let suspended = search.suspended(by: change)
      if case .assume = change { setAside += suspended.filter { !isDropped($0) } }
      for source in suspended { drop(source, of: program) }
    }
  }

  private func isDropped(_ source: Argument.Source) -> Bool {
    switch source {
    case .rule(let id): rules[Int(id.raw)]
    case .fact(let index): facts[index]
    case .assumed: false
    }
  }

  /// A fact goes with what it implies, which is the next one.
  private mutating func drop(_ source: Argument.Source, of program: Program) {
    switch source {
    case .rule(let id): rules[Int(id.raw)] = true
    case .fact(let index):
      facts[index] = true
      if index + 1 < facts.count, program.facts[index + 1].isImplied { facts[index + 1] = true }
    case .assumed: break
    }
  }
}

/// Finds what single changes drop or set aside.
struct SuspensionSearch {
  private let program: Program
  private lazy var index = StatementIndex(program)

  /// Prepares the search in a program.
  init(_ program: Program) { self.program = program }

  /// The facts, each without what it implies, and the rules that a change drops or sets aside, in source
  /// order, facts first.
  mutating func suspended(by change: Change) -> [Argument.Source] {
    switch change {
    case .assume(let sentence):
      let supposed = program.literals(supposing: sentence)
      return sorted(supposed.flatMap { index.statements(opposing: $0) })
    case .retract(let sentence): return sorted(index.statements(matching: sentence))
    case .without(let rule): return [.rule(rule)]
    case .onArguments(let speaker): return argued(withoutVoiceOf: speaker)
    case .prefer, .asOf: return []
    }
  }

  /// Each source once, facts before contentions.
  private func sorted(_ statements: [StatementIndex.Statement]) -> [Argument.Source] {
    var facts: Set<Int> = []
    var rules: Set<RuleID> = []
    for statement in statements {
      switch statement.source {
      case .fact(let index): facts.insert(index)
      case .rule(let id): rules.insert(id)
      case .assumed: break
      }
    }
    return facts.sorted().map { .fact($0) } + rules.sorted().map { .rule($0) }
  }

  /// What is argued or held by others than a speaker and those who speak for it.
  private func argued(withoutVoiceOf speaker: SpeakerID) -> [Argument.Source] {
    let heard = program.voices(of: speaker)
    return program.rules.indices.compactMap { index in
      let attribution = program.rules[index].attribution
      guard attribution.hasVoice else { return nil }
      let isKept = (attribution.arguedBy + attribution.heldBy).contains { heard.contains($0) }
      return isKept ? nil : .rule(RuleID(raw: UInt32(index)))
    }
  }
}

extension Program {
  /// Whether `voice` is `speaker` or speaks for it, directly or through another.
  public func speaks(_ voice: SpeakerID, for speaker: SpeakerID) -> Bool {
    var current: SpeakerID? = voice
    for _ in 0...speakers.count {
      guard let reached = current else { return false }
      if reached == speaker { return true }
      current = self[reached].principal
    }
    return false
  }

  /// A speaker, and all who speak for it, directly or through others.
  fileprivate func voices(of speaker: SpeakerID) -> Set<SpeakerID> {
    var agents: [SpeakerID: [SpeakerID]] = [:]
    for (index, other) in speakers.enumerated() {
      if let principal = other.principal {
        agents[principal, default: []].append(SpeakerID(raw: UInt32(index)))
      }
    }
    var voices: Set<SpeakerID> = [speaker]
    var waiting = [speaker]
    while let next = waiting.popLast() {
      for agent in agents[next] ?? [] where voices.insert(agent).inserted { waiting.append(agent) }
    }
    return voices
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
