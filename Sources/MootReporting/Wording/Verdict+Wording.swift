import MootLanguage
public import MootReasoning

/// The wording of verdicts (section 3 of the semantics).
extension Answer {
  /// The verdict as it is called out: "YES, ON BALANCE (prevailing)".
  var headline: String {
    switch verdict {
    case .established: "YES, CONCLUSIVELY (established)"
    case .clear: "YES, CLEARLY (clear)"
    case .prevailing: "YES, ON BALANCE (prevailing)"
    case .refuted:
      "NO, \(contrary.lower.adverb.uppercased()) (refuted, the contrary is \(contrary.lower.name))"
    case .contested: "CONTESTED"
    case .arguable: "ARGUABLE"
    case .unsupported: "NOT SHOWN (\(isDefeated ? "defeated" : "unsupported"))"
    case .circular: "CIRCULAR: at least \(grade.lower.name), at most \(grade.upper.name)"
    case .inconsistent: "INCONSISTENT"
    }
  }

  /// Whether there is an argument for it, and it lost.
  var isDefeated: Bool {
    verdict == .unsupported && contrary.upper >= .arguable && !supporting.isEmpty
  }

  /// What is to be added to the verdict in a few words, each a sentence.
  var remarks: [String] {
    var remarks: [String] = []
    if verdict == .unsupported, contrary.upper >= .arguable, !isNotForbidden {
      remarks.append("The contrary is arguable.")
    }
    if isNotForbidden {
      remarks.append(
        isProhibitionArguable
          ? "Not forbidden, though a prohibition is arguable." : "Not forbidden.")
    }
    if restsOnInconsistency, verdict != .inconsistent {
      remarks.append("It rests on something inconsistent.")
    }
    return remarks
  }
}

extension Verdict {
  /// The verdict on something an argument rests on, as an adjective: "clear", "not shown".
  var adjective: String {
    switch self {
    case .established, .clear, .prevailing, .refuted, .contested, .arguable, .circular,
      .inconsistent:
      rawValue
    case .unsupported: "not shown"
    }
  }
}

extension Grade {
  /// How surely something of this grade is so.
  var adverb: String {
    switch self {
    case .established: "conclusively"
    case .clear: "clearly"
    case .prevailing: "on balance"
    case .arguable: "arguably"
    case .unsupported: "not"
    }
  }

  /// The words by which a condition names the grade as its standard of proof.
  var standard: String {
    switch self {
    case .established, .unsupported: ""
    case .clear: "beyond dispute "
    case .prevailing: "on balance "
    case .arguable: "arguably "
    }
  }
}

extension GradeInterval {
  /// The grade in a word, or as an interval: "arguable … clear".
  public var name: String {
    isDecided ? lower.name : "\(lower.name) … \(upper.name)"
  }
}
