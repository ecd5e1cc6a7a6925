extension Program {
  /// What a rule or contention says that a `.dfl` theory cannot say, and where.
  func reasonsAgainstTheory(for rule: Rule) -> [(what: String, span: SourceSpan)] {
    let span = firstLine(of: rule.span)
    var reasons: [(what: String, span: SourceSpan)] = []
    switch rule.force {
    case .presumption: reasons.append(("a presumption", rule.conclusions.first?.span ?? span))
    case .strict, .defeasible, .defeater: break
    }
    if rule.cap != .established { reasons.append(("\"at most \(rule.cap.name)\"", span)) }
    if rule.period != .always {
      reasons.append((rule.kind == .rule ? "\"in force\"" : "when a contention holds", span))
    }
    if rule.lawOfDay != nil { reasons.append(("\"by the law of\"", span)) }
    for conclusion in rule.conclusions {
      switch self[conclusion.predicate.predicate].kind {
      case .undercut: reasons.append(("whether a rule applies", conclusion.span))
      case .plain, .obligation, .prohibition, .precedence: break
      }
    }
    reasons += rule.alternatives.joined().compactMap(\.reasonAgainstTheory)
    for exception in rule.exceptions {
      if exception.count > 1 {
        reasons.append(("an exception of several conditions", exception[0].span))
      } else if case .comparison(let comparison)? = exception.first {
        reasons.append(("an exception that compares", comparison.span))
      } else {
        reasons += exception.compactMap(\.reasonAgainstTheory)
      }
    }
    return reasons
  }
}

extension Condition {
  /// What it says that a `.dfl` theory cannot say, and where.
  fileprivate var reasonAgainstTheory: (what: String, span: SourceSpan)? {
    switch self {
    case .sentence(let sentence, let standard):
      return standard.map { _ in ("a standard of proof", sentence.span) }
    case .comparison(let comparison):
      switch comparison.relation {
      case .before, .after, .onOrBefore, .onOrAfter:
        return ("a comparison of dates", comparison.span)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
      }
    case .calculation(let calculation): return ("a calculation", calculation.span)
    case .universal(let universal): return ("\"every\"", universal.span)
    case .aggregate(let aggregate):
      return ("\"\(aggregate.function.rawValue)\" of what matches", aggregate.span)
    case .past(let past): return ("a state on another date", past.span)
    }
  }

  /// Where it is written.
  fileprivate var span: SourceSpan {
    switch self {
    case .sentence(let sentence, _): sentence.span
    case .comparison(let comparison): comparison.span
    case .calculation(let calculation): calculation.span
    case .universal(let universal): universal.span
    case .aggregate(let aggregate): aggregate.span
    case .past(let past): past.span
    }
  }
}
