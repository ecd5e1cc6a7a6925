import MootLanguage

extension TurnCauses {
  /// The first condition of a rule instance, beside its plain sentences, that comes to something else in the
  /// other outcome, in words: what is gathered from many cases or read on other dates before comparisons, for
  /// these follow from it.
  func turningCondition(
    of instance: Instance, in present: ContrastSide, but other: ContrastSide
  ) -> String? {
    guard case .rule(let rule) = instance.source else { return nil }
    let premises = present.outcome.program[rule].alternatives[instance.alternative]
    let words = Conditions(instance, present.inquiry).premises.map(\.words)
    let told = premises.indices.filter { words[$0] != nil }
    let turning = told.filter { place in
      let grades = [present, other].map {
        $0.grade(of: premises[place], of: rule, under: instance.binding)
      }
      return grades[0] != grades[1]
    }
    let gathered = turning.first { premises[$0].isGathered }
    return (gathered ?? turning.first ?? told.first).flatMap { words[$0] }
  }
}

extension ContrastSide {
  /// The grade that a condition of a rule gives to an argument under a binding, which may have values that only
  /// the other outcome worked out; `nil` where the condition is not met.
  fileprivate func grade(of condition: Condition, of rule: RuleID, under binding: [UInt32])
    -> GradeInterval?
  {
    var known = binding
    for (register, value) in binding.enumerated()
    where value != Block.unbound && Int(value) >= outcome.program.values.count {
      if condition.registersRead.contains(register) { return nil }
      known[register] = Block.unbound
    }
    return ConditionReader(rule, inquiry).instances(of: [condition], under: known, for: .premises)
      .first?.allows
  }
}

extension Condition {
  /// Whether it is gathered from many cases, or read on another date.
  fileprivate var isGathered: Bool {
    switch self {
    case .universal, .aggregate, .past: true
    case .sentence, .comparison, .calculation: false
    }
  }
}
