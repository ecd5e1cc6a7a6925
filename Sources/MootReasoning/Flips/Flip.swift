public import MootLanguage

/// A least set of changes that flips a verdict: without any one of them it does not come to that.
public struct Flip: Sendable {
  /// The changes, by kind.
  public let changes: [FlipCandidate]
  /// How many changes they are; a preference withdrawn and its opposite added are one, a reversal.
  public let cost: Int
  /// The answer once they are made.
  public let answer: Answer
  /// The speakers whose arguments gain by it, in the order of their declaration.
  public let gains: [SpeakerID]

  /// The kind of all its changes; `nil` where they are of several kinds.
  public var kind: FlipCandidate.Kind? {
    guard let first = changes.first?.kind else { return nil }
    return changes.allSatisfy { $0.kind == first } ? first : nil
  }
}

/// What flips the verdict on a literal.
public struct Flips: Sendable {
  /// The present outcome.
  public let outcome: Outcome
  /// The present answer.
  public let answer: Answer
  /// The verdict that is sought; `nil` for any other than the present one.
  public let target: Verdict?
  /// The sets, smallest first, by kind, in the order of the files.
  public let all: [Flip]
  /// Every set of at most so many changes is listed, as far as the candidates go.
  public let bound: Int
  /// How many changes were candidates.
  public let candidates: Int
  /// Whether the user named the candidates.
  public let isNarrowed: Bool
  /// Whether days are counted from the date of the answer, or to it, so that it may change on more days than those
  /// which were tried, on which something begins or ends.
  public let areDaysCounted: Bool
  /// How many candidates were left out, for there were too many.
  public let omitted: Int
  /// The limit that cut the search short.
  public let reachedLimit: Limits.Kind?

  /// Whether every set of at most `bound` changes is listed.
  public var isComplete: Bool { reachedLimit == nil && omitted == 0 }
}

/// What flips are sought, and among which changes.
public struct FlipRequest: Sendable {
  /// The verdict to reach; `nil` for any other than the present one.
  public var target: Verdict?
  /// The sentences that may be so or not; where there are any, nothing else is changed.
  public var varied: [Sentence] = []
  /// How many changes at most go together; `nil` for as few as flip anything, three at most.
  public var most: Int?

  /// Asks for the smallest flips.
  public init() {}
}
