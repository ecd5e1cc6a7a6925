import MootLanguage

/// One of two outcomes that are held beside each other.
struct ContrastSide {
  /// The outcome.
  let outcome: Outcome
  /// Where the arguments behind its literals are found.
  let inquiry: Inquiry

  /// An argument about a literal.
  struct Contribution {
    /// The argument in its dispute.
    let entry: Dispute.Entry
    /// Whether it is for the literal, and not for what conflicts with it.
    let isSupporting: Bool

    /// How it fares, in the terms of a trace.
    var place: Turn.Place {
      let winners = entry.defeats.map(\.winner)
      let defeats = winners.indices.filter { winners.firstIndex(of: winners[$0]) == $0 }.map {
        Argument.Defeat(winner: winners[$0], preferences: [], section: nil)
      }
      let fate: Argument.Fate =
        switch entry.fate {
        case .wins: .wins
        case .unresolved: .unresolved
        case .tooWeak: .tooWeak
        case .onlyArguable: .onlyArguable
        case .beaten: .beaten(defeats)
        case .overruled: .overruled
        case .excluded: .excluded
        case .undecided: .undecided
        }
      return Turn.Place(fate: fate, grade: entry.grade)
    }
  }

  /// Opens an outcome.
  init(_ outcome: Outcome, limits: Limits) {
    self.outcome = outcome
    inquiry = Inquiry(outcome, limits: limits)
  }

  /// The grade of a literal, which may have values that only the other outcome worked out.
  func grade(of literal: Literal) -> GradeInterval {
    literal.isKnown(to: outcome.program) ? inquiry.standing(of: literal).interval : .none
  }

  /// How a literal stands.
  func standing(of literal: Literal) -> Parting.Standing {
    guard literal.isKnown(to: outcome.program) else {
      return Parting.Standing(verdict: .unsupported, grade: .none, contrary: .none)
    }
    let judgement = inquiry.judgement(of: literal)
    return Parting.Standing(
      verdict: judgement.verdict, grade: judgement.grade, contrary: judgement.contrary)
  }

  /// The arguments about a literal, of each rule and conclusion the one that fares best, those for it first.
  func contributions(to literal: Literal) -> [Contribution] {
    guard literal.isKnown(to: outcome.program) else { return [] }
    let dispute = Dispute(over: literal, inquiry)
    let all =
      dispute.supporting.map { Contribution(entry: $0, isSupporting: true) }
      + dispute.opposing.map { Contribution(entry: $0, isSupporting: false) }
    var best: [Contribution] = []
    for contribution in all {
      let known = best.firstIndex { $0.isAlike(contribution) }
      if let known {
        let rank = (best[known].entry.fate.rank, contribution.entry.grade.upper)
        if (contribution.entry.fate.rank, best[known].entry.grade.upper) < rank {
          best[known] = contribution
        }
      } else {
        best.append(contribution)
      }
    }
    return best
  }
}

extension ContrastSide.Contribution {
  /// Whether another contribution is the same argument, perhaps in the other outcome.
  func isAlike(_ other: ContrastSide.Contribution) -> Bool {
    entry.instance.source == other.entry.instance.source
      && entry.conclusion == other.entry.conclusion
  }
}
