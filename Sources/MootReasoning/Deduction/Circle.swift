import MootLanguage

/// Ground literals that depend on one another through attack, with all else folded into constants: what the
/// alternation works on.
struct Circle {
  /// The number of literals.
  let literalCount: Int
  /// The rule instances and facts.
  var rules: [Rule] = []
  /// Premises and members of exceptions.
  var members: [Member] = []
  /// Exceptions with members among the literals.
  var exceptions: [Exception] = []
  /// The conclusions of the rules.
  var heads: [Int32] = []
  /// For each literal, those that conflict with it.
  var opposed: [[Int32]]
  /// For each literal, whether dates leave open that it is so, so that exceptions take it for arguable.
  var isLeftOpen: [Bool]
  /// Which instance prevails over which.
  var precedences: [Precedence] = []

  /// A circle without rules.
  init(literalCount: Int) {
    self.literalCount = literalCount
    opposed = Array(repeating: [], count: literalCount)
    isLeftOpen = Array(repeating: false, count: literalCount)
  }

  /// A literal read, with the standard it must reach (0 for none).
  struct Member {
    let literal: Int32
    let standard: UInt8
  }

  /// An exception; `lower` and `upper` are the grades its decided members allow at least.
  struct Exception {
    let members: Range<Int32>
    let lower: UInt8
    let upper: UInt8
  }

  /// A rule instance; `lower` and `upper` are the grades its decided parts allow at most.
  struct Rule {
    let force: MootLanguage.Rule.Force
    let lower: UInt8
    let upper: UInt8
    let premises: Range<Int32>
    let exceptions: Range<Int32>
    let heads: Range<Int32>
  }

  /// That one instance prevails over another: a literal of the circle, or a decided standing.
  struct Precedence {
    let winner: Int32
    let loser: Int32
    let literal: Int32?
    let constant: Standing
  }

  /// Adds a fact.
  mutating func addFact(_ literal: Int32) {
    let head = GroundTheory.extending(&heads) { $0.append(literal) }
    rules.append(
      Rule(
        force: .strict, lower: 4, upper: 4, premises: 0..<0, exceptions: 0..<0, heads: head))
  }
}
