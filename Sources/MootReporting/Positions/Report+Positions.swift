import MootLanguage
public import MootReasoning

extension Report {
  /// What each party must conclude, what each argues, and the crux between two of them.
  ///
  /// - Parameters:
  ///   - crux: The crux, where two differ about what is asked.
  ///   - row: The index of the row it is about, or of what was asked where all agree.
  public init(comparing positions: Positions, crux: Crux?, row: Int?) {
    self.init()
    addLimit(of: positions, crux)
    let program = positions.outcome.program
    let date = positions.outcome.asOf.map { "as of " + $0.reading } ?? ""
    add(.heading(level: 1, Phrase("POSITIONS", .strong), aside: Phrase(date, .faint)))
    guard !positions.parties.isEmpty else {
      add(.paragraph(depth: 0, "Nobody argues or decides anything here."))
      return
    }
    add(.paragraph(depth: 0, "On the facts, the law and what each argues or holds:"))
    addMatrix(of: positions)
    if positions.omittedCount > 0 {
      let more = counted(positions.omittedCount, "more is arguable", "more are arguable")
      let hint = "\(more); name one to see it: moot positions FILE \"SENTENCE\""
      add(.gap)
      add(.paragraph(depth: 1, Phrase(hint)))
    }
    if positions.parties.contains(where: { !$0.spokesmen.isEmpty }) {
      add(.gap)
      add(.paragraph(depth: 1, "(all): together with those who speak for them"))
    }
    addArguments(of: positions)
    if let crux {
      add(.gap)
      add(CruxWording(crux, program).report)
    } else if positions.stop == nil, let row {
      add(.gap)
      add(.paragraph(depth: 0, Phrase(positions.rows[row].agreement)))
    } else if positions.stop == nil {
      add(.gap)
      add(.paragraph(depth: 0, "They differ about none of the questions."))
    }
  }

  private mutating func addLimit(of positions: Positions, _ crux: Crux?) {
    let stopped = positions.stop.map { $0.words(in: positions.outcome.program) }
    guard let reason = stopped ?? crux?.reachedLimit?.reason else { return }
    let words = ": \(reason); what is not found by then is missing."
    add(.paragraph(depth: 0, Phrase("INCOMPLETE", .strong) + Phrase(words)))
    add(.gap)
  }

  /// Adds the verdicts, a column for each party, in as many tables as their width asks for.
  private mutating func addMatrix(of positions: Positions) {
    let program = positions.outcome.program
    let labels = positions.rows.map { positions.label(of: $0) }
    var columns: [(heading: String, cells: [String])] = [
      ("everybody", positions.rows.map { ($0.all?.verdict ?? .unsupported).adjective })
    ]
    for (index, party) in positions.parties.enumerated() {
      let cells = positions.rows.map { $0.verdict(ofParty: index).adjective }
      columns.append((program.shortName(of: party), cells))
    }
    let labelWidth = labels.map { displayWidth(of: $0) }.max() ?? 0
    var rest = columns[...]
    while !rest.isEmpty {
      var room = 96 - labelWidth
      let fitting = rest.prefix { column in
        room -= 2 + ([column.heading] + column.cells).reduce(0) { max($0, displayWidth(of: $1)) }
        return room >= 0
      }
      let taken = fitting.isEmpty ? rest.prefix(1) : fitting
      let header = [Phrase("")] + taken.map { Phrase($0.heading, .strong) }
      let rows = labels.indices.map { row in
        [Phrase(labels[row])] + taken.map { Phrase($0.cells[row]) }
      }
      add(.gap)
      add(.grid(depth: 1, Grid(header: header, rows: rows)))
      rest = rest.dropFirst(taken.count)
    }
  }

  /// Adds what each party argues; a principal's spokesmen are named and tell it themselves.
  private mutating func addArguments(of positions: Positions) {
    let program = positions.outcome.program
    add(.gap)
    add(.heading(level: 2, Phrase("WHAT EACH ARGUES", .strong), aside: Phrase()))
    for party in positions.parties {
      let told = Set(
        party.spokesmen.flatMap { voice in
          positions.parties.first { $0.speaker == voice }?.arguments ?? []
        })
      var words = party.arguments.filter { !told.contains($0) }.map { program[$0].name }
      if !told.isEmpty {
        let names = listed(party.spokesmen.map { program.printedName(of: $0) })
        let verb = party.spokesmen.count == 1 ? "argues" : "argue"
        words.append((words.isEmpty ? "" : "and ") + "what \(names) \(verb)")
      }
      add(
        .row(
          depth: 1, label: program.printedName(of: party.speaker),
          Phrase(words.joined(separator: ", ")), note: Phrase()))
    }
  }
}

extension Positions.Row {
  /// Why no crux is told.
  fileprivate var agreement: String {
    guard isDisputed else { return "All of them come to the same verdict on this: \(reading)." }
    guard literal != nil else {
      return "No crux is looked for, as a value in what is asked is only worked out: \(reading)."
    }
    return "The two come to the same verdict on this: \(reading)."
  }
}

