import MootLanguage
public import MootReasoning

extension Report {
  /// The reasons for an answer: both sides, down to the facts and their sources.
  ///
  /// - Parameter limits: those the explanation was made with.
  public init(
    explaining explanation: Explanation, in outcome: Outcome, options: TraceOptions,
    limits: Limits = Limits()
  ) {
    self.init()
    addLimit(of: outcome)
    var trace = Trace(explanation, in: outcome, options: options, limits: limits)
    trace.tell()
    add(trace.report)
  }
}

/// The state of telling an explanation.
struct Trace {
  typealias Phrase = Report.Phrase

  /// What is told.
  let explanation: Explanation
  /// The rule base.
  let program: Program
  /// Whether the evaluation came to its end.
  let isComplete: Bool
  /// What of it is told.
  let options: TraceOptions
  /// What an explanation may use up.
  let limits: Limits
  /// How deep below the question each section is first met; `nil` for those not met.
  let depths: [Int?]
  /// What is told so far.
  var report = Report()
  /// What is cited so far.
  var cited: Set<CitationID> = []

  init(
    _ explanation: Explanation, in outcome: Outcome, options: TraceOptions, limits: Limits
  ) {
    self.explanation = explanation
    self.limits = limits
    program = outcome.program
    isComplete = outcome.isDecided
    self.options = options
    depths = explanation.depths(side: options.side)
  }

  /// Tells all of it.
  mutating func tell() {
    guard let question = explanation.sections.first else { return }
    tellVerdict(of: question)
    tellSides(of: question, side: options.side, depth: 0)
    for (index, section) in explanation.sections.enumerated().dropFirst() {
      guard let depth = depths[index], options.depth.map({ depth <= $0 + 1 }) ?? true else {
        continue
      }
      tell(section, depth: depth)
    }
    tellOmissions()
    tellTurningPoints()
    tellCircles()
    tellCitations()
  }

  /// Tells the verdict with its date.
  private mutating func tellVerdict(of question: Explanation.Section) {
    let answer = explanation.answer
    let date = answer.asOf.map { "as of " + $0.reading } ?? ""
    report.add(
      .heading(
        level: 1, Phrase(program.reading(answer.literal), .strong), aside: Phrase(date, .faint)))
    let reason = question.reasonForVerdict(of: answer, in: program)
    let sentences = isComplete ? ". " + ([reason] + answer.remarks).joined(separator: " ") : ""
    report.add(
      .paragraph(
        depth: 0,
        Phrase((isComplete ? "" : "SO FAR ") + answer.headline, .strong)
          + Phrase(sentences)))
  }

  /// Tells a section with a letter: in full, or in a line a side when it lies deeper than was asked for.
  private mutating func tell(_ section: Explanation.Section, depth: Int) {
    let isShort = options.depth.map { depth > $0 } ?? false
    report.add(.gap)
    report.add(
      .heading(
        level: 2,
        Phrase((section.label ?? "") + "  ", .strong) + Phrase(program.reading(section.literal)),
        aside: Phrase(section.standing)))
    if isShort {
      tellInShort(section)
    } else {
      tellSides(of: section, side: nil, depth: 1)
    }
  }

  /// Tells both sides of a section, or one of them.
  private mutating func tellSides(
    of section: Explanation.Section, side: TraceOptions.Side?, depth: Int
  ) {
    if side != .against, !section.supporting.isEmpty {
      tellHeading("FOR", depth: depth)
      for argument in section.supporting {
        tell(argument, depth: depth + 1, heading: section.literal)
      }
    }
    if side != .for, !section.opposing.isEmpty {
      let conclusions = Set(section.opposing.map(\.conclusion))
      let common = conclusions.count == 1 ? conclusions.first : nil
      tellHeading(
        "AGAINST" + (common.map { ": " + program.reading($0) } ?? ""), depth: depth)
      for argument in section.opposing { tell(argument, depth: depth + 1, heading: common) }
    }
    if side != .against, !section.missed.isEmpty {
      tellHeading("RULES THAT COULD HAVE SHOWN IT", depth: depth)
      for miss in section.missed { tell(miss, depth: depth + 1) }
    }
    if side != .against, !section.dormant.isEmpty {
      tellHeading("FACTS THAT DO NOT COUNT", depth: depth)
      for fact in section.dormant { tell(fact, depth: depth + 1) }
    }
    if section.isCut {
      report.add(.paragraph(depth: depth + 1, "What else is argued is left out."))
    } else if section.supporting.isEmpty, section.opposing.isEmpty, section.missed.isEmpty,
      section.dormant.isEmpty
    {
      report.add(.paragraph(depth: depth + 1, "No fact states it and no rule concludes it."))
    }
  }

  private mutating func tellHeading(_ words: String, depth: Int) {
    if depth == 0 {
      report.add(.gap)
      report.add(.heading(level: 2, Phrase(words, .strong), aside: Phrase()))
    } else {
      report.add(.entry(depth: depth, Phrase(words, .strong), aside: Phrase()))
    }
  }

  /// Tells a section in one line a side.
  private mutating func tellInShort(_ section: Explanation.Section) {
    for (label, side) in [("for", section.supporting), ("against", section.opposing)] {
      let voices = side.map { argument in
        let voice = program.voice(of: argument.source)
        return program.name(of: argument.source) + (voice.isEmpty ? "" : " · " + voice)
      }
      guard !voices.isEmpty else { continue }
      report.add(
        .row(depth: 1, label: label, Phrase(voices.joined(separator: "; ")), note: Phrase()))
    }
  }
}

extension Explanation {
  /// How deep below the question each section is first met, by breadth; `nil` for those the chosen side of
  /// the question does not lead to.
  fileprivate func depths(side: TraceOptions.Side?) -> [Int?] {
    var depths = [Int?](repeating: nil, count: sections.count)
    guard let question = sections.first else { return depths }
    depths[0] = 0
    var reached = [0]
    var next = 0
    while next < reached.count {
      let index = reached[next]
      next += 1
      let references =
        index == 0 ? question.references(side) : sections[index].references(nil)
      for target in references where depths[target] == nil {
        depths[target] = (depths[index] ?? 0) + 1
        reached.append(target)
      }
    }
    return depths
  }
}

extension Explanation.Section {
  /// The verdict in a few words.
  fileprivate var standing: String {
    grade.isDecided ? verdict.adjective : "\(verdict.adjective), \(grade.name)"
  }

  /// The arguments of both sides.
  var arguments: [Argument] { supporting + opposing }

  /// The sections that one side refers to, or both.
  fileprivate func references(_ side: TraceOptions.Side?) -> [Int] {
    let missing = missed.compactMap(\.section)
    return switch side {
    case .for: supporting.flatMap(\.references) + missing
    case .against: opposing.flatMap(\.references)
    case nil: arguments.flatMap(\.references) + missing
    }
  }
}

extension Argument {
  /// The sections it refers to, in the order it does.
  var references: [Int] {
    let conditions = premises + exceptions.flatMap(\.members)
    var references = conditions.flatMap { $0.basis.sections }
    references += openPreferences.compactMap(\.section)
    if case .beaten(let defeats) = fate { references += defeats.compactMap(\.section) }
    return references
  }
}

extension Argument.Basis {
  /// The sections that tell how it is concluded.
  var sections: [Int] {
    switch self {
    case .conclusion(_, _, let section), .shownNot(_, _, let section):
      section.map { [$0] } ?? []
    case .gathered(let premises): premises.flatMap { $0.basis.sections }
    case .fact, .assumed, .uncontested, .computed, .notShown, .leftOpenByDates: []
    }
  }
}
