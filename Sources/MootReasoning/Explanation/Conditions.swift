import MootLanguage

/// The conditions of a rule instance with its values in place.
struct Conditions {
  /// The premises, in the order they are written.
  private(set) var premises: [Condition] = []
  /// The exceptions with those of their instances that matter, the undercutter last.
  private(set) var exceptions: [Exception] = []

  /// A condition with values in place.
  enum Condition {
    case literal(Literal, standard: Grade?)
    /// A comparison that is true, or that the precision of dates leaves open.
    case comparison(String, isOpen: Bool)
    /// A comparison that is false, in an exception.
    case failedComparison(String)
    /// A sentence that nothing matches, with what is known of its variables.
    case pattern(String, standard: Grade?)
    /// Something said of all of a kind or worked out over all that match, and the literals it goes by.
    case gathered(String, parts: [Literal])
    /// A state on another date, and the fact that states it (none: a what-if supposes it).
    case past(String, fact: Int?)
  }

  /// An exception with values in place.
  struct Exception {
    let members: [Condition]
    let isUndercutter: Bool
    let allows: GradeInterval
  }

  /// Whether there is nothing to tell but who says it: no premises, no exceptions.
  var isPlain: Bool { premises.isEmpty && exceptions.isEmpty }

  /// Reads the conditions of an instance.
  init(_ instance: Instance, _ inquiry: Inquiry) {
    guard case .rule(let id) = instance.source else { return }
    let reader = ConditionReader(id, inquiry)
    let rule = inquiry.program[id]
    premises = rule.alternatives[instance.alternative].map {
      reader.condition($0, under: instance.binding)
    }
    if let day = rule.lawOfDay {
      let words = reader.words(inForceBy: day, rule.period, under: instance.binding)
      premises.append(.comparison(words, isOpen: false))
    }
    for exception in rule.exceptions {
      exceptions += reader.exceptions(exception, under: instance.binding)
    }
    if let undercutter = reader.undercutter(of: instance) { exceptions.append(undercutter) }
  }
}

extension Conditions.Condition {
  /// A comparison that comes to something.
  static func comparison(_ words: String, _ truth: ValueOrder.Truth) -> Self {
    switch truth {
    case .holds: .comparison(words, isOpen: false)
    case .open: .comparison(words, isOpen: true)
    case .fails: .failedComparison(words)
    }
  }
}

/// Puts the conditions of one rule into the words or literals of an instance.
struct ConditionReader {
  /// Where the literals of the conditions are found.
  let inquiry: Inquiry
  private let rule: RuleID

  init(_ rule: RuleID, _ inquiry: Inquiry) {
    self.rule = rule
    self.inquiry = inquiry
  }

  private var definition: Rule { inquiry.program[rule] }

  /// A condition under a binding.
  func condition(_ condition: Condition, under binding: [UInt32]) -> Conditions.Condition {
    switch condition {
    case .sentence(let sentence, let standard):
      if let literal = inquiry.literal(sentence, under: binding) {
        return .literal(literal, standard: standard)
      }
      return .pattern(words(sentence, under: binding), standard: standard)
    case .comparison(let comparison):
      return self.comparison(comparison, under: binding)
    case .calculation(let calculation):
      return self.calculation(calculation, under: binding)
    case .universal(let universal): return gathered(universal, under: binding)
    case .aggregate(let aggregate): return gathered(aggregate, under: binding)
    case .past(let past): return self.past(past, under: binding)
    }
  }

  /// The instances of an exception that touch the rule instance; without any, the exception as a pattern.
  func exceptions(_ members: [Condition], under binding: [UInt32]) -> [Conditions.Exception] {
    let found = instances(of: members, under: binding)
    guard !found.isEmpty else { return untouching(members, under: binding) }
    let strongest = found.min {
      ($0.allows.lower, $0.allows.upper) < ($1.allows.lower, $1.allows.upper)
    }
    guard let strongest else { return [] }
    return [
      Conditions.Exception(
        members: members.map { condition($0, under: strongest.binding) }, isUndercutter: false,
        allows: strongest.allows)
    ]
  }

  /// An exception that does not touch the rule instance: each of its instances that is spoken of, or else
  /// the exception as a pattern.
  private func untouching(_ members: [Condition], under binding: [UInt32]) -> [Conditions.Exception]
  {
    var told: [[Conditions.Condition]] = []
    if members.count == 1, case .sentence(let sentence, let standard) = members[0],
      literal(sentence, under: binding) == nil
    {
      told = spokenOf(sentence, under: binding).map { [.literal($0, standard: standard)] }
    }
    if told.isEmpty { told = [members.map { condition($0, under: binding) }] }
    return told.map { members in
      Conditions.Exception(
        members: members, isUndercutter: false, allows: Standing.established.interval)
    }
  }