extension Positions {
  /// What stands at the left of a row: the question's name, with what is asked where it has several instances.
  func label(of row: Row) -> String {
    guard let question = row.question else { return row.reading }
    let name = outcome.program.questions[question].name
    let isSingle = rows.count { $0.question == question } == 1
    return isSingle ? name : "\(name): \(row.reading)"
  }
}

extension Program {
  /// A party as the head of a column.
  func shortName(of party: Party) -> String {
    let name = self[party.speaker].name
    return party.spokesmen.isEmpty ? name : name + " (all)"
  }
}

/// Puts a crux into words.
private struct CruxWording {
  typealias Phrase = Report.Phrase

  private(set) var report = Report()
  private let crux: Crux
  private let program: Program

  /// How many ways are told from each side.
  private static let mostWays = 8

  init(_ crux: Crux, _ program: Program) {
    self.crux = crux
    self.program = program
    let reading = program.reading(crux.literal)
    report.add(.heading(level: 2, Phrase("CRUX  ", .strong) + Phrase(reading), aside: Phrase()))
    for side in crux.sides {
      let name = Phrase(program.printedName(of: side.party.speaker), .strong)
      report.add(
        .paragraph(depth: 1, name + Phrase(": \(side.answer.headline)")))
    }
    tellRules()
    for (side, other) in zip(crux.sides, crux.sides.reversed()) { tell(side, other) }
    let count = counted(crux.trials, "position was", "positions were")
    report.add(.gap)
    report.add(
      .paragraph(
        depth: 1, Phrase("Each way was tried by answering again; \(count) tried in all.")))
  }

  /// Tells what they part on.
  private mutating func tellRules() {
    guard !crux.rules.isEmpty else { return }
    report.add(.gap)
    report.add(.paragraph(depth: 1, "They part on"))
    for id in crux.rules {
      let rule = program[id]
      let cites = program.brackets(rule.cites)
      let head = Phrase(rule.name, .strong) + Phrase(" · \(program.voice(of: rule))")
      report.add(
        .entry(
          depth: 2, head + Phrase(cites.isEmpty ? "" : " " + cites, .faint), aside: Phrase()))
      report.add(.paragraph(depth: 3, Phrase(content(of: rule))))
    }
  }

  /// What a rule says: its title, or its sentence, or its reason.
  private func content(of rule: Rule) -> String {
    if let title = rule.title { return title }
    if case .preference(let preferred, let over) = rule.kind {
      let words = "\(program[preferred].name) prevails over \(program[over].name)"
      return rule.because.map { "\(words): \"\($0)\"" } ?? words
    }
    if rule.kind == .contention, let sentence = rule.conclusions.first {
      return program.reading(of: sentence, variables: rule.variables)
    }
    if let because = rule.because { return "\"\(because)\"" }
    return rule.conclusions.first.map {
      "so that " + program.reading(of: $0, variables: rule.variables)
    } ?? ""
  }

  /// Tells the ways from one party's position to the other's verdict.
  private mutating func tell(_ side: Crux.Side, _ other: Crux.Side) {
    let name = program.printedName(of: side.party.speaker)
    let target = "\(program.printedName(of: other.party.speaker))'s verdict"
    report.add(.gap)
    guard let size = side.ways.first?.count else {
      report.add(
        .paragraph(
          depth: 1, Phrase("No way from \(name)'s position to \(target) was found in time.")))
      return
    }
    let steps = counted(size, "step", "steps")
    report.add(.paragraph(depth: 1, Phrase("\(name) would come to \(target) in \(steps),")))
    for (index, way) in side.ways.prefix(Self.mostWays).enumerated() {
      let lead = index == 0 ? "" : "or "
      report.add(.entry(depth: 2, Phrase(lead + words(of: way)), aside: Phrase()))
    }
    if side.ways.count > Self.mostWays {
      let more = counted(side.ways.count - Self.mostWays, "more way", "more ways")
      report.add(.paragraph(depth: 2, Phrase("and \(more) of as many steps")))
    }
    if !side.isComplete {
      report.add(.paragraph(depth: 1, "Not all ways of as many steps could be tried."))
    }
  }

  private func words(of way: [Crux.Step]) -> String {
    var accepted: [String] = []
    var givenUp: [String] = []
    for step in way {
      let name = program[step.rule].name
      switch step {
      case .accept: accepted.append(name)
      case .giveUp: givenUp.append(name)
      }
    }
    var parts: [String] = []
    if !accepted.isEmpty { parts.append("by accepting " + listed(accepted)) }
    if !givenUp.isEmpty {
      parts.append((accepted.isEmpty ? "by giving up " : "giving up ") + listed(givenUp))
    }
    return parts.joined(separator: " and ")
  }
}
