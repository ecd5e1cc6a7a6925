import MootLanguage

/// A theory instantiated for all choices among open changes: its literals and rule instances in flat arrays,
/// with what never changes folded into constants.
///
/// Two literals for each atom, the positive first: literal 2a and its contrary 2a + 1.
struct Circuit {
  /// The rule instances.
  var instances: [Instance] = []
  /// Premises, and members of exceptions.
  var members: [Circle.Member] = []
  /// The exceptions of the instances.
  var exceptions: [Exception] = []
  /// The conditions on open changes.
  var guards: [Opening.Guard] = []
  /// What may prevail over what.
  var ranks: [Rank] = []
  /// For each literal, the instances that conclude it.
  var supporters = Lists<Int32>()
  /// For each literal, the instances against it.
  var attacks = Lists<Attack>()
  /// For each literal, the literals that conflict with it.
  var opposed = Lists<Int32>()
  /// For each literal, the conditions of each fact that states it.
  var statements = Lists<Range<Int32>>()
  /// For each literal, the conditions of each fact that states it with dates that leave it open.
  var openStatements = Lists<Range<Int32>>()
  /// Atoms that are decided together, in an order in which each reads only earlier ones or itself.
  var steps = Lists<Int32>()
  /// For each step, whether its atoms go in a circle.
  var isCircular: [Bool] = []
  /// For each literal asked about, its number here; those that no choice touches have none.
  var questions: [Literal: Int] = [:]

  /// The number of literals.
  var literalCount: Int { supporters.count }

  /// An exception, which holds when all its members do; `lower` and `upper` are the levels that what it reads
  /// outside the circuit allows at least.
  struct Exception {
    let members: Range<Int32>
    let lower: UInt8
    let upper: UInt8
  }

  /// A rule instance; `lower` and `upper` are the levels at which its cap and what it reads outside the circuit
  /// let it fire.
  struct Instance {
    let rule: Int32
    let force: Rule.Force
    let lower: UInt8
    let upper: UInt8
    let premises: Range<Int32>
    let exceptions: Range<Int32>
    let guards: Range<Int32>
  }

  /// An instance against a literal, with those for the literal that it is ranked with.
  struct Attack {
    let attacker: Int32
    let ranks: Range<Int32>
  }

  /// How an instance for a literal is ranked with one against it.
  struct Rank {
    /// The place of the instance among those that conclude the literal.
    let supporter: Int32
    /// That it prevails over the one against it.
    let beats: Precedence
    /// That the one against it prevails over it.
    let yields: Precedence
  }

  /// The standing of "one prevails over the other": that of a literal, or a constant.
  enum Precedence {
    case literal(Int32)
    case levels(lower: UInt8, upper: UInt8)

    /// Neither prevails.
    static let none = Precedence.levels(lower: 0, upper: 0)

    /// Whether it can never hold.
    var isNone: Bool {
      switch self {
      case .literal: false
      case .levels(_, let upper): upper == 0
      }
    }
  }
}

/// Lists of different lengths in one array.
struct Lists<Element> {
  private(set) var elements: [Element] = []
  private var starts: [Int32] = [0]

  /// No lists.
  init() {}

  private init(elements: [Element], starts: [Int32]) {
    self.elements = elements
    self.starts = starts
  }

  /// The number of lists.
  var count: Int { starts.count - 1 }

  /// Adds a list.
  mutating func append(_ list: some Sequence<Element>) {
    elements.append(contentsOf: list)
    starts.append(Int32(elements.count))
  }

  /// The places of a list in `elements`.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  /// A list.
  subscript(index: Int) -> ArraySlice<Element> { elements[range(index)] }
}

extension Lists where Element == Int32 {
  /// For each of `count` numbers, the lists that have it, each once.
  func inverted(count: Int) -> Lists<Int32> {
    var starts = Array(repeating: Int32(0), count: count + 1)
    for element in elements { starts[Int(element) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var places = starts
    var inverse = Array(repeating: Int32(0), count: elements.count)
    for list in 0..<self.count {
      for element in self[list] {
        inverse[Int(places[Int(element)])] = Int32(list)
        places[Int(element)] += 1
      }
    }
    return Lists(elements: inverse, starts: starts)
  }
}

extension Lists: Sendable where Element: Sendable {}
