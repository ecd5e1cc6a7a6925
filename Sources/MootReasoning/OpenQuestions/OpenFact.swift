public import MootLanguage

/// A sentence that may be so or not, and the change by which a what-if says which (section 7 of the
/// semantics).
public struct OpenFact: Sendable {
  /// What may be so or not; without variables.
  public let sentence: Sentence
  /// The chance that it is so, where the file states one.
  public let chance: Double?
  /// What is changed where the truth of the sentence is `changingValue`.
  public let change: Change
  /// Which truth value makes the change; with the other one all is as the files say.
  ///
  /// Where the files state the sentence as a fact it is dropped when it is not so; else it is assumed when it
  /// is so, and absent when it is not.
  public let changingValue: Bool

  /// Creates the open fact of a sentence without variables, under what a scenario changes already.
  public init(_ sentence: Sentence, chance: Double? = nil, in scenario: Scenario) {
    self.sentence = sentence
    self.chance = chance
    changingValue = !scenario.states(sentence)
    change = changingValue ? .assume(sentence) : .retract(sentence)
  }

  /// What may be so or not.
  public var literal: Literal { Literal(sentence.predicate, sentence.groundArguments ?? []) }

  /// Whether the change is made where the truth of the sentence is `value`.
  public func isMade(when value: Bool) -> Bool { value == changingValue }
}

extension Scenario {
  /// What is open: the unknowns of the file that nothing settles, then the further sentences, each once.
  ///
  /// A fact that counts settles an unknown, and so does what the scenario assumes or retracts.
  ///
  /// - Parameter varied: sentences without variables.
  public func openFacts(varying varied: [Sentence] = []) -> [OpenFact] {
    var known: Set<Literal> = []
    var facts: [OpenFact] = []
    func add(_ fact: OpenFact) {
      if known.insert(fact.literal).inserted { facts.append(fact) }
    }
    for unknown in program.unknowns {
      let literal = Literal(unknown.sentence.predicate, unknown.sentence.groundArguments ?? [])
      let isVaried = varied.contains {
        Literal($0.predicate, $0.groundArguments ?? []) == literal
      }
      guard isVaried || !settles(literal), isVaried || !states(unknown.sentence) else { continue }
      add(OpenFact(unknown.sentence, chance: unknown.chance, in: self))
    }
    for sentence in varied { add(OpenFact(sentence, in: self)) }
    return facts
  }

  /// Whether a fact that counts on the date of the answers states a sentence, and no change drops it.
  fileprivate func states(_ sentence: Sentence) -> Bool {
    guard let arguments = sentence.groundArguments else { return false }
    let suspension = Suspension(self, program: program)
    let date = asOf
    let stated = program.facts.firstIndex(of: sentence.predicate, matching: arguments) { index in
      let fact = program.facts[index]
      guard !fact.isImplied, !suspension.facts[index] else { return false }
      switch program.particulars[Int(fact.particulars)].period.counts(asOf: date) {
      case .holds: return true
      case .open, .fails: return false
      }
    }
    return stated != nil
  }

  /// Whether what the scenario assumes or retracts says whether a literal is so.
  private func settles(_ literal: Literal) -> Bool {
    changes.contains { change in
      switch change {
      case .assume(let sentence):
        return program.literals(supposing: sentence).contains {
          $0 == literal || program.conflict($0, literal)
        }
      case .retract(let pattern):
        return pattern.predicate == literal.predicate && pattern.matches(literal.arguments)
      case .without, .prefer, .asOf, .onArguments: return false
      }
    }
  }
}
