import MootLanguage
public import MootReasoning

extension Report {
  /// The least sets of changes that flip a verdict, smallest first, by kind; then how complete the list is.
  public init(flipping flips: Flips) {
    self.init()
    addLimit(of: flips.outcome)
    let answer = flips.answer
    let program = flips.outcome.program
    let date = answer.asOf.map { "as of " + $0.reading } ?? ""
    add(
      .heading(
        level: 1, Phrase(program.reading(answer.literal), .strong), aside: Phrase(date, .faint)))
    let lead = flips.outcome.reachedLimit == nil ? "" : "SO FAR "
    let remarks = answer.remarks.map { " " + $0 }.joined()
    add(.paragraph(depth: 0, Phrase(lead + answer.headline, .strong) + Phrase("." + remarks)))
    var last: (cost: Int, kind: FlipCandidate.Kind?)?
    for flip in flips.all {
      if last.map({ $0 != (flip.cost, flip.kind) }) ?? true {
        add(.gap)
        add(.heading(level: 2, Phrase(flip.heading, .strong), aside: Phrase()))
      }
      last = (flip.cost, flip.kind)
      add(flip, in: program)
    }
    add(.gap)
    for sentence in flips.ending { add(.paragraph(depth: 0, Phrase(sentence))) }
  }

  /// Adds a set of changes with the verdict it leads to and who gains.
  private mutating func add(_ flip: Flip, in program: Program) {
    let changes = program.readings(flip.changes.map(\.change)).joined(separator: "; and ")
    let number = counted(flip.cost, "change", "changes")
    add(
      .paragraph(
        depth: 1,
        Phrase("\(number): \(changes) → ") + Phrase(flip.answer.headline, .strong)))
    guard !flip.gains.isEmpty else { return }
    let names = listed(flip.gains.map { program.printedName(of: $0) })
    add(.paragraph(depth: 3, Phrase("gains: \(names)", .faint)))
  }
}

extension Flip {
  /// What sets of its size and kind are called.
  fileprivate var heading: String {
    let words =
      switch kind {
      case .assumption: "Facts to suppose"
      case .retraction: "Facts to retract"
      case .withdrawal: "Arguments to withdraw"
      case .preference: "Preferences to withdraw, add or reverse"
      case .date: "Dates"
      case nil: "Changes of several kinds"
      }
    return cost == 1 ? words : "\(words), \(cost) together"
  }
}

extension Flips {
  /// How complete the list is, and what was looked at, in sentences.
  fileprivate var ending: [String] {
    if let target, target == answer.verdict, outcome.reachedLimit == nil {
      return ["That is the verdict as it stands."]
    }
    guard outcome.reachedLimit == nil else { return ["Nothing was changed, for that reason."] }
    guard candidates > 0 else { return ["Nothing in the files bears on it."] }
    return [summary] + omission + hints
  }

  /// What was found.
  private var summary: String {
    let among = "among \(counted(candidates, "candidate", "candidates"))"
    let sets = "of at most \(counted(bound, "change", "changes"))"
    if let reachedLimit {
      let done = bound == 0 ? "not every single change was tried" : "every set \(sets) is listed"
      return "INCOMPLETE: \(reachedLimit.reason); \(done), \(among)."
    }
    let aim = target.map { "leads to \"\($0.adjective)\"" } ?? "changes the verdict"
    return all.isEmpty
      ? "No set \(sets) \(among) \(aim)."
      : "That is every set \(sets) \(among)\(target == nil ? "" : " that \(aim)")."
  }

  /// What was left out.
  private var omission: [String] {
    guard omitted > 0 else { return [] }
    let words = counted(omitted, "further change", "further changes")
    return ["INCOMPLETE: \(words) that might matter were left out, for there are too many."]
  }

  /// What was changed, and how to see more.
  private var hints: [String] {
    var hints: [String] = []
    if isNarrowed { hints.append("Nothing but what --vary names was changed.") }
    if areDaysCounted {
      hints.append(
        "Days are counted from the date of the answer, or to it: of other dates only those were tried "
          + "on which something begins or ends; a timeline looks at every day.")
    }
    let hasDates = all.contains { $0.changes.contains { $0.kind == .date } }
    if hasDates { hints.append("Of a stretch of dates with one verdict, the nearest is given.") }
    if reachedLimit == nil, bound < candidates {
      hints.append("For larger sets: --max \(bound + 1).")
    }
    return hints
  }
}
