import FoundationEssentials

@testable import MootLanguage

/// The rule base that tables and JSON files state facts for.
enum FactProgram {
  /// The program, without facts; its last hole takes anything, as those of theories do.
  static let shared: Program = {
    beginStaying()
    defer { endStaying() }
    let text = """
      source code "a code"
      source ruling "a ruling"
      relation ?who paid ?amount: number on ?day: date for ?note
        as paid(who, amount, day, note)
      relation ?who is late
        as late
      relation nothing is open
        as closed
      action ?who trade(s) from ?stall
        as trade

      """
    let source = SourceFile(name: "rules.moot", bytes: Array(text.utf8))
    let loaded = loadProgram(roots: [source]) { _ in .notFound }
    guard var program = loaded.program else { fatalError("\(loaded.diagnostics)") }
    let paid = program.relations[0]
    program.relations[0] = Relation(
      key: paid.key, holes: paid.holes.dropLast() + [Relation.Hole(name: "note", sort: .any)],
      wording: paid.wording, span: paid.span)
    return program
  }()

  /// A fact in words of its own: the key, the values, the dates and the sources.
  struct Row: Equatable {
    let key: String
    let values: [Value]
    let period: Period
    let cites: [String]
  }

  /// All facts of a program but those that follow from others.
  static func rows(of program: Program) -> [Row] {
    program.facts.filter { !$0.isImplied }.map { fact in
      let particulars = program.particulars[Int(fact.particulars)]
      return Row(
        key: program.literal(of: fact.predicate, arguments: []),
        values: program.arguments(of: fact).map { program[$0] }, period: particulars.period,
        cites: particulars.cites.map { program[$0].key })
    }
  }

  /// Facts about payments as a table with every cell in quotes.
  static func quotedTable(of rows: [Row]) -> String {
    let header = ["who", "amount", "day", "note", "from", "until", "cites"]
    let lines = rows.map { row in
      row.values.map(text) + [
        row.period.from?.text ?? "", row.period.until?.text ?? "", row.cites.joined(separator: " "),
      ]
    }
    return ([header] + lines).map { cells in
      cells.map { cell in "\"\(cell.replacingScalars { $0 == "\"" ? "\"\"" : nil })\"" }
        .joined(separator: ",") + "\n"
    }.joined()
  }

  /// A value as it stands in a cell.
  static func text(of value: Value) -> String {
    switch value {
    case .entity(let name): name
    case .number(let number): number.description
    case .date(let date): date.text
    }
  }
}
