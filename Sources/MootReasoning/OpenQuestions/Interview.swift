/// An interview: asks for one open fact after the other, as long as an answer can still change what comes of
/// the question.
public struct Interview: Sendable {
  /// The question before anything was answered.
  public let question: OpenQuestion
  /// What was answered, in order.
  public private(set) var answers: [Answered] = []
  /// The questions that were left after each of the answers, the original first.
  private var left: [OpenQuestion]

  /// A fact with what was said of it.
  public struct Answered: Sendable {
    /// The fact, by its index in the question's `facts`.
    public let fact: Int
    /// Whether it is so; `nil` where that is not known.
    public let value: Bool?
  }

  /// Begins an interview.
  public init(on question: OpenQuestion) {
    self.question = question
    left = [question]
  }

  /// The question under the answers so far.
  public var remaining: OpenQuestion { left.last ?? question }

  /// What is known of each fact.
  public var values: [Bool?] {
    var values: [Bool?] = Array(repeating: nil, count: question.facts.count)
    for answer in answers { values[answer.fact] = answer.value }
    return values
  }

  /// The fact to be asked for next: of those that can matter and were not answered, the one after which the
  /// verdict is the least uncertain; the first of several in the order of the facts.
  ///
  /// Uncertainty is the expected entropy of the finding (Shannon 1948), with a chance of one half where none
  /// is stated. `nil` when no answer can change what comes of the question any more.
  public var nextFact: Int? {
    let remaining = remaining
    var best: (fact: Int, entropy: Double)?
    for fact in remaining.decisiveFacts where !answers.contains(where: { $0.fact == fact }) {
      let chance = remaining.facts[fact].chance ?? 0.5
      let entropy =
        chance * remaining.restricted(fact, to: true).entropy
        + (1 - chance) * remaining.restricted(fact, to: false).entropy
      if let known = best, entropy > known.entropy - 1e-9 { continue }
      best = (fact, entropy)
    }
    return best?.fact
  }

  /// Takes in what is said of a fact; `nil` when it is not known, so that it stays open.
  public mutating func answer(_ fact: Int, _ value: Bool?) {
    let remaining = remaining
    answers.append(Answered(fact: fact, value: value))
    left.append(value.map { remaining.restricted(fact, to: $0) } ?? remaining)
  }

  /// Takes the last answer back; returns the fact it was about, or `nil` when there is none.
  @discardableResult
  public mutating func takeBack() -> Int? {
    guard let last = answers.popLast() else { return nil }
    left.removeLast()
    return last.fact
  }
}
