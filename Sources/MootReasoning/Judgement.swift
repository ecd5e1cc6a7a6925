public import MootLanguage

/// A literal's grade, the greatest ends over what conflicts with it, and the verdict that follows.
struct Judgement {
  /// The literal's grade.
  let grade: GradeInterval
  /// The greatest ends over the literals that conflict with it.
  let contrary: GradeInterval
  /// The verdict.
  let verdict: Verdict

  /// Judges a literal by what was derived.
  init(of literal: Literal, _ inquiry: Inquiry) {
    let standing = inquiry.standing(of: literal)
    var lower: UInt8 = 0
    var upper: UInt8 = 0
    for opposed in inquiry.opposed(to: literal) {
      let standing = inquiry.standing(of: opposed)
      lower = max(lower, standing.lower)
      upper = max(upper, standing.upper)
    }
    grade = standing.interval
    contrary = Standing(lower: lower, upper: upper).interval
    verdict = Verdict(grade: grade, contrary: contrary)
  }
}

extension Verdict {
  /// The verdict on a literal (section 3 of the semantics; the first match wins).
  public init(grade: GradeInterval, contrary: GradeInterval) {
    let (lower, upper) = (grade.lower, grade.upper)
    let (contraryLower, contraryUpper) = (contrary.lower, contrary.upper)
    if lower == .established {
      self =
        contraryLower == .established
        ? .inconsistent : contraryUpper == .established ? .circular : .established
    } else if contraryLower == .established {
      self = upper == .established ? .circular : .refuted
    } else if lower >= .prevailing {
      self = upper != lower ? .circular : lower == .clear ? .clear : .prevailing
    } else if contraryLower >= .prevailing {
      self = upper == .established && contraryUpper == .established ? .circular : .refuted
    } else if upper >= .prevailing || contraryUpper >= .prevailing {
      self = .circular
    } else if upper == .unsupported {
      self = .unsupported
    } else if lower == .arguable && contraryLower == .arguable {
      self = .contested
    } else if lower == .arguable && contraryUpper == .unsupported {
      self = .arguable
    } else {
      self = .circular
    }
  }
}
