import MootLanguage

/// Whose arguments gain when a verdict changes: those on the side that does better, which stand now and did
/// not, or stand more firmly; where nobody argues them, those that argue what they rest on.
struct Gains {
  /// The speakers, in the order of their declaration.
  private(set) var speakers: [SpeakerID] = []
  private let before: Inquiry
  private let after: Inquiry
  private var known: Set<Literal> = []

  /// Compares what becomes of a literal in two outcomes.
  init(of literal: Literal, from before: Outcome, to after: Outcome, _ limits: Limits) {
    self.before = Inquiry(before, limits: limits)
    self.after = Inquiry(after, limits: limits)
    let balance = self.after.balance(of: literal) - self.before.balance(of: literal)
    guard balance != 0 else { return }
    let side = balance > 0 ? [literal] : self.after.opposed(to: literal)
    for improvedOnly in [true, false] where speakers.isEmpty {
      known = []
      for literal in side { gather(literal, improvedOnly ? .improved : .standing) }
    }
    speakers = after.program.speakers.indices.map { SpeakerID(raw: UInt32($0)) }
      .filter { speakers.contains($0) }
  }

  /// Which arguments are told.
  private enum Selection {
    /// Those that stand now and did not, or stand more firmly.
    case improved
    /// All that stand.
    case standing
  }

  private mutating func gather(_ literal: Literal, _ selection: Selection) {
    guard known.insert(literal).inserted else { return }
    let earlier =
      literal.isKnown(to: before.program) ? Dispute(over: literal, before).supporting : []
    for entry in Dispute(over: literal, after).supporting where entry.stands {
      guard case .rule(let id) = entry.instance.source else { continue }
      let isImproved = !earlier.contains { other in
        other.stands && other.instance.source == entry.instance.source
          && other.grade.upper >= entry.grade.upper
      }
      switch selection {
      case .improved: guard isImproved else { continue }
      case .standing: break
      }
      let attribution = after.program[id].attribution
      speakers += attribution.arguedBy + attribution.heldBy
      guard !attribution.hasVoice else { continue }
      for premise in after.premises(of: entry.instance) where isMore(premise, selection) {
        gather(premise, selection)
      }
    }
  }

  /// Whether an argument gains by what it rests on.
  private func isMore(_ premise: Literal, _ selection: Selection) -> Bool {
    switch selection {
    case .improved:
      after.standing(of: premise).upper
        > (premise.isKnown(to: before.program) ? before.standing(of: premise).upper : 0)
    case .standing: after.standing(of: premise).upper > 0
    }
  }
}

extension Inquiry {
  /// The literals that the premises of an instance name.
  fileprivate func premises(of instance: Instance) -> [Literal] {
    guard case .rule(let id) = instance.source else { return [] }
    return program[id].alternatives[instance.alternative].flatMap(\.sentences).compactMap {
      literal($0, under: instance.binding)
    }
  }

  /// How much more firmly a literal stands than what conflicts with it.
  fileprivate func balance(of literal: Literal) -> Int {
    let judgement = self.judgement(of: literal)
    return judgement.grade.weight - judgement.contrary.weight
  }
}

extension GradeInterval {
  /// Both ends together.
  fileprivate var weight: Int { Int(lower.rawValue) + Int(upper.rawValue) }
}

extension Dispute.Entry {
  /// Whether the argument stands.
  fileprivate var stands: Bool {
    switch fate {
    case .wins, .unresolved, .tooWeak, .onlyArguable, .undecided: true
    case .beaten, .overruled, .excluded: false
    }
  }
}
