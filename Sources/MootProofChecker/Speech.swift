import MootLanguage

/// What a program may say of its rules: the predicates of undercutters and preferences, by the rules they are about.
struct Speech {
  /// For each rule, the predicate of its undercutter.
  private(set) var undercutters: [Int?]
  /// For each rule, those of its variables by which others speak of it.
  private(set) var variables: [[Int]]
  /// The predicate and side that say that one rule prevails over another.
  private var precedences: [UInt64: (predicate: Int, side: Int)] = [:]

  /// Finds what is said of the rules of a program.
  init(_ program: Program) {
    undercutters = Array(repeating: nil, count: program.rules.count)
    variables = Array(repeating: [], count: program.rules.count)
    for (index, predicate) in program.predicates.enumerated() {
      switch predicate.kind {
      case .plain, .obligation, .prohibition: continue
      case .undercut(let rule): undercutters[Int(rule.raw)] = index
      case .precedence(let first, let second):
        precedences[Self.pair(Int(first.raw), Int(second.raw))] = (index, 0)
        precedences[Self.pair(Int(second.raw), Int(first.raw))] = (index, 1)
      }
      for key in predicate.keys { variables[Int(key.rule.raw)].append(Int(key.variable.raw)) }
    }
    variables = variables.map { $0.count < 2 ? $0 : Set($0).sorted() }
  }

  /// What says that the first rule prevails over the second.
  func precedence(_ first: Int, over second: Int) -> (predicate: Int, side: Int)? {
    precedences[Self.pair(first, second)]
  }

  private static func pair(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}
