public import MootLanguage

extension Scenario {
  /// The date of the answers: the last one a change sets, or the file's.
  public var asOf: CalendarDate? {
    var date = program.asOf
    for change in changes {
      if case .asOf(let changed) = change { date = changed }
    }
    return date
  }

  /// The sentences that are supposed, each also as the weaker form that follows for an action.
  var assumptions: [Literal] {
    var literals: [Literal] = []
    for change in changes {
      guard case .assume(let sentence) = change else { continue }
      literals += program.literals(supposing: sentence)
    }
    return literals
  }

  /// The program with the preferences that changes add.
  var programWithPreferences: Program {
    var changed = program
    for change in changes {
      if case .prefer(let preferred, let over) = change {
        changed.addPreference(of: preferred, over: over)
      }
    }
    return changed
  }
}

extension Program {
  /// The literal a ground sentence says, and for "must a" also "may a", for "must not a" also "need not a".
  func literals(supposing sentence: Sentence) -> [Literal] {
    let arguments = sentence.terms.compactMap { term -> ValueID? in
      if case .value(let value) = term { value } else { nil }
    }
    let literal = Literal(sentence.predicate, arguments)
    guard let weaker = implied(by: sentence.predicate) else { return [literal] }
    return [literal, Literal(weaker, arguments)]
  }
}
