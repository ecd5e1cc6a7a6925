/// What the reference reasoner concludes: for each literal the levels at which it certainly and possibly holds.
struct ReferenceConclusions: Sendable {
  let theory: ReferenceTheory

  /// K: the levels at which each literal certainly holds.
  let certain: [LevelSet]

  /// U: the levels at which each literal possibly holds.
  let possible: [LevelSet]

  /// The interval of grades of `literal`.
  func grade(of literal: Int) -> ReferenceInterval {
    ReferenceInterval(lower: certain[literal].highest, upper: possible[literal].highest)
  }

  /// The verdict on `literal` (semantics, section 3: the first condition that matches).
  func verdict(on literal: Int) -> ReferenceVerdict {
    let grade = grade(of: literal)
    let opposed = opposition(to: literal)
    if grade.lower == 4 && opposed.lower == 4 { return .inconsistent }
    if grade.lower == 4 { return opposed.upper < 4 ? .established : .circular }
    if opposed.lower == 4 { return grade.upper < 4 ? .refuted : .circular }
    if grade.lower >= 2 {
      return grade.isSettled ? (grade.lower == 3 ? .clear : .prevailing) : .circular
    }
    if opposed.lower >= 2 { return grade.upper == 4 && opposed.upper == 4 ? .circular : .refuted }
    if grade.upper >= 2 || opposed.upper >= 2 { return .circular }
    if grade.upper == 0 { return .unsupported }
    if grade.lower == 1 && opposed.lower == 1 { return .contested }
    if grade.lower == 1 && opposed.upper == 0 { return .arguable }
    return .circular
  }

  /// The greatest ends over C(q).
  func opposition(to literal: Int) -> ReferenceInterval {
    theory.conflicts(of: literal).map { grade(of: $0) }.reduce(
      ReferenceInterval(lower: 0, upper: 0)
    ) {
      ReferenceInterval(lower: max($0.lower, $1.lower), upper: max($0.upper, $1.upper))
    }
  }

  /// Whether levels nest and what is certain is possible, for every literal.
  var isNested: Bool {
    theory.literalIndices.allSatisfy {
      certain[$0].isNested && possible[$0].isNested
        && certain[$0].subtracting(possible[$0]) == .none
    }
  }

  /// Two conflicting literals that both certainly prevail though not both are established, where there are such.
  var incoherence: (Int, Int)? { incoherence(among: theory.literalIndices) }

  /// The same among ordinary literals.
  var ordinaryIncoherence: (Int, Int)? { incoherence(among: 0..<theory.ordinaryCount) }

  /// The same where the first is one of `literals`.
  private func incoherence(among literals: Range<Int>) -> (Int, Int)? {
    for first in literals where certain[first].contains(2) {
      for second in theory.conflicts(of: first) where certain[second].contains(2) {
        if !certain[first].contains(4) || !certain[second].contains(4) { return (first, second) }
      }
    }
    return nil
  }
}

extension ReferenceTheory {
  /// Every literal.
  var literalIndices: Range<Int> { 0..<literalCount }
}
