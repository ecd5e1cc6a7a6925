import MootLanguage

extension Inquiry {
  /// Whether some values come before others, in an order that does not depend on how they were found: values
  /// of the files in the order in which these first name them, then computed ones by their text, then none.
  func precedes(_ first: some Collection<UInt32>, _ second: some Collection<UInt32>) -> Bool {
    for (left, right) in zip(first, second) where left != right {
      switch (isComputed(left), isComputed(right)) {
      case (true, true):
        return reading(of: ValueID(raw: left)) < reading(of: ValueID(raw: right))
      case (true, false): return right == Block.unbound
      case (false, true): return left != Block.unbound
      case (false, false): return left < right
      }
    }
    return false
  }

  /// Whether a literal comes before another: by predicate, by what they are about, the positive one first.
  func precedes(_ first: Literal, _ second: Literal) -> Bool {
    let (left, right) = (first.predicate.predicate.raw, second.predicate.predicate.raw)
    guard left == right else { return left < right }
    guard first.arguments == second.arguments else {
      return precedes(first.arguments.map(\.raw), second.arguments.map(\.raw))
    }
    return first.predicate.isPositive && !second.predicate.isPositive
  }

  /// The rows of a predicate's table that a sentence matches, in the order of their arguments.
  func rows(of predicate: Int, matching sentence: Sentence, _ bindings: [ValueID?]) -> [Int] {
    let rows = evaluation.rows(of: predicate, matching: sentence, bindings)
    // One after another, as there can be millions.
    let arity = program.predicates[predicate].arity
    let arguments = rows.flatMap { evaluation.tables[predicate].arguments($0) }
    let order = rows.indices.sorted { first, second in
      precedes(
        arguments[first * arity..<(first + 1) * arity],
        arguments[second * arity..<(second + 1) * arity])
    }
    return order.map { rows[$0] }
  }

  /// The literals that conflict with a literal, of those that have an atom; the contrary first.
  func opposed(to literal: Literal) -> [Literal] {
    let incompatible = evaluation.incompatible(with: literal)
    guard !incompatible.isEmpty else { return [literal.contrary] }
    let kinds = incompatible.map { [$0.predicate, $0.isPositive ? 0 : 1] }
    let opposed = incompatible.enumerated().map { place, other in
      (
        kind: kinds.firstIndex(of: kinds[place]) ?? place,
        arguments: evaluation.tables[other.predicate].arguments(other.row),
        predicate: SignedPredicate(
          PredicateID(raw: UInt32(other.predicate)), isPositive: other.isPositive)
      )
    }
    let sorted = opposed.sorted { first, second in
      first.kind == second.kind
        ? precedes(first.arguments, second.arguments) : first.kind < second.kind
    }
    return [literal.contrary]
      + sorted.map { Literal($0.predicate, $0.arguments.map { ValueID(raw: $0) }) }
  }

  private func isComputed(_ value: UInt32) -> Bool {
    value != Block.unbound && Int(value) >= evaluation.theory.program.values.count
  }
}
