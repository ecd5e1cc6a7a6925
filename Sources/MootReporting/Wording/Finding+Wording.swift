import MootLanguage
public import MootReasoning

extension Finding {
  /// What comes of a question, as it is told: "yes, on balance (prevailing)".
  public var words: String {
    switch self {
    case .verdict(let verdict): verdict.words
    case .preferenceCycle: "an error: preferences go round in a circle"
    }
  }

  /// Its name for other programs: that of the verdict, or `preferenceCycle`.
  public var name: String {
    switch self {
    case .verdict(let verdict): verdict.rawValue
    case .preferenceCycle: "preferenceCycle"
    }
  }
}

extension Verdict {
  /// The verdict as it is told: "yes, on balance (prevailing)".
  fileprivate var words: String {
    switch self {
    case .established: "yes, conclusively (established)"
    case .clear: "yes, clearly (clear)"
    case .prevailing: "yes, on balance (prevailing)"
    case .refuted: "no (refuted)"
    case .contested, .arguable, .circular, .inconsistent: rawValue
    case .unsupported: "not shown (unsupported)"
    }
  }
}

/// A probability in percent, with two decimals at most: "12.5 %".
func percent(_ probability: Double) -> String {
  let hundredths = Int((probability * 10_000).rounded())
  if hundredths == 0, probability > 0 { return "< 0.01 %" }
  if hundredths == 10_000, probability < 1 - 1e-12 { return "> 99.99 %" }
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  guard rest > 0 else { return "\(whole) %" }
  let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
  return "\(whole).\(digits) %"
}
