extension Checker {
  /// Reads the what-ifs that have a name.
  mutating func readScenarios() {
    for tree in trees {
      for statement in tree.statements where watch.goesOn(after: Watch.statement) {
        switch statement.form {
        case .scenario(let name, let title): readScenario(name, title, statement, tree)
        case .broken(.scenario, let name?):
          scenarios[tree[name].symbol] = scenarios[tree[name].symbol] ?? -1
        case .title, .asOf, .use, .source, .speaker, .name, .relation, .action, .incompatible,
          .fact, .contention, .unknown, .rule, .preference, .question, .expectation, .broken:
          break
        }
      }
    }
  }

  /// Reads one what-if.
  private mutating func readScenario(
    _ name: TokenIndex, _ title: TokenIndex?, _ statement: Statement, _ tree: SyntaxTree
  ) {
    let symbol = tree[name].symbol
    if let first = scenarios[symbol] {
      isBroken = true
      guard first >= 0 else { return }
      log.report(
        .duplicate(
          "scenario", text(name, tree), at: tree.span(of: name),
          first: reader.program.firstLine(of: reader.program.scenarios[first].span)))
      return
    }
    var changes: [Change] = []
    for clause in tree.clauses(of: statement) {
      do throws(Diagnostic) {
        changes.append(try reader.change(clause.tokens, of: tree))
      } catch {
        log.report(error)
        isBroken = true
      }
    }
    if changes.isEmpty, tree.clauses(of: statement).isEmpty, !statement.isBroken {
      log.report(
        .missing("what is changed, one change a line,", at: tree.span(of: statement.head)))
    }
    scenarios[symbol] = reader.program.scenarios.count
    reader.program.scenarios.append(
      NamedScenario(
        name: text(name, tree), title: title.map { text($0, tree) }, changes: changes,
        span: statement.span))
  }

  /// What the scenario with a name changes.
  mutating func changes(ofScenario name: TokenIndex, _ tree: SyntaxTree) throws(Diagnostic)
    -> [Change]
  {
    if let index = scenarios[tree[name].symbol] {
      return index < 0 ? [] : reader.program.scenarios[index].changes
    }
    let text = text(name, tree)
    let near = nearest(to: text, among: reader.program.scenarios.map(\.name))
    throw .unknownName("scenario", text, nearest: near, at: tree.span(of: name))
  }
}
