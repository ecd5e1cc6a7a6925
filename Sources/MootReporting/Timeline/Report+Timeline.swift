import MootLanguage
public import MootReasoning

extension Report {
  /// The verdict over time, beside a line that is drawn: each change with its cause and the arguments that
  /// begin or cease to apply.
  public init(tracing timeline: Timeline) {
    self.init()
    let program = timeline.lastOutcome.program
    let reading = program.reading(timeline.literal)
    let isComplete = timeline.reachedLimit == nil
    if !isComplete { addCut(of: timeline) }
    add(.heading(level: 1, Phrase(reading, .strong), aside: Phrase(timeline.rangeInWords, .faint)))
    add(.gap)
    for (index, entry) in timeline.entries.enumerated() {
      if index > 0 { add(.tick(date: Phrase(), Phrase())) }
      var telling = EntryWording(entry, isFirst: index == 0)
      telling.tell()
      add(telling.report)
    }
    if timeline.entries.count == 1, isComplete {
      add(.gap)
      add(.paragraph(depth: 0, "Neither the verdict nor the arguments change in this time."))
    }
  }

  private mutating func addCut(of timeline: Timeline) {
    guard let reached = timeline.reachedLimit else { return }
    let outcome = timeline.lastOutcome
    let reason = outcome.limitInWords ?? reached.reason
    let end = timeline.stretches.last.flatMap { $0.lastDate?.reading }
    let known = end.map { "what comes after \($0) is missing" } ?? "nothing is known"
    add(
      .paragraph(
        depth: 0, Phrase("INCOMPLETE", .strong) + Phrase(": \(reason); \(known).")))
    add(.gap)
  }
}

extension Timeline {
  /// The time it spans, in words; empty where both ends are open.
  var rangeInWords: String {
    let ends = [from.map { "from " + $0.reading }, to.map { "to " + $0.reading }]
    return ends.compactMap { $0 }.joined(separator: " ")
  }
}

/// The state of telling one entry.
private struct EntryWording {
  typealias Phrase = Report.Phrase

  let entry: Timeline.Entry
  let isFirst: Bool
  var report = Report()

  private var program: Program { entry.program }

  init(_ entry: Timeline.Entry, isFirst: Bool) {
    self.entry = entry
    self.isFirst = isFirst
  }

  mutating func tell() {
    let date = entry.from?.text ?? (entry.to == nil ? "always" : "before")
    let remarks = entry.answer.remarks.joined(separator: " ")
    report.add(
      .tick(
        date: Phrase(date, .strong),
        Phrase(entry.answer.headline, .strong) + Phrase(remarks.isEmpty ? "" : ". " + remarks)))
    for cause in entry.causes { say(words(of: cause)) }
    tellWhatIsUnknown()
    for side in Timeline.Reason.Side.allCases { tell(side) }
  }

  private mutating func say(_ words: String) { report.add(.tick(date: Phrase(), Phrase(words))) }

  /// Says what the precision of the dates leaves open.
  private mutating func tellWhatIsUnknown() {
    if let span = entry.from, let during = entry.during {
      let reading = span.reading
      let isSame = during.headline == entry.answer.headline
      let unknown = entry.isOrderUnknown ? "On which days, and in which order," : "On which day"
      say("\(unknown) inside \(reading) is not known.")
      say("As of \(reading) as a whole: \(isSame ? "the same" : during.headline).")
    }
    if let day = entry.from, day.day != nil {
      for span in entry.imprecise {
        say("Certain from this day on; on which day of \(span.reading) is not known.")
      }
    }
    for cause in entry.open { say("not known yet: " + words(of: cause)) }
  }

  /// Names the arguments of one side that begin or cease to apply.
  private mutating func tell(_ side: Timeline.Reason.Side) {
    let begun = entry.begun.filter { $0.side == side }
    let ended = entry.ended.filter { $0.side == side && !entry.isKept($0) }
    if !begun.isEmpty { say("\(side.rawValue): \(names(begun)) \(verb(begun, "appl"))") }
    if !ended.isEmpty { say("\(side.rawValue): \(names(ended)) no longer \(verb(ended, "appl"))") }
  }

  private func verb(_ reasons: [Timeline.Reason], _ stem: String) -> String {
    Set(reasons.map(\.source)).count == 1 ? stem + "ies" : stem + "y"
  }

  private func names(_ reasons: [Timeline.Reason]) -> String {
    var names: [String] = []
    for reason in reasons {
      let voice = program.voice(of: reason.source)
      let name: String
      switch reason.source {
      case .rule(let rule): name = program[rule].name
      case .fact: name = "the fact \"\(reason.conclusion)\""
      case .assumed: name = "what is supposed, \"\(reason.conclusion)\""
      }
      let entry = name + (voice.isEmpty ? "" : " (\(voice))")
      if !names.contains(entry) { names.append(entry) }
    }
    return listed(names)
  }

  /// A cause as a clause: what begins or ends, through whom it reaches us, and what it cites.
  private func words(of cause: Timeline.Cause) -> String {
    switch cause {
    case .begins(let source, let date): "begins: " + words(source, "from", date)
    case .ends(let source, let date): "ends: " + words(source, "until", date)
    case .reached(let date):
      "reached: \(date.reading), with which rules compare the date of the answer"
    case .passed(let date): "over: \(date.reading), with which rules compare the date of the answer"
    case .counted: "what is counted up to the date, or from it, comes out otherwise"
    }
  }

  private func words(_ source: Argument.Source, _ preposition: String, _ date: CalendarDate)
    -> String
  {
    let name: String
    switch source {
    case .fact(let index):
      let fact = program.facts[index]
      name = program.reading(of: fact.predicate, arguments: program.arguments(of: fact))
    case .rule(let rule):
      name = program[rule].name
    case .assumed: name = "what is supposed"
    }
    let voice = program.voice(of: source)
    let cites = program.brackets(program.cites(of: source))
    let isTold = voice.isEmpty || source.isFact
    let subject = name + (isTold ? "" : " (\(voice))")
    let told = isTold && !voice.isEmpty ? ", " + voice : ""
    return "\(subject), \(preposition) \(date.reading)\(told)" + (cites.isEmpty ? "" : " " + cites)
  }
}

extension Argument.Source {
  /// Whether it is a stated fact.
  fileprivate var isFact: Bool {
    if case .fact = self { true } else { false }
  }
}

extension Timeline.Entry {
  /// The months and years that the causes name, each once.
  fileprivate var imprecise: [CalendarDate] {
    var spans: [CalendarDate] = []
    for cause in causes {
      switch cause {
      case .begins(_, let date), .ends(_, let date):
        if date.day == nil, !spans.contains(date) { spans.append(date) }
      case .reached, .passed, .counted: break
      }
    }
    return spans
  }

  /// Whether an argument that is listed as ended goes on applying on another side, or for another conclusion.
  fileprivate func isKept(_ reason: Timeline.Reason) -> Bool {
    begun.contains { $0.source == reason.source && $0.side == reason.side }
  }
}

extension Timeline.Stretch {
  /// Its last day as a date.
  var lastDate: CalendarDate? { CalendarDate(dayNumber: Int(lastDay)) }
}
