import MootLanguage
import MootReasoning

extension Report {
  /// What comes of a question by the open facts: a table, what cannot matter, and the chances.
  public init(_ tabulation: Tabulation, width: Int) {
    self.init(naming: tabulation.question)
    let question = tabulation.question
    if let finding = question.settledFinding {
      add(
        .paragraph(
          depth: 0, Phrase("Whatever the open facts are: ") + Phrase(finding.words, .strong) + "."))
    } else {
      addDependence(tabulation)
      if let table = tabulation.table {
        addRows(tabulation, table, width: width)
      } else {
        addTooManyRows(tabulation)
      }
    }
    addIrrelevant(tabulation)
    addChances(tabulation, isNumbered: tabulation.isNumbered(width: width))
  }

  /// Adds the rows of a question that depends on what is open, with a legend where facts are numbered.
  mutating func addRows(_ tabulation: Tabulation, _ table: DecisionTable, width: Int) {
    let isNumbered = tabulation.isNumbered(width: width)
    if isNumbered { addLegend(tabulation) }
    add(.gap)
    let hasColumns = tabulation.numberedWidth <= width
    if hasColumns {
      add(.grid(depth: 1, tabulation.grid(of: table, isNumbered: isNumbered)))
    } else {
      for row in table.rows { addConditions(of: row, in: tabulation) }
    }
    var notes: [String] = []
    let decisive = tabulation.question.decisiveFacts
    if hasColumns,
      table.rows.contains(where: { row in decisive.contains { row.values[$0] == nil } })
    {
      notes.append("\"–\" stands for either.")
    }
    if table.rows.contains(where: tabulation.isPresent) {
      notes.append("\"← now\" marks what holds as things stand.")
    }
    guard !notes.isEmpty else { return }
    add(.gap)
    add(.paragraph(depth: 0, Phrase(notes.joined(separator: " "))))
  }

  /// Adds a row as a sentence, where there are too many columns.
  private mutating func addConditions(of row: DecisionTable.Row, in tabulation: Tabulation) {
    func numbers(_ value: Bool) -> [String] {
      tabulation.question.decisiveFacts.enumerated()
        .filter { row.values[$0.element] == value }.map { "\($0.offset + 1)" }
    }
    var conditions: [String] = []
    for (value, end) in [(true, "so"), (false, "not so")] {
      let numbers = numbers(value)
      guard !numbers.isEmpty else { continue }
      conditions.append(listed(numbers) + (numbers.count == 1 ? " is " : " are ") + end)
    }
    let mark = tabulation.isPresent(row) ? Tabulation.present : ""
    add(.entry(depth: 1, Phrase(row.finding.words) + Phrase(mark, .faint), aside: Phrase()))
    add(
      .row(
        depth: 2, label: "where", Phrase(conditions.joined(separator: "; ")), note: Phrase()))
  }

  /// Adds on how many facts the verdict depends, and what it is at present.
  private mutating func addDependence(_ tabulation: Tabulation) {
    let question = tabulation.question
    let decisive = question.decisiveFacts.count
    let all = question.facts.count
    let whole = all == 1 ? "the open fact" : all == 2 ? "both open facts" : "all \(all) open facts"
    let number = decisive == all ? whole : "\(decisive) of \(all) open facts"
    add(
      .paragraph(
        depth: 0,
        Phrase("The verdict depends on \(number). As things stand it is: ")
          + Phrase(question.presentFinding.words, .strong) + "."))
  }

  private mutating func addLegend(_ tabulation: Tabulation) {
    add(.gap)
    for (index, fact) in tabulation.question.decisiveFacts.enumerated() {
      let chance = tabulation.question.facts[fact].chance.map { "chance " + percent($0) } ?? ""
      add(
        .row(
          depth: 1, label: "\(index + 1)", Phrase(tabulation.reading(ofFact: fact)),
          note: Phrase(chance, .faint)))
    }
  }

