import MootLanguage

/// Follows the date of the answer through rules: the variables it is a value of, the conclusions these stand in, the
/// premises that read such conclusions, and so on.
///
/// As long as rules do nothing with it but compare it, and do so with dates that are values themselves, two days
/// between which none of these dates lies have the same answers, but for the date itself.
struct ClockFlow {
  private let program: Program
  /// For each predicate, the rules that read it and can matter.
  private var readers: [[Int]]
  private var places: Set<ArgumentPlace> = []
  private var pending: [Int] = []
  private var isPending: [Bool]
  private var isRead = false

  /// Prepares to follow it through the rules that can matter.
  init(_ relevance: Relevance, in program: Program) {
    self.program = program
    readers = Array(repeating: [], count: program.predicates.count)
    isPending = Array(repeating: false, count: program.rules.count)
    for rule in program.rules.indices where relevance.rules[rule] {
      for sentence in program.rules[rule].conditions.flatMap(\.sentences) {
        readers[Int(sentence.predicate.predicate.raw)].append(rule)
      }
      wait(for: rule)
    }
  }

  /// How the date of the answer is read.
  mutating func use() -> ClockUse {
    while let rule = pending.popLast() {
      isPending[rule] = false
      guard let carriers = carriers(in: program.rules[rule]) else { return .counted }
      guard !carriers.isEmpty else { continue }
      isRead = true
      for conclusion in program.rules[rule].conclusions { note(conclusion, carriers) }
    }
    return isRead ? .compared(concludedAt: places) : .ignored
  }

  private mutating func wait(for rule: Int) {
    guard !isPending[rule] else { return }
    isPending[rule] = true
    pending.append(rule)
  }

  /// Notes the places of a conclusion at which the date stands.
  private mutating func note(_ conclusion: Sentence, _ carriers: Set<VariableID>) {
    let predicate = conclusion.predicate.predicate
    for (position, term) in conclusion.terms.enumerated() where term.isAny(of: carriers) {
      let place = ArgumentPlace(predicate: predicate, position: position)
      guard places.insert(place).inserted else { continue }
      for reader in readers[Int(predicate.raw)] { wait(for: reader) }
    }
  }

  /// The variables of a rule that the date of the answer is a value of; `nil` where the rule counts with it.
  private func carriers(in rule: Rule) -> Set<VariableID>? {
    let parts = rule.conditions.flatMap(\.parts)
    var carriers: Set<VariableID> = []
    for sentence in rule.conditions.flatMap(\.sentences) {
      let predicate = sentence.predicate.predicate
      for case (let position, .variable(let variable)) in sentence.terms.enumerated()
      where places.contains(ArgumentPlace(predicate: predicate, position: position)) {
        carriers.insert(variable)
      }
    }
    var known = -1
    while known < carriers.count {
      known = carriers.count
      for part in parts where part.passesOn(carriers) { carriers.formUnion(part.results) }
    }
    let counts = parts.contains { $0.counts(with: carriers) }
    // By the law of a day, rules come into force on days that are no values.
    return counts || rule.lawOfDay.map(carriers.contains) ?? false ? nil : carriers
  }
}

extension Rule {
  /// The members of all premises and exceptions.
  fileprivate var conditions: [Condition] { Array(alternatives.joined()) + exceptions.joined() }
}

extension Term {
  /// Whether it is one of some variables.
  fileprivate func isAny(of variables: Set<VariableID>) -> Bool {
    if case .variable(let variable) = self { variables.contains(variable) } else { false }
  }
}

extension Condition {
  /// The condition itself, and those inside it.
  fileprivate var parts: [Condition] {
    switch self {
    case .sentence, .comparison, .calculation, .past: [self]
    case .universal(let universal): [self] + universal.domain
    case .aggregate(let aggregate): [self] + aggregate.conditions
    }
  }

  /// The variables that get a value here.
  fileprivate var results: [VariableID] {
    switch self {
    case .calculation(let calculation): [calculation.result]
    case .aggregate(let aggregate): [aggregate.result]
    case .sentence, .comparison, .universal, .past: []
    }
  }

  /// Whether the value it works out may be the date of the answer, which some variables may be.
  fileprivate func passesOn(_ carriers: Set<VariableID>) -> Bool {
    switch self {
    case .calculation(let calculation): calculation.expression.reads(carriers)
    case .aggregate(let aggregate):
      aggregate.function.picksOne && carriers.contains(aggregate.over)
    case .sentence, .comparison, .universal, .past: false
    }
  }

  /// Whether it works anything out from the date of the answer, which some variables may be, but which of several
  /// values it is.
  fileprivate func counts(with carriers: Set<VariableID>) -> Bool {
    switch self {
    case .calculation(let calculation):
      calculation.expression.reads(carriers) && !calculation.expression.picksOne
    case .aggregate(let aggregate):
      aggregate.function == .sum && carriers.contains(aggregate.over)
    case .sentence, .comparison, .universal, .past: false
    }
  }
}

extension Aggregate.Function {
  /// Whether it is one of the values it is worked out over.
  fileprivate var picksOne: Bool { self == .least || self == .greatest }
}

extension Calculation.Expression {
  /// Whether it reads the date of the answer, which some variables may be.
  fileprivate func reads(_ carriers: Set<VariableID>) -> Bool {
    speaksOfToday || registers.contains { carriers.contains(VariableID(raw: UInt32($0))) }
  }

  /// Whether it is one of several values that are there already.
  fileprivate var picksOne: Bool {
    switch self {
    case .term, .today: true
    case .later(let left, let right), .earlier(let left, let right): left.isPlain && right.isPlain
    case .arithmetic, .shifted, .days: false
    }
  }

  private var isPlain: Bool {
    switch self {
    case .term, .today: true
    case .arithmetic, .shifted, .later, .earlier, .days: false
    }
  }
}
