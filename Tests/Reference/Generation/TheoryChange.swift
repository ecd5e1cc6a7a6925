/// A change that a what-if makes.
enum TheoryChange: Equatable, Sendable {
  case assume(FirstOrderTheory.Sentence)
  case retract(FirstOrderTheory.Sentence)
  case without(String)
  case prefer(String, over: String)
  case asOf(ReferenceDate)
  case onArguments(of: Int)
}

extension FirstOrderTheory {
  /// A change in the words of the theory.
  func text(_ change: TheoryChange) -> String {
    switch change {
    case .assume(let sentence): text(sentence)
    case .retract(let sentence): "retract " + text(sentence)
    case .without(let name): "without \(name)"
    case .prefer(let superior, let inferior): "prefer \(superior) over \(inferior)"
    case .asOf(let date): "as of \(date.text)"
    case .onArguments(let speaker): "on the arguments of \(Self.word(speaker: speaker))"
    }
  }

  /// The theory after some changes, all of which speak of the theory as it stands.
  func changed(by changes: [TheoryChange]) -> FirstOrderTheory {
    guard !changes.isEmpty else { return self }
    var changed = self
    var grounding = Grounding(self, lower: nil)
    grounding.addIncompatibilities()
    for change in changes {
      switch change {
      case .assume(let sentence): changed.setAside(what: sentence, conflictsWith: grounding)
      case .retract(let sentence): changed.drop { $0 == sentence }
      case .without(let name): changed.switchOff { $0.name == name }
      case .prefer(let superior, let inferior):
        changed.rules.append(
          Rule(
            name: "added\(changed.rules.count)", conclusion: .preference(superior, over: inferior)))
      case .asOf(let date): changed.asOf = date
      case .onArguments(let speaker):
        changed.switchOff { rule in
          rule.speaker.map { $0 != speaker && speakers[$0] != speaker } ?? false
        }
      }
    }
    for case .assume(let sentence) in changes { changed.facts.append(sentence) }
    return changed
  }

  /// Sets aside the facts and contentions that conflict with what is assumed.
  private mutating func setAside(what assumed: Sentence, conflictsWith grounding: Grounding) {
    let atoms = grounding.atoms
    let supposed = atoms.weakenings(of: atoms.literal(assumed, atoms.emptyBinding))
    drop { sentence in
      atoms.weakenings(of: atoms.literal(sentence, atoms.emptyBinding)).contains { stated in
        supposed.contains { grounding.ground.areInConflict($0, stated) }
      }
    }
  }

  /// Drops the facts and contentions that state such a sentence.
  private mutating func drop(_ isDropped: (Sentence) -> Bool) {
    facts.removeAll(where: isDropped)
    states.removeAll { isDropped($0.sentence) }
    switchOff { rule in
      guard rule.isContention, case .sentence(let sentence) = rule.conclusion else { return false }
      return isDropped(sentence)
    }
  }

  /// Switches rules off.
  private mutating func switchOff(_ isSwitchedOff: (Rule) -> Bool) {
    for index in rules.indices where isSwitchedOff(rules[index]) { rules[index].isOff = true }
  }
}
