/// A function of open facts with a byte for each assignment: a node of a `DiagramTable`, or a leaf.
///
/// Two diagrams of one table are the same function exactly when they are equal.
struct Diagram: Hashable, Sendable {
  /// The index of a node, or for a leaf the complement of its value.
  let raw: Int32

  /// The function that is `value` whatever the facts.
  static func leaf(_ value: UInt8) -> Diagram { Diagram(raw: ~Int32(value)) }

  /// The value of a leaf; `nil` where it depends on a fact.
  var leafValue: UInt8? { raw < 0 ? UInt8(truncatingIfNeeded: ~raw) : nil }
}
