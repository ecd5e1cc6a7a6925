import MootLanguage

/// The order in which the conditions of a rule are matched, with the columns and registers of each step.
///
/// Registers hold the values of the rule's variables, by their number.
struct Plan {
  /// The steps, first to last.
  let steps: [Step]
  /// The number of registers.
  let registerCount: Int
  /// For each step, the registers that have a value before it and are read after it.
  let carried: [[Int]]
  /// For each step, whether its registers of its own are read after it; what is not need not be kept.
  let needed: [Set<Int>?]
  /// The number of steps that may give several bindings for one, each of which nests in those before it.
  let bindingStepCount: Int

  /// The most nested steps a join follows.
  static let mostBindingSteps = 2_000

  /// Creates a plan.
  ///
  /// - Parameter needed: the registers read when all steps are done; `nil` for all.
  init(steps: [Step], registerCount: Int, needed: Set<Int>? = nil) {
    self.steps = steps
    self.registerCount = registerCount
    (carried, self.needed) = Self.uses(of: steps, registerCount, needed)
    bindingStepCount = steps.count { step in
      switch step {
      case .match(let match): !match.isFilter
      case .past, .aggregate: true
      case .compare, .calculate, .universal, .inForce: false
      }
    }
  }

  /// What is read after each step, last to first; steps with conditions of their own may read anything.
  private static func uses(of steps: [Step], _ registerCount: Int, _ needed: Set<Int>?)
    -> (carried: [[Int]], needed: [Set<Int>?])
  {
    var read = needed
    var carried: [[Int]] = []
    var after: [Set<Int>?] = []
    for step in steps.reversed() {
      after.append(read)
      let before = read.map { $0.subtracting(step.registersBound) }
      carried.append(before.map { $0.sorted() } ?? Array(0..<registerCount))
      read = step.registersRead.flatMap { own in before.map { $0.union(own) } }
    }
    return (carried.reversed(), after.reversed())
  }

  /// One step over a block of bindings.
  enum Step {
    case match(Match)
    case compare(left: Operand, Comparison.Relation, right: Operand)
    /// Works out a value into a register, or checks it against the one there.
    case calculate(Calculation.Expression, register: Int, isCheck: Bool)
    /// Something holds for all of a kind.
    case universal(ForAll)
    /// Works out a value over all bindings that match.
    case aggregate(Gathering)
    /// Reads facts on another date.
    case past(Match, day: Operand?)
    /// The rule is in force by the law of the day in a register.
    case inForce(Period, register: Int)
  }

  /// Where a step takes a value from.
  enum Operand {
    case register(Int)
    case value(UInt32)
  }

  /// Finds the atoms of a predicate that agree with what is bound, and binds the rest.
  struct Match {
    /// The predicate's index.
    let predicate: Int
    /// The polarity matched.
    let isPositive: Bool
    /// The columns whose value is known, ascending, and where from.
    let keyColumns: [Int]
    /// The values of the key columns.
    let keys: [Operand]
    /// The columns that bind a register.
    let bindings: [Target]
    /// The columns that must equal a register bound by this same step.
    let checks: [Target]
    /// The standard of proof, 0 for none.
    let standard: UInt8
    /// Whether the predicate is of the component being grounded, so that its standing is not known yet.
    let isUnfinished: Bool
    /// The number of the index on `indexColumns`; `nil` to scan.
    let index: Int?
    /// The key columns that are looked up; the others are compared.
    let indexColumns: [Int]

    /// The values of the columns that are looked up.
    var indexKeys: [Operand] {
      indexColumns == keyColumns
        ? keys : indexColumns.compactMap { keyColumns.firstIndex(of: $0).map { keys[$0] } }
    }

    /// Whether every column is known, so that it only keeps or drops a binding.
    var isFilter: Bool { bindings.isEmpty && checks.isEmpty }
  }

  /// The plans of an `every … such that`.
  struct ForAll {
    let domain: [Step]
    let body: [Step]
  }

  /// The plan of an aggregate.
  struct Gathering {
    let conditions: [Step]
    let function: Aggregate.Function
    let over: Int
    let result: Int
    /// Whether the result has a value already, so that it is only checked.
    let isCheck: Bool
    /// The registers inside that are bound only there, by which bindings differ.
    let inside: [Int]
    /// The registers of the groups that are bound only inside.
    let openGroups: [Int]
  }

  /// A column and a register.
  struct Target {
    let column: Int
    let register: Int
  }
}

extension Plan.Operand {
  /// The register it is read from.
  var register: Int? {
    switch self {
    case .register(let register): register
    case .value: nil
    }
  }
}

extension Plan.Step {
  /// The registers it gives a value to, of those that have none before.
  var registersBound: [Int] {
    switch self {
    case .match(let match): match.bindings.map(\.register)
    case .compare, .universal, .inForce, .calculate, .aggregate, .past: []
    }
  }

  /// The registers it reads; `nil` where these can be any.
  var registersRead: [Int]? {
    switch self {
    case .match(let match): match.keys.compactMap(\.register)
    case .compare(let left, _, let right): [left, right].compactMap(\.register)
    case .calculate(let expression, let register, _): expression.registers + [register]
    case .inForce(_, let register): [register]
    case .universal, .aggregate, .past: nil
    }
  }
}
