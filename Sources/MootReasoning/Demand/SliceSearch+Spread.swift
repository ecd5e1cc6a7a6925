import MootLanguage

extension SliceSearch {
  /// Follows everything that can change when literals of a predicate do, and all that this can depend on;
  /// `false` when it takes too many steps, or cannot be followed.
  func spread(_ predicate: Int, _ arguments: [UInt32]) -> Bool {
    change(predicate, arguments)
    return finish()
  }

  /// Follows everything that can change when a rule is dropped, and all that this can depend on.
  func spread(fromRule rule: Int) -> Bool {
    let nothing = Array(
      repeating: Block.unbound, count: theory.program.rules[rule].variables.count)
    spread(through: rule, nothing)
    return finish()
  }

  /// Notes that literals of a predicate may change.
  func change(_ predicate: Int, _ arguments: [UInt32]) {
    guard changed.insert([UInt32(predicate)] + arguments).inserted else { return }
    _ = goal(predicate, arguments)
    tasks.append(.spread(predicate: predicate, arguments: arguments))
  }

  /// Finds what can change when literals of a predicate do: what conflicts with them, and what rules conclude
  /// that read them, or of which they speak.
  func spreadChange(of predicate: Int, _ arguments: [UInt32]) {
    guard !occurrences.isGathered[predicate] else {
      isLost = true
      return
    }
    visitConflicts(predicate, arguments) { change($0, $1) }
    for place in occurrences.places[predicate] {
      let definition = theory.program.rules[place.rule]
      let count = definition.variables.count
      guard let binding = Self.binding(place.sentence, to: arguments, of: count) else { continue }
      switch place.part {
      case .premise(let alternative, let position):
        var rest = definition.alternatives[alternative]
        rest.remove(at: position)
        tasks.append(
          .go(Walk(rule: place.rule, conditions: rest, binding: binding, purpose: .spread)))
      case .exception: spread(through: place.rule, binding)
      }
    }
    let keys = theory.program.predicates[predicate].keys
    for rule in occurrences.rulesSpokenOf[predicate] {
      var binding = Array(
        repeating: Block.unbound, count: theory.program.rules[rule].variables.count)
      for (key, argument) in zip(keys, arguments) where Int(key.rule.raw) == rule {
        binding[Int(key.variable.raw)] = argument
      }
      spread(through: rule, binding)
    }
  }

  /// Follows a change through all instances of a rule with some values.
  private func spread(through rule: Int, _ binding: [UInt32]) {
    for premises in theory.program.rules[rule].alternatives {
      tasks.append(
        .go(Walk(rule: rule, conditions: premises, binding: binding, purpose: .spread)))
    }
  }
}
