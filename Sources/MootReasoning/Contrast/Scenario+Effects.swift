public import MootLanguage

/// What single changes of a scenario do.
extension Scenario {
  /// The facts and contentions, or the rules, that a change drops by itself, in source order.
  public func dropped(by index: Int) -> [Argument.Source] {
    switch changes[index] {
    case .prefer, .asOf: return []
    case .assume, .retract, .without, .onArguments: break
    }
    let suspension = Suspension(Scenario(program, changes: [changes[index]]), program: program)
    return suspension.facts.indices.filter { suspension.facts[$0] && !program.facts[$0].isImplied }
      .map { .fact($0) }
      + suspension.rules.indices.filter { suspension.rules[$0] }
      .map { .rule(RuleID(raw: UInt32($0))) }
  }

  /// The first change that drops something.
  func change(dropping source: Argument.Source) -> Int? {
    changes.indices.first { index in
      switch source {
      case .fact(let fact) where fact > 0 && program.facts[fact].isImplied:
        dropped(by: index).contains(.fact(fact - 1))
      case .fact, .rule, .assumed: dropped(by: index).contains(source)
      }
    }
  }

  /// The change that adds a preference, which is a rule behind those of a program.
  func change(adding rule: RuleID, to program: Program) -> Int? {
    let added = changes.indices.filter { index in
      switch changes[index] {
      case .prefer: true
      case .assume, .retract, .without, .asOf, .onArguments: false
      }
    }
    let place = Int(rule.raw) - program.rules.count
    return added.indices.contains(place) ? added[place] : nil
  }

  /// The first change that supposes a literal.
  func change(supposing literal: Literal) -> Int? {
    changes.firstIndex { change in
      guard case .assume(let sentence) = change else { return false }
      return program.literals(supposing: sentence).contains(literal)
    }
  }
}

extension Change {
  /// Whether it is a retraction that takes an assumption back.
  public func takesBack(_ other: Change) -> Bool {
    guard case .retract(let pattern) = self, case .assume(let supposed) = other,
      let arguments = supposed.groundArguments
    else { return false }
    return pattern.predicate == supposed.predicate && pattern.matches(arguments)
  }
}
