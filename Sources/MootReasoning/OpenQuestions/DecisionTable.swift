/// What comes of a question by rows, each with as few conditions as possible.
///
/// Every choice among the open facts is covered, and no two rows with different findings cover the same one.
/// No row could do with a condition less, and none could be left out.
public struct DecisionTable: Sendable {
  /// The rows: by finding, those with fewer conditions first.
  public let rows: [Row]

  /// A row: where the facts are so, this comes of the question.
  public struct Row: Sendable {
    /// For each open fact whether it must be so or not; `nil` where that is all the same.
    public let values: [Bool?]
    /// What comes of the question.
    public let finding: Finding

    /// Whether a choice among the facts is one of those the row speaks of.
    public func covers(_ choice: [Bool]) -> Bool {
      zip(values, choice).allSatisfy { $0 == nil || $0 == $1 }
    }
  }
}

extension DecisionTable.Row: Comparable {
  /// The order of telling: by finding, then by the number of conditions, then yes before no before either in
  /// the order of the facts.
  public static func < (left: Self, right: Self) -> Bool {
    left.rank.lexicographicallyPrecedes(right.rank)
  }

  private var rank: [Int] {
    [Int(finding.code), values.count { $0 != nil }]
      + values.map { value in value.map { $0 ? 0 : 1 } ?? 2 }
  }
}
