import struct FoundationEssentials.Decimal

extension Checker {
  /// Reads facts, unknowns, incompatibilities, questions, and the clauses of rules.
  mutating func readStatements() {
    var nextRule = 0
    for (index, tree) in trees.enumerated() {
      for (place, statement) in tree.statements.enumerated()
      where watch.goesOn(after: Watch.statement) {
        if nextRule < drafts.count, drafts[nextRule].tree == index,
          drafts[nextRule].statement == place
        {
          readRule(nextRule, statement, tree)
          nextRule += 1
          continue
        }
        do throws(Diagnostic) {
          try read(statement, tree)
        } catch {
          log.report(error)
          isBroken = true
        }
      }
    }
  }

  /// Reads one statement that is not a rule.
  private mutating func read(_ statement: Statement, _ tree: SyntaxTree) throws(Diagnostic) {
    switch statement.form {
    case .fact(let range): try readFact(range, statement, tree)
    case .unknown(let range): try readUnknown(range, statement, tree)
    case .incompatible(let range): try readIncompatibility(range, statement, tree)
    case .question(let name, let title): try readQuestion(name, title, statement, tree)
    case .broken(.question, let name?):
      questions[tree[name].symbol] = questions[tree[name].symbol] ?? -1
    case .title, .asOf, .use, .source, .speaker, .name, .relation, .action, .contention, .rule,
      .preference, .scenario, .expectation, .broken:
      break
    }
  }

  /// Reads a fact, to which what it implies for actions is added.
  private mutating func readFact(
    _ range: TokenRange, _ statement: Statement, _ tree: SyntaxTree
  ) throws(Diagnostic) {
    var scope = Scope()
    let sentence = try reader.sentence(range, of: tree, in: &scope, admitting: .values("a fact"))
    var particulars: UInt32 = 0
    if !statement.clauses.isEmpty {
      let details = details(of: statement, tree)
      particulars = UInt32(reader.program.particulars.count)
      reader.program.particulars.append(
        Fact.Particulars(
          period: details.period, attribution: details.attribution, cites: details.cites,
          span: statement.span))
    } else if reader.program.particulars.count < Fact.Particulars.mostPlaces {
      particulars = UInt32(reader.program.particulars.count)
      reader.program.particulars.append(Fact.Particulars(stated: statement.span))
    }
    let arguments = sentence.terms.compactMap { term in
      if case .value(let value) = term { value } else { nil }
    }
    reader.program.facts.append(sentence.predicate, arguments, particulars: particulars)
    if let implied = reader.program.implied(by: sentence.predicate) {
      reader.program.facts.appendImplied(implied)
    }
  }

  /// Reads something that is not known.
  private mutating func readUnknown(
    _ range: TokenRange, _ statement: Statement, _ tree: SyntaxTree
  ) throws(Diagnostic) {
    var scope = Scope()
    let sentence = try reader.sentence(
      range, of: tree, in: &scope, admitting: .values("what is unknown"))
    var chance: Double?
    for clause in tree.clauses(of: statement) {
      if case .chance(let number) = clause.form { chance = Double(text(number, tree)) }
    }
    reader.program.unknowns.append(Unknown(sentence: sentence, chance: chance))
  }

  /// Reads two sentences that conflict, to which what follows for actions is added.
  private mutating func readIncompatibility(
    _ range: TokenRange, _ statement: Statement, _ tree: SyntaxTree
  ) throws(Diagnostic) {
    var scope = Scope()
    let admission = SentenceReader.Admission.named("an incompatibility")
    let first = try reader.sentence(range, of: tree, in: &scope, admitting: admission)
    var second: Sentence?
    for clause in tree.clauses(of: statement) {
      guard case .with(let range) = clause.form else { continue }
      second = try reader.sentence(range, of: tree, in: &scope, admitting: admission)
    }
    guard let second else {
      if statement.isBroken { return }
      throw .missing("\"with\" and the other sentence", at: tree.span(of: statement.head))
    }
    for left in strengthenings(of: first) {
      for right in strengthenings(of: second) {
        reader.program.incompatibilities.append(
          Incompatibility(
            variables: scope.finished, first: left, second: right, span: statement.span))
      }
    }
  }

  /// A sentence, and the stronger one it follows from for actions.
  private func strengthenings(of sentence: Sentence) -> [Sentence] {
    guard let stronger = reader.program.strengthened(sentence.predicate) else { return [sentence] }
    return [sentence, Sentence(predicate: stronger, terms: sentence.terms, span: sentence.span)]
  }

  /// Reads a question.
  private mutating func readQuestion(
    _ name: TokenIndex, _ title: TokenIndex?, _ statement: Statement, _ tree: SyntaxTree
  ) throws(Diagnostic) {
    let symbol = tree[name].symbol
    if let first = questions[symbol] {
      guard first >= 0 else { return }
      throw .duplicate(
        "question", text(name, tree), at: tree.span(of: name),
        first: reader.program.firstLine(of: reader.program.questions[first].span))
    }
    questions[symbol] = -1
    var scope = Scope()
    var sentence: Sentence?
    var asOf: CalendarDate?
    for clause in tree.clauses(of: statement) {
      if case .asOf(let date) = clause.form { asOf = self.date(date, tree) }
      guard case .ask(let range) = clause.form else { continue }
      sentence = try reader.sentence(range, of: tree, in: &scope, admitting: .all)
    }
    guard let sentence else {
      if statement.isBroken { return }
      throw .missing("\"ask\" with a sentence", at: tree.span(of: statement.head))
    }
    questions[symbol] = reader.program.questions.count
    reader.program.questions.append(
      Question(
        name: text(name, tree), title: title.map { text($0, tree) }, asOf: asOf,
        variables: scope.finished, sentence: sentence, span: statement.span))
  }
}
