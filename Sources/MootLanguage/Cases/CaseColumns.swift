/// Reads the header of cases in rows.
struct CaseColumns {
  /// What the header says so far.
  private(set) var table: CaseTable
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []
  private let row: CaseRow
  /// The columns that are neither a sentence nor a key, with what might help.
  private var unread: [(column: Int, help: String?)] = []
  /// The columns that sentences name.
  private var named: Set<Int> = []
  /// The statement of each key with holes named one by one.
  private var keyed: [String: Int] = [:]

  /// Prepares the reading of a header.
  init(_ row: CaseRow, _ layout: FactTable.Layout) {
    self.row = row
    table = CaseTable(layout: layout)
    table.names = row.cells.indices.map { row.text($0) }
  }

  /// Reads all columns.
  ///
  /// ```
  /// column ::= "id" | "asOf" | sentence | key | key "." ( hole | "from" | "until" | "cites" )
  /// ```
  mutating func read(in program: inout Program) {
    for column in table.names.indices {
      if table.names[..<column].contains(table.names[column]) {
        diagnostics.append(
          .duplicateColumn(table.names[column], span: row.span(ofCell: column)))
      }
      read(column, in: &program)
    }
    for (column, help) in unread where !named.contains(column) {
      diagnostics.append(
        .unknownCaseColumn(table.names[column], help: help, at: row.span(ofCell: column)))
    }
    guard diagnostics.isEmpty else { return }
    for statement in table.statements {
      for (place, term) in statement.terms.enumerated() {
        guard case .cell(-1, _) = term else { continue }
        let relation = program.relation(of: statement.literal)
        diagnostics.append(
          .missingColumn(
            "\(relation.key).\(relation.holes[place].name)", of: relation.key, span: row.span))
      }
    }
  }

  private mutating func read(_ column: Int, in program: inout Program) {
    let name = table.names[column]
    switch name {
    case "id": table.nameColumn = column
    case "asOf": table.dateColumn = column
    default:
      if readHole(column, in: program) || readKey(column, in: program) { return }
      readSentence(column, in: &program)
    }
  }

  /// Reads `key.hole`; `false` when the column is nothing of the kind.
  private mutating func readHole(_ column: Int, in program: Program) -> Bool {
    let name = table.names[column]
    guard let point = name.lastIndex(of: ".") else { return false }
    let key = String(name[..<point])
    let part = String(name[name.index(after: point)...])
    let besides = ["from", "until", "cites"]
    let width = table.names.count { other in
      other.hasPrefix(key + ".") && !besides.contains(String(other.dropFirst(key.count + 1)))
    }
    guard case .target(let target) = program.factTarget(named: key, width: width) else {
      return false
    }
    let holes = program[target.relation].holes
    let statement = keyed[key] ?? add(target, holes, in: program)
    keyed[key] = statement
    table.statements[statement].own.append(column)
    if let hole = holes.firstIndex(where: { $0.name == part }) {
      table.statements[statement].terms[hole] = .cell(column, holes[hole].sort)
      return true
    }
    switch part {
    case "from": table.statements[statement].from = column
    case "until": table.statements[statement].until = column
    case "cites": table.statements[statement].cites = column
    default:
      let names = holes.map(\.name)
      diagnostics.append(
        .unknownMember(
          part, of: key, nearest: nearest(to: part, in: names), names: names,
          at: row.span(ofCell: column)))
    }
    return true
  }

  /// Adds the statement of a relation, whose columns are still to be found.
  private mutating func add(
    _ target: FactTableTarget, _ holes: [Relation.Hole], in program: Program
  ) -> Int {
    table.statements.append(
      CaseTable.Statement(
        literal: program.literal(of: target), terms: holes.map { .cell(-1, $0.sort) }))
    return table.statements.count - 1
  }

  /// Reads `key`; `false` when the column is nothing of the kind.
  private mutating func readKey(_ column: Int, in program: Program) -> Bool {
    let name = table.names[column]
    guard case .target(let target) = program.factTarget(named: name, width: 1) else { return false }
    let relation = program[target.relation]
    switch relation.holes.count {
    case 0:
      let statement = add(target, [], in: program)
      table.statements[statement].decision = column
      table.statements[statement].own = [column]
    case 1:
      let statement = add(target, relation.holes, in: program)
      table.statements[statement].terms = [.cell(column, relation.holes[0].sort)]
      table.statements[statement].own = [column]
    default:
      diagnostics.append(
        .manyHoles(name, relation.holes.map(\.name), at: row.span(ofCell: column)))
    }
    return true
  }

  /// Reads a sentence whose question marks cells stand for.
  private mutating func readSentence(_ column: Int, in program: inout Program) {
    let reading = program.sentence(reading: table.names[column], from: "header")
    guard let sentence = reading.sentence else {
      let name = table.names[column]
      let near =
        name.contains(" ") ? nil : nearest(to: name, in: program.relations.lazy.map(\.key))
      unread.append(
        (column, near.map { "did you mean \"\($0)\"?" } ?? reading.diagnostics.first?.help))
      return
    }
    let sources = program.sources
    program = reading.program
    program.sources = sources
    let holes = program.relation(of: sentence.predicate).holes
    var terms: [CaseTable.Source] = []
    var wildcards = 0
    for (term, hole) in zip(sentence.terms, holes) {
      switch term {
      case .value(let value): terms.append(.value(value))
      case .any: wildcards += 1
      case .variable(let id):
        let variable = reading.variables[Int(id.raw)].name
        if variable.isEmpty {
          wildcards += 1
          terms.append(.cell(column, hole.sort))
        } else if let other = table.names.firstIndex(of: variable) {
          named.insert(other)
          terms.append(.cell(other, hole.sort))
        } else {
          diagnostics.append(
            .missingColumn(variable, of: table.names[column], span: row.span(ofCell: column)))
        }
      }
    }
    guard wildcards < 2 else {
      diagnostics.append(.manyWildcards(at: row.span(ofCell: column)))
      return
    }
    guard terms.count == holes.count else { return }
    table.statements.append(
      CaseTable.Statement(
        literal: sentence.predicate, terms: terms, decision: wildcards == 0 ? column : nil,
        own: [column]))
  }
}

extension Program {
  /// What facts of a target state.
  fileprivate func literal(of target: FactTableTarget) -> SignedPredicate {
    let index = predicates.firstIndex { $0.kind == target.stated }
    guard let index else { preconditionFailure("a relation without its predicates") }
    return SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: target.isPositive)
  }

  /// The relation or action that a literal is about.
  fileprivate func relation(of literal: SignedPredicate) -> Relation {
    switch self[literal.predicate].kind {
    case .plain(let id), .obligation(let id), .prohibition(let id): return self[id]
    case .undercut, .precedence: preconditionFailure("a typed sentence is about no rule")
    }
  }
}
