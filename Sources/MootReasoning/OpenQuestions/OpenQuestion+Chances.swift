extension OpenQuestion {
  /// How likely each finding is that can come out, in the order of `Finding.all`.
  public struct Chance: Sendable {
    /// What comes of the question.
    public let finding: Finding
    /// How likely that is, 0 to 1.
    public let value: Double
  }

  /// How a fact moves the chances.
  public struct Influence: Sendable {
    /// The fact, by its index in `facts`.
    public let fact: Int
    /// The chances where it is so.
    public let whenTrue: [Chance]
    /// The chances where it is not so.
    public let whenFalse: [Chance]
  }

  /// The facts that can matter and for which the file states no chance.
  public var factsWithoutChance: [Int] { decisiveFacts.filter { facts[$0].chance == nil } }

  /// How likely each finding is that can come out, when the facts are independent of each other; `nil` where
  /// a fact that can matter has no chance.
  public var chances: [Chance]? {
    guard factsWithoutChance.isEmpty else { return nil }
    let findings = possibleFindings
    let distribution = distribution(unstated: 0.5)
    return findings.map { Chance(finding: $0, value: distribution[Int($0.code)]) }
  }

  /// How each fact that can matter moves the chances; `nil` where one of them has no chance.
  public var influences: [Influence]? {
    guard factsWithoutChance.isEmpty else { return nil }
    let findings = possibleFindings
    return decisiveFacts.map { fact in
      func chances(_ value: Bool) -> [Chance] {
        let distribution = restricted(fact, to: value).distribution(unstated: 0.5)
        return findings.map { Chance(finding: $0, value: distribution[Int($0.code)]) }
      }
      return Influence(fact: fact, whenTrue: chances(true), whenFalse: chances(false))
    }
  }

  /// How uncertain what comes of the question is, in bits: the entropy of the finding when the facts are
  /// independent, each with its chance or one half.
  var entropy: Double {
    distribution(unstated: 0.5).reduce(0) { $1 > 0 ? $0 - $1 * binaryLogarithm(of: $1) : $0 }
  }
}

/// The logarithm of a positive number to base 2, the same on every machine.
///
/// By the series of the inverse hyperbolic tangent, which gains a digit a term.
private func binaryLogarithm(of number: Double) -> Double {
  let ratio = (number.significand - 1) / (number.significand + 1)
  var power = ratio
  var sum = 0.0
  for term in 0..<18 {
    sum += power / Double(2 * term + 1)
    power *= ratio * ratio
  }
  return Double(number.exponent) + 2 * sum / 0.693_147_180_559_945_3
}
