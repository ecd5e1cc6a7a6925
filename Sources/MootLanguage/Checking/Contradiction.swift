import struct FoundationEssentials.Decimal

/// Two conditions that cannot hold together.
struct Contradiction {
  /// The place of the first.
  let first: SourceSpan
  /// The place of the second; the first one's for a condition that cannot hold by itself.
  let second: SourceSpan
  /// Whether they hold together where both are contested.
  let isContestable: Bool

  /// How many conditions are compared with one another.
  private static let mostConditions = 200

  /// Finds conditions that contradict each other: a sentence and its contrary, or comparisons that nothing
  /// satisfies.
  init?(in conditions: [Condition], of program: Program) {
    let conditions = Array(conditions.prefix(Self.mostConditions))
    if let (first, second) = Self.samePairs(in: conditions) ?? Self.bounds(in: conditions, program)
    {
      (self.first, self.second, isContestable) = (first, second, false)
    } else if let found = Self.sentences(in: conditions) {
      (first, second, isContestable) = found
    } else {
      return nil
    }
  }

  /// A sentence and its contrary about the same, neither of which need only be arguable.
  private static func sentences(in conditions: [Condition]) -> (SourceSpan, SourceSpan, Bool)? {
    var known: [(sentence: Sentence, standard: Grade?)] = []
    for case .sentence(let sentence, let standard) in conditions where standard != .arguable {
      let contrary = known.first {
        $0.sentence.predicate == sentence.predicate.contrary && $0.sentence.terms == sentence.terms
      }
      if let contrary {
        return (
          contrary.sentence.span, sentence.span, contrary.standard == nil && standard == nil
        )
      }
      known.append((sentence, standard))
    }
    return nil
  }

  /// Comparisons of the same two things that admit no order of them.
  private static func samePairs(in conditions: [Condition]) -> (SourceSpan, SourceSpan)? {
    var known: [(left: Term, right: Term, orders: Orders, span: SourceSpan)] = []
    for case .comparison(let comparison) in conditions {
      var orders = comparison.relation.orders
      if comparison.left == comparison.right, !orders.contains(.same) {
        return (comparison.span, comparison.span)
      }
      var first = comparison.span
      for other in known {
        let isSame = other.left == comparison.left && other.right == comparison.right
        let isTurned = other.left == comparison.right && other.right == comparison.left
        guard isSame || isTurned else { continue }
        first = other.span
        orders.formIntersection(isSame ? other.orders : other.orders.turned)
      }
      if orders.isEmpty { return (first, comparison.span) }
      known.append(
        (comparison.left, comparison.right, comparison.relation.orders, comparison.span))
    }
    return nil
  }

  /// A lower bound of a variable that is not below an upper bound of it.
  private static func bounds(
    in conditions: [Condition], _ program: Program
  ) -> (SourceSpan, SourceSpan)? {
    var known: [(variable: Term, orders: Orders, value: Value, span: SourceSpan)] = []
    for case .comparison(let comparison) in conditions {
      let entry: (Term, Orders, Value, SourceSpan)
      switch (comparison.left, comparison.right) {
      case (.variable, .value(let value)):
        entry = (
          comparison.left, comparison.relation.orders, program[value], comparison.span
        )
      case (.value(let value), .variable):
        entry = (
          comparison.right, comparison.relation.orders.turned, program[value], comparison.span
        )
      case (.variable, _), (.value, _), (.any, _): continue
      }
      for other in known where other.variable == entry.0 {
        guard let order = order(of: other.value, entry.2) else { continue }
        if !admits(other.orders, entry.1, where: order) { return (other.span, entry.3) }
      }
      known.append(entry)
    }
    return nil
  }

  /// Whether something can stand in one order to a first value and in another to a second one.
  private static func admits(_ first: Orders, _ second: Orders, where order: Orders) -> Bool {
    if order == .same { return !first.isDisjoint(with: second) }
    let (low, high) = order == .less ? (first, second) : (second, first)
    // Below both, the lower one, between them, the higher one, above both.
    let places: [(Orders, Orders)] = [
      (.less, .less), (.same, .less), (.greater, .less), (.greater, .same), (.greater, .greater),
    ]
    return places.contains { low.contains($0.0) && high.contains($0.1) }
  }

  /// How one value stands to another; `nil` when that is open, or there is no order.
  private static func order(of left: Value, _ right: Value) -> Orders? {
    switch (left, right) {
    case (.number(let a), .number(let b)): return a == b ? .same : a < b ? .less : .greater
    case (.date(let a), .date(let b)):
      if a == b { return .same }
      if a.lastDay < b.firstDay { return .less }
      return b.lastDay < a.firstDay ? .greater : nil
    case (.entity, _), (.number, _), (.date, _): return nil
    }
  }
}

/// The orders in which one thing may stand to another.
private struct Orders: OptionSet {
  let rawValue: UInt8

  static let less = Orders(rawValue: 1)
  static let same = Orders(rawValue: 2)
  static let greater = Orders(rawValue: 4)

  /// The orders in which the other thing stands to the one.
  var turned: Orders {
    var turned = intersection(.same)
    if contains(.less) { turned.insert(.greater) }
    if contains(.greater) { turned.insert(.less) }
    return turned
  }
}

extension Comparison.Relation {
  /// The orders that satisfy the comparison.
  fileprivate var orders: Orders {
    switch self {
    case .before, .less: .less
    case .after, .greater: .greater
    case .onOrBefore, .lessOrEqual: [.less, .same]
    case .onOrAfter, .greaterOrEqual: [.greater, .same]
    case .equal: .same
    case .notEqual: [.less, .greater]
    }
  }
}
