import MootLanguage

/// A step that matches a sentence, prepared: what each standing is worth, and which comparisons follow.
struct Matching {
  /// The step.
  let match: Plan.Match
  /// What each packed standing is worth to the running grade from below, by the raw byte.
  let lower: [UInt8]
  /// The same from above.
  let upper: [UInt8]
  /// Whether a row with such a standing can matter, 1 or 0.
  let counts: [UInt8]
  /// Pairs of columns that must be equal.
  let equalColumns: [(Int, Int)]
  /// The columns whose value is known but not looked up, so that it is compared.
  let keyChecks: [(column: Int, key: Plan.Operand)]
  /// The comparisons that directly follow, decided before anything is copied.
  let comparisons: [Comparing]
  /// The step after those.
  let next: Int
  /// The registers of the input that are read later.
  let carried: [Int]
  /// The columns whose values are read later, with their registers.
  let bindings: [Plan.Target]
  /// Whether what a binding goes back to is read later.
  let carriesOrigins: Bool
  /// Whether grades of the row raise the running grade (exceptions) rather than lower it.
  let isRaising: Bool

  /// Where a comparison takes a value from while a row is matched.
  enum Source {
    case binding(Int)
    case column(Int)
    case value(UInt32)
  }

  /// A comparison decided while rows are matched.
  struct Comparing {
    let left: Source
    let relation: Comparison.Relation
    let right: Source

    /// The comparison as one of order: the lesser side first, "less" (slack 0) or "less or equal" (slack 1);
    /// `nil` for equality.
    var ascending: (lesser: Source, relation: Comparison.Relation, greater: Source, slack: UInt64)?
    {
      switch relation {
      case .equal, .notEqual: nil
      case .before, .less: (left, relation, right, 0)
      case .onOrBefore, .lessOrEqual: (left, relation, right, 1)
      case .after: (right, .before, left, 0)
      case .greater: (right, .less, left, 0)
      case .onOrAfter: (right, .onOrBefore, left, 1)
      case .greaterOrEqual: (right, .lessOrEqual, left, 1)
      }
    }
  }

  /// Prepares a step of a plan; `nil` when it matches no sentence.
  init?(ofStep step: Int, in plan: Plan, for purpose: Join.Purpose) {
    guard case .match(let match) = plan.steps[step] else { return nil }
    self.match = match
    isRaising = purpose == .exception
    carriesOrigins = isRaising || plan.needed.last.flatMap { $0 } == nil
    (lower, upper, counts) = Self.worth(match, purpose)
    equalColumns = match.checks.compactMap { check in
      match.bindings.first { $0.register == check.register }.map { ($0.column, check.column) }
    }
    keyChecks = zip(match.keyColumns, match.keys).filter { column, _ in
      match.index != nil && !match.indexColumns.contains(column)
    }.map { (column: $0, key: $1) }
    var comparisons: [Comparing] = []
    var next = step + 1
    while purpose == .premises, !match.isFilter, next < plan.steps.count,
      case .compare(let left, let relation, let right) = plan.steps[next]
    {
      comparisons.append(
        Comparing(
          left: Self.source(left, match), relation: relation, right: Self.source(right, match)))
      next += 1
    }
    self.comparisons = comparisons
    self.next = next
    let read = plan.needed[next - 1]
    carried = plan.carried[next - 1].filter { register in
      read == nil || !match.bindings.contains { $0.register == register }
    }
    bindings = match.bindings.filter { read?.contains($0.register) ?? true }
  }

  private static func source(_ operand: Plan.Operand, _ match: Plan.Match) -> Source {
    switch operand {
    case .value(let value): return .value(value)
    case .register(let register):
      let binding = match.bindings.first { $0.register == register }
      return binding.map { .column($0.column) } ?? .binding(register)
    }
  }

  /// What each packed standing is worth: section 2, "One pass over grades".
  private static func worth(_ match: Plan.Match, _ purpose: Join.Purpose)
    -> (lower: [UInt8], upper: [UInt8], counts: [UInt8])
  {
    let standard = match.isUnfinished ? 5 : Int(match.standard)
    return worths[(purpose == .premises ? 0 : 6) + standard]
  }

  /// The worth of standings for premises and for exceptions: by the standard that is named, 0 for none, and
  /// behind these, at 5, while what is matched is unfinished.
  private static let worths = [Join.Purpose.premises, .exception].flatMap { purpose in
    (0...5).map { worth(atStandard: UInt8($0), isUnfinished: $0 == 5, purpose) }
  }

  private static func worth(atStandard standard: UInt8, isUnfinished: Bool, _ purpose: Join.Purpose)
    -> (lower: [UInt8], upper: [UInt8], counts: [UInt8])
  {
    var lower = [UInt8](repeating: 0, count: 256)
    var upper = lower
    var counts = lower
    for raw in 0..<256 {
      let standing = Standing(raw: UInt8(raw) & ~Table.presence)
      guard !standing.isNothing else { continue }
      switch purpose {
      case _ where isUnfinished:
        (lower[raw], upper[raw]) = purpose == .premises ? (4, 4) : (0, 0)
        counts[raw] = 1
      case .premises:
        lower[raw] = premiseGrade(standing.lower, standard: standard)
        upper[raw] = premiseGrade(standing.upper, standard: standard)
        counts[raw] = upper[raw] > 0 ? 1 : 0
      case .exception:
        lower[raw] = allowedGrade(standing.countingUpper, standard: standard)
        upper[raw] = allowedGrade(standing.countingLower, standard: standard)
        counts[raw] = lower[raw] < 4 ? 1 : 0
      }
    }
    return (lower, upper, counts)
  }
}
