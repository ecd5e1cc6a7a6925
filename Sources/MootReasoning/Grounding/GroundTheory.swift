/// A component instantiated once, in flat arrays: its rule instances with what they read inside the
/// component, all else folded into constant grades.
struct GroundTheory {
  /// The rule instances.
  var rules: [Rule] = []
  /// Premises and members of exceptions.
  var members: [Member] = []
  /// Exceptions that read the component.
  var exceptions: [Exception] = []
  /// The conclusions of the rule instances.
  var heads: [LiteralKey] = []
  /// The values of the keys by which undercutters and preferences speak of instances.
  var keys: [UInt32] = []

  /// A literal of any table: predicate, row and polarity in one word.
  struct LiteralKey: Hashable {
    /// The packed word.
    let raw: UInt64

    /// Packs a literal.
    init(predicate: Int, row: Int, isPositive: Bool) {
      raw = UInt64(predicate) << 33 | UInt64(row) << 1 | (isPositive ? 0 : 1)
    }

    /// The predicate's index.
    var predicate: Int { Int(raw >> 33) }
    /// The row in its table.
    var row: Int { Int(raw >> 1 & 0xFFFF_FFFF) }
    /// The polarity.
    var isPositive: Bool { raw & 1 == 0 }
  }

  /// A literal read by a premise or exception, with the standard it must reach (0 for none).
  struct Member {
    let literal: LiteralKey
    let standard: UInt8
  }

  /// An exception: it holds when all its members do; what it reads outside the component is the grade that
  /// part allows at least.
  struct Exception {
    let members: Range<Int32>
    let lower: UInt8
    let upper: UInt8
  }

  /// A rule instance; `lower` and `upper` are what its cap, its premises and its exceptions outside the
  /// component allow.
  struct Rule {
    let rule: Int32
    let lower: UInt8
    let upper: UInt8
    let premises: Range<Int32>
    let exceptions: Range<Int32>
    let heads: Range<Int32>
    let key: UInt32
  }

  /// The range of the elements an array gains by `body`.
  static func extending<Element>(_ array: inout [Element], by body: (inout [Element]) -> Void)
    -> Range<Int32>
  {
    let start = Int32(array.count)
    body(&array)
    return start..<Int32(array.count)
  }
}
