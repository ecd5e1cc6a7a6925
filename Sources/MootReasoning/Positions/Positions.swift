public import MootLanguage

/// What follows for each party from the facts, the law, the drafter's assumptions and what they argue themselves.
public struct Positions: Sendable {
  /// The parties.
  public let parties: [Party]
  /// What is asked, one row for each question or instance of one.
  public let rows: [Row]
  /// How many more instances of the questions are arguable, which have no rows.
  public let omittedCount: Int
  /// Where a limit stopped an evaluation, if one did: the first one that was.
  public let stop: Stop?
  /// The outcome with everybody heard; or one in which preferences go round in a circle.
  public let outcome: Outcome

  /// The answers to one question.
  public struct Row: Sendable {
    /// The index of the question in `Program.questions`; `nil` for a sentence asked directly.
    public let question: Int?
    /// What is asked, as a person reads it.
    public let reading: String
    /// What is asked, as it is written in files.
    public let sentence: String
    /// What is asked, where its values are the program's own and not worked out.
    public let literal: Literal?
    /// The date it is asked for, where that is not the scenario's.
    public let asOf: CalendarDate?
    /// The answer with everybody heard; `nil` where nothing of the kind is derived.
    public let all: Answer?
    /// The answer on the arguments of each party.
    public let answers: [Answer?]
  }
}

extension Positions.Row {
  /// The verdict of a party; not shown where nothing of the kind is derived.
  public func verdict(ofParty party: Int) -> Verdict { answers[party]?.verdict ?? .unsupported }

  /// The same with the answers of the first parties alone.
  func ofFirst(_ count: Int) -> Self {
    Self(
      question: question, reading: reading, sentence: sentence, literal: literal, asOf: asOf,
      all: all, answers: Array(answers.prefix(count)))
  }

  /// Whether two parties come to different verdicts.
  public var isDisputed: Bool {
    answers.indices.contains { verdict(ofParty: $0) != verdict(ofParty: 0) }
  }

  /// The two parties whose verdicts lie furthest apart, by the grades for and against; `nil` where all agree.
  ///
  /// Of several pairs the first, those of single speakers before those of principals with their spokesmen;
  /// with `named`, one of the pair is that party.
  public func mostDistantPair(among parties: [Party], with named: Int? = nil) -> (Int, Int)? {
    var best: (pair: (Int, Int), distance: Int, isSingle: Bool)?
    for first in parties.indices {
      for second in parties.indices.dropFirst(first + 1)
      where verdict(ofParty: first) != verdict(ofParty: second) {
        guard named == nil || named == first || named == second else { continue }
        let distance = abs(leaning(ofParty: first) - leaning(ofParty: second))
        let isSingle = parties[first].spokesmen.isEmpty && parties[second].spokesmen.isEmpty
        let isBetter = best.map {
          distance > $0.distance || distance == $0.distance && isSingle && !$0.isSingle
        }
        if isBetter ?? true { best = ((first, second), distance, isSingle) }
      }
    }
    return best?.pair
  }

  /// How far a party's answer leans to yes, from -4 to 4.
  private func leaning(ofParty party: Int) -> Int {
    guard let answer = answers[party] else { return 0 }
    return Int(answer.grade.lower.rawValue) - Int(answer.contrary.lower.rawValue)
  }
}