  /// The literals that a sentence with open variables matches and that something argues or opposes.
  private func spokenOf(_ sentence: Sentence, under binding: [UInt32]) -> [Literal] {
    let predicate = Int(sentence.predicate.predicate.raw)
    let bindings = binding.map { $0 == Block.unbound ? nil : ValueID(raw: $0) }
    let literals = inquiry.rows(of: predicate, matching: sentence, bindings).map { row in
      Literal(
        sentence.predicate,
        inquiry.evaluation.tables[predicate].arguments(row).map { ValueID(raw: $0) })
    }
    let spokenOf = literals.filter { literal in
      !inquiry.instances(concluding: literal).isEmpty
        || inquiry.standing(of: literal.contrary).upper > 0
    }
    return Array(spokenOf.prefix(Self.mostTold))
  }

  /// How many instances of an exception that does not touch are told.
  private static let mostTold = 3

  /// A sentence under a binding; `nil` where a variable of it is not bound.
  func literal(_ sentence: Sentence, under binding: [UInt32]) -> Literal? {
    inquiry.literal(sentence, under: binding)
  }

  /// The rule's own undercutter for an instance, where the file can conclude one.
  func undercutter(of instance: Instance) -> Conditions.Exception? {
    guard let predicate = inquiry.evaluation.theory.undercuts[Int(rule.raw)] else { return nil }
    let tuple = inquiry.evaluation.keyTuple(predicate) {
      instance.binding[Int($0.variable.raw)]
    }
    let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: true)
    let literal = Literal(signed, tuple.map { ValueID(raw: $0) })
    let standing = inquiry.standing(of: literal)
    let allows = Standing(
      lower: allowedGrade(standing.upper, standard: 0),
      upper: allowedGrade(standing.lower, standard: 0))
    return Conditions.Exception(
      members: [.literal(literal, standard: nil)], isUndercutter: true, allows: allows.interval)
  }

  /// That the rule was in force by the law of a day, in words.
  func words(inForceBy day: VariableID, _ period: Period, under binding: [UInt32]) -> String {
    "this was the law on \(words(.variable(day), under: binding))"
  }

  /// The bindings that match all of some conditions, with the grade they have for a purpose.
  func instances(
    of members: [Condition], under binding: [UInt32], for purpose: Join.Purpose = .exception
  ) -> [(binding: [UInt32], allows: GradeInterval)] {
    let bound = binding.indices.filter { binding[$0] != Block.unbound }
    var planner = Planner(registerCount: binding.count, bound: bound, for: purpose)
    let plan = planner.plan(members, in: inquiry.evaluation)
    let seeds = Block(registerCount: binding.count)
    let start: UInt8 = purpose == .premises ? 4 : 0
    seeds.appendUnbound(lower: start, upper: start, origin: 0)
    for register in bound { seeds.registers[register][0] = binding[register] }
    var found: [(binding: [UInt32], allows: GradeInterval)] = []
    do {
      try Join(plan, for: purpose, in: inquiry.evaluation).run(seeds) { block in
        for row in 0..<block.count {
          let allows = Standing(lower: block.lower[row], upper: block.upper[row])
          found.append((block.binding(row), allows.interval))
        }
      }
    } catch {
      // What was found until the limit was reached is told.
      inquiry.note(error)
    }
    return found.sorted { inquiry.precedes($0.binding, $1.binding) }
  }

  private func comparison(_ comparison: Comparison, under binding: [UInt32])
    -> Conditions.Condition
  {
    let left = value(comparison.left, under: binding)
    let right = value(comparison.right, under: binding)
    let words =
      "\(self.words(comparison.left, under: binding)) \(comparison.relation.rawValue) "
      + self.words(comparison.right, under: binding)
    guard let left, let right else { return .pattern(words, standard: nil) }
    return .comparison(
      words, inquiry.evaluation.values.order.compare(left, comparison.relation, right))
  }

  func value(_ term: Term, under binding: [UInt32]) -> UInt32? {
    switch term {
    case .value(let value): return value.raw
    case .variable(let variable):
      let value = binding[Int(variable.raw)]
      return value == Block.unbound ? nil : value
    case .any: return nil
    }
  }

  /// A term in words: its value, or its name where it has none.
  func words(_ term: Term, under binding: [UInt32]) -> String {
    if let value = value(term, under: binding) { return inquiry.reading(of: ValueID(raw: value)) }
    guard case .variable(let variable) = term else { return "anything" }
    let name = definition.variables[Int(variable.raw)].name
    guard name.isEmpty, let expression = expression(for: variable) else { return "?" + name }
    return words(expression, under: binding)
  }

  /// The expression that gives a variable without a name its value.
  private func expression(for variable: VariableID) -> Calculation.Expression? {
    for case .calculation(let calculation) in (definition.alternatives + definition.exceptions)
      .joined() where calculation.result == variable
    {
      return calculation.expression
    }
    return nil
  }

  /// A sentence in words with the values of a binding in place.
  func words(_ sentence: Sentence, under binding: [UInt32]) -> String {
    let terms = sentence.terms.map { term -> Term in
      guard let value = value(term, under: binding) else { return term }
      return .value(ValueID(raw: value))
    }
    return inquiry.program.reading(
      of: Sentence(predicate: sentence.predicate, terms: terms, span: sentence.span),
      variables: definition.variables)
  }
}
