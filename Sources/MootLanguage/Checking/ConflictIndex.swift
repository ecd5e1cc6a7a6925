/// Tells which literals of a program can conflict.
public struct ConflictIndex {
  /// The program.
  private let program: Program
  /// The incompatibilities with a side of each predicate.
  private var incompatibilities: [SignedPredicate: [Int]] = [:]

  /// Creates the index of a program.
  public init(_ program: Program) {
    self.program = program
    for (index, incompatibility) in program.incompatibilities.enumerated() {
      incompatibilities[incompatibility.first.predicate, default: []].append(index)
      incompatibilities[incompatibility.second.predicate, default: []].append(index)
    }
  }

  /// Whether conclusions of two rules can conflict.
  public func canConflict(_ left: Rule, _ right: Rule) -> Bool {
    left.conclusions.contains { first in
      right.conclusions.contains { second in canConflict(first, second) }
    }
  }

  /// Whether instances of two sentences can conflict.
  private func canConflict(_ left: Sentence, _ right: Sentence) -> Bool {
    if left.predicate == right.predicate.contrary, canMeet(left, right.contrary) { return true }
    return (incompatibilities[left.predicate] ?? []).contains { index in
      let (first, second) = (
        program.incompatibilities[index].first, program.incompatibilities[index].second
      )
      return canMeet(first, left) && canMeet(second, right)
        || canMeet(first, right) && canMeet(second, left)
    }
  }

  /// Whether two sentences can have a common instance.
  private func canMeet(_ left: Sentence, _ right: Sentence) -> Bool {
    guard left.predicate == right.predicate else { return false }
    return zip(left.terms, right.terms).allSatisfy { first, second in
      switch (first, second) {
      case (.value(let a), .value(let b)): a == b
      case (.variable, _), (.any, _), (_, .variable), (_, .any): true
      }
    }
  }
}