  private mutating func addTooManyRows(_ tabulation: Tabulation) {
    addLegend(tabulation)
    add(.gap)
    let words =
      ": the table has more than \(Tabulation.mostRows) rows. Name fewer facts with --vary"
    add(
      .paragraph(
        depth: 0,
        Phrase("INCOMPLETE", .strong)
          + Phrase(words + ", or settle some with --assume or --retract.")))
  }

  private mutating func addIrrelevant(_ tabulation: Tabulation) {
    let irrelevant = tabulation.question.irrelevantFacts
    guard !irrelevant.isEmpty else { return }
    add(.gap)
    add(.heading(level: 2, Phrase("CANNOT MATTER", .strong), aside: Phrase()))
    for fact in irrelevant {
      add(.entry(depth: 1, Phrase(tabulation.reading(ofFact: fact)), aside: Phrase()))
    }
  }

  /// Adds the probability of each verdict, and how each fact moves it.
  private mutating func addChances(_ tabulation: Tabulation, isNumbered: Bool) {
    let question = tabulation.question
    guard question.facts.contains(where: { $0.chance != nil }), question.settledFinding == nil
    else {
      return
    }
    add(.gap)
    guard let chances = question.chances, let influences = question.influences else {
      let lacking = question.factsWithoutChance.map { "\"\(tabulation.reading(ofFact: $0))\"" }
      let words = "No probability is stated, as there is no chance for \(listed(lacking))."
      return add(.paragraph(depth: 0, Phrase(words)))
    }
    add(.heading(level: 2, Phrase("CHANCES", .strong), aside: Phrase()))
    add(.paragraph(depth: 0, "The facts are taken as independent of each other."))
    add(.gap)
    func row(_ label: String, _ chances: [OpenQuestion.Chance]) -> [Phrase] {
      [Phrase(label)] + chances.map { Phrase(percent($0.value)) }
    }
    var grid = Grid(
      header: [Phrase()] + chances.map { Phrase($0.finding.heading, .strong) },
      rows: [row("in all", chances)])
    for (index, influence) in influences.enumerated() {
      let fact = isNumbered ? "\(index + 1)" : tabulation.reading(ofFact: influence.fact) + ":"
      grid.rows.append(row(fact + " yes", influence.whenTrue))
      grid.rows.append(row(fact + " no", influence.whenFalse))
    }
    add(.grid(depth: 1, grid))
  }
}

extension Tabulation {
  /// How many rows a table has at most.
  public static let mostRows = 1_000

  /// Whether facts are told by number, as their sentences do not fit beside each other.
  func isNumbered(width: Int) -> Bool {
    let facts = question.decisiveFacts
    if facts.contains(where: { question.facts[$0].chance != nil }) { return true }
    let verdicts = question.possibleFindings.map { displayWidth(of: $0.words) }.max() ?? 0
    let sentences = facts.map { displayWidth(of: reading(ofFact: $0)) + 2 }
    return sentences.reduce(0, +) + verdicts + Self.present.count + 2 > width
  }

  /// The columns that the rows take up with facts told by number.
  fileprivate var numberedWidth: Int {
    let verdicts = question.possibleFindings.map { displayWidth(of: $0.words) }.max() ?? 0
    return 5 * question.decisiveFacts.count + verdicts + Self.present.count + 2
  }

  /// What marks the row that holds as things stand.
  fileprivate static let present = "  ← now"

  /// The rows with a column for each fact that matters, and one for the verdict.
  fileprivate func grid(of table: DecisionTable, isNumbered: Bool) -> Report.Grid {
    let facts = question.decisiveFacts
    let headings = facts.enumerated().map { index, fact in
      isNumbered ? "\(index + 1)" : reading(ofFact: fact)
    }
    return Report.Grid(
      header: (headings + ["verdict"]).map { Report.Phrase($0, .strong) },
      rows: table.rows.map { row in
        let cells = facts.map { Report.Phrase(Self.cell(row.values[$0])) }
        let mark = isPresent(row) ? Self.present : ""
        return cells + [Report.Phrase(row.finding.words) + Report.Phrase(mark, .faint)]
      })
  }

  /// What stands in a table for a fact that must be so, or not, or either.
  static func cell(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "–" }
}
