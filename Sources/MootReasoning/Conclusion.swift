public import MootLanguage

/// One literal with its grade.
public struct Conclusion: Sendable {
  /// The literal.
  public let literal: Literal
  /// Its grade.
  public let grade: GradeInterval
}

/// How many literals of a predicate and polarity have a grade.
public struct ConclusionCount: Sendable {
  /// What the literals say.
  public let predicate: SignedPredicate
  /// Their grade.
  public let grade: GradeInterval
  /// Their number.
  public let count: Int

  /// Whether its grade comes before that of another.
  public func isBetter(than other: ConclusionCount) -> Bool {
    (other.grade.upper, other.grade.lower) < (grade.upper, grade.lower)
  }
}

extension Outcome {
  /// Every literal whose upper grade is not unsupported, undercutters and preferences left out, in the order
  /// of predicates and first derivation; of one relation where a key is given.
  ///
  /// - Parameter most: how many are read at most, in the order of predicates.
  public func conclusions(ofRelation key: String? = nil, first most: Int = .max) -> [Conclusion] {
    var conclusions: [Conclusion] = []
    visitConclusions(ofRelation: key) { predicate, arguments, grade in
      guard conclusions.count < most else { return false }
      let literal = Literal(predicate, arguments.map { ValueID(raw: $0) })
      conclusions.append(Conclusion(literal: literal, grade: grade))
      return true
    }
    return conclusions
  }

  /// Visits what `conclusions` lists, one after the other, as long as `visit` wants more.
  func visitConclusions(
    ofRelation key: String? = nil, _ visit: (SignedPredicate, [UInt32], GradeInterval) -> Bool
  ) {
    for (index, predicate) in program.predicates.enumerated() {
      guard let relation = predicate.relation else { continue }
      guard key == nil || program[relation].key == key else { continue }
      let table = tables[index]
      for row in 0..<table.count {
        for isPositive in [true, false] {
          let standing = table.standing(row, isPositive: isPositive)
          guard standing.upper > 0 else { continue }
          let signed = SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: isPositive)
          guard visit(signed, table.arguments(row), standing.interval) else { return }
        }
      }
    }
  }
}

extension Outcome {
  /// How many literals of each predicate and polarity have which grade, in the order of predicates; of one
  /// relation where a key is given, undercutters and preferences left out.
  public func conclusionCounts(ofRelation key: String? = nil)
    -> [ConclusionCount]
  {
    var counts: [ConclusionCount] = []
    for (index, predicate) in program.predicates.enumerated() {
      guard let relation = predicate.relation else { continue }
      guard key == nil || program[relation].key == key else { continue }
      let table = tables[index]
      guard table.count > 0 else { continue }
      count(table, SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: true), &counts)
      count(table, SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: false), &counts)
    }
    return counts
  }

  private func count(
    _ table: Table, _ predicate: SignedPredicate, _ counts: inout [ConclusionCount]
  ) {
    if let standing = table.standingOfAll(isPositive: predicate.isPositive) {
      guard standing.upper > 0 else { return }
      return counts.append(
        ConclusionCount(predicate: predicate, grade: standing.interval, count: table.count))
    }
    for (standing, count) in table.standingCounts(isPositive: predicate.isPositive)
    where standing.upper > 0 {
      counts.append(ConclusionCount(predicate: predicate, grade: standing.interval, count: count))
    }
  }
}

extension Predicate {
  /// The relation or action a predicate is of; `nil` for undercutters and preferences.
  public var relation: RelationID? {
    switch kind {
    case .plain(let relation), .obligation(let relation), .prohibition(let relation): relation
    case .undercut, .precedence: nil
    }
  }
}
