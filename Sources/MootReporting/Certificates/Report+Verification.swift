import MootLanguage
public import MootProofChecker

extension Report {
  /// What checking a certificate came to.
  public init(_ verification: Verification) {
    self.init()
    guard let failure = verification.failure else {
      let conclusions = verification.conclusionCount
      add(
        .paragraph(
          depth: 0,
          "Accepted: \(conclusions.counted("conclusion")), as certified at each of the four levels."
        ))
      add(
        .paragraph(
          depth: 0,
          Phrase(
            "\(verification.labelCount.counted("label")) held against "
              + "\(verification.instanceCount.counted("rule instance"))."))
      )
      return
    }
    let level = failure.level.map { " at level \"\($0.name)\"" } ?? ""
    let literal = failure.literal.map { ": \($0)\(level)" } ?? ""
    add(.paragraph(depth: 0, Phrase("Rejected\(literal).")))
    add(.paragraph(depth: 0, Phrase(failure.condition.words)))
  }
}

extension Int {
  /// A number of things in words.
  fileprivate func counted(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

extension Verification.Condition {
  /// What is wrong, in words.
  fileprivate var words: String {
    switch self {
    case .date: "The certificate is for another date than the answer."
    case .form: "It speaks of what the files do not have, or says what cannot be said."
    case .repetition: "It is labelled twice."
    case .order: "It is out too late for what relies on that."
    case .support:
      "It is certified to hold, but nothing for it fires, or something against it is not answered."
    case .defeat: "It is certified to fail, but something for it may fire and is not defeated."
    case .possibility: "It is certified as undecided, but is not even possible."
    case .openness: "It is certified as undecided, but holds for certain."
    case .digits: "A number worked out needs more than 38 digits."
    case .time: "Checking takes too long."
    }
  }
}
