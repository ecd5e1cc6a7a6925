extension Checker {
  /// Gives every rule, contention and preference its id, and declares their names.
  mutating func declareRules() {
    for (index, tree) in trees.enumerated() {
      for (place, statement) in tree.statements.enumerated()
      where watch.goesOn(after: Watch.statement) {
        guard let (name, text) = ruleName(statement, tree) else { continue }
        let span = name.map { tree.span(of: $0) } ?? tree.span(of: statement.head)
        let symbol = name.map { tree[$0].symbol } ?? reader.lexicon.intern(text)
        if let first = rules[symbol] {
          let other = drafts[Int(first.raw)].nameSpan
          log.report(.duplicate("rule, contention or preference", text, at: span, first: other))
        } else {
          rules[symbol] = RuleID(raw: UInt32(drafts.count))
        }
        drafts.append(
          RuleDraft(
            name: text, nameSpan: span, form: statement.form, tree: index, statement: place,
            isBroken: statement.isBroken))
      }
    }
  }

  /// The name of a rule, contention or preference, and where it is written; `nil` for other statements.
  private func ruleName(
    _ statement: Statement, _ tree: SyntaxTree
  ) -> (TokenIndex?, String)? {
    switch statement.form {
    case .rule(let name, _), .contention(let name),
      .preference(_, _, let name?),
      .broken(.rule, let name?), .broken(.contention, let name?), .broken(.preference, let name?):
      (name, text(name, tree))
    case .preference(let preferred, let over, nil):
      (nil, "\(text(preferred, tree))-over-\(text(over, tree))")
    case .title, .asOf, .use, .source, .speaker, .name, .relation, .action, .incompatible, .fact,
      .unknown, .question, .scenario, .expectation, .broken:
      nil
    }
  }

  /// Reads the clauses of a rule, contention or preference.
  mutating func readRule(_ index: Int, _ statement: Statement, _ tree: SyntaxTree) {
    var draft = drafts[index]
    draft.details = details(of: statement, tree)
    if case .preference(let preferred, let over, _) = statement.form {
      readPrecedence(of: preferred, over: over, statement, tree, into: &draft)
    }
    var isInException = false
    let clauses = tree.clauses(of: statement)
    for (index, clause) in zip(clauses.indices, clauses) {
      if case .exception = clause.form, !isInException {
        isInException = true
        draft.premiseVariableCount = draft.scope.variables.count
      }
      do throws(Diagnostic) {
        let further = clauses[(index + 1)...].furtherConditions
        try read(clause, further, tree, into: &draft, isInException: isInException)
      } catch {
        log.report(error)
        draft.isBroken = true
      }
    }
    if draft.alternatives.isEmpty { draft.alternatives = [[]] }
    if let variable = draft.details.lawOfDay { readLawOfDay(variable, tree, into: &draft) }
    if draft.conclusion == nil, !draft.isBroken {
      let isContention = if case .contention = statement.form { true } else { false }
      let missing = isContention ? "\"that\" with what is contended" : "\"then\" with a conclusion"
      log.report(.missing(missing, at: draft.nameSpan))
      draft.isBroken = true
    }
    if draft.isBroken { isBroken = true }
    // Later, comparisons are read without regard to where they stand.
    draft.outerIDs = draft.scope.outerIDs
    drafts[index] = draft
  }

  /// Reads a clause of a rule, contention or preference; `further` are the `where` lines below it.
  private mutating func read(
    _ clause: Clause, _ further: [TokenRange], _ tree: SyntaxTree, into draft: inout RuleDraft,
    isInException: Bool
  ) throws(Diagnostic) {
    switch clause.form {
    case .premise(let condition), .alternative(let condition):
      draft.alternatives.append([])
      draft.alternatives[draft.alternatives.count - 1] = [
        try self.draft(of: condition, further, tree, in: &draft.scope)
      ]
    case .exception(let condition):
      draft.exceptions.append([])
      draft.exceptions[draft.exceptions.count - 1] = [
        try self.draft(of: condition, further, tree, in: &draft.scope)
      ]
    case .continuation(let condition):
      let condition = try self.draft(of: condition, further, tree, in: &draft.scope)
      if isInException {
        draft.exceptions.extendLast(with: condition)
      } else {
        draft.alternatives.extendLast(with: condition)
      }
    case .conclusion(let conclusion): try read(conclusion, tree, into: &draft)
    case .that(let range):
      let sentence = try reader.sentence(
        range, of: tree, in: &draft.scope, admitting: .values("a contention"))
      draft.conclusion = .literals(withImplied(sentence))
    case .url, .spokenFor, .key, .with, .from, .until, .cites, .arguedBy, .heldBy, .toldBy,
      .implied, .atMost, .because, .chance, .inForce, .lawOfDay, .asOf, .ask, .changes, .scenario,
      .furtherCondition:
      break
    }
  }

  /// Reads the variable by whose date a rule is in force.
  private mutating func readLawOfDay(
    _ index: TokenIndex, _ tree: SyntaxTree, into draft: inout RuleDraft
  ) {
    let span = tree.span(of: index)
    let id = draft.scope.variable(tree[index], in: reader.lexicon, at: span)
    do throws(Diagnostic) {
      try draft.scope.settle(id, as: .date, at: span)
    } catch {
      log.report(error)
      draft.isBroken = true
    }
    draft.lawOfDay = (id, span)
  }

  /// Reads what a rule concludes.
  private mutating func read(
    _ conclusion: ConclusionSyntax, _ tree: SyntaxTree, into draft: inout RuleDraft
  ) throws(Diagnostic) {
    draft.force = conclusion.force
    switch conclusion.content {
    case .sentence(let range):
      let sentence = try reader.sentence(
        range, of: tree, in: &draft.scope, admitting: .named("a conclusion"))
      let isDefeater = conclusion.force == .defeater
      draft.conclusion = .literals(withImplied(isDefeater ? sentence.contrary : sentence))
    case .applicability(let name, let applies):
      guard let rule = rule(name, tree) else { throw .consequence(at: tree.span(of: name)) }
      let isDefeater = conclusion.force == .defeater
      draft.conclusion = .applicability(
        of: rule, applies: applies != isDefeater, span: tree.span(of: name))
    }
  }

  /// Reads which rule a preference prefers to which.
  private mutating func readPrecedence(
    of preferred: TokenIndex, over: TokenIndex, _ statement: Statement, _ tree: SyntaxTree,
    into draft: inout RuleDraft
  ) {
    let (first, second) = (rule(preferred, tree), rule(over, tree))
    guard let first, let second else {
      draft.isBroken = true
      return
    }
    if first == second {
      log.report(.selfPreference(text(over, tree), at: tree.span(of: statement.head)))
      draft.isBroken = true
    } else {
      draft.conclusion = .precedence(of: first, over: second, span: tree.span(of: statement.head))
    }
  }

  /// A conclusion, and what a rule for it is also a rule for.
  private func withImplied(_ sentence: Sentence) -> [Sentence] {
    guard let implied = reader.program.implied(by: sentence.predicate) else { return [sentence] }
    return [sentence, Sentence(predicate: implied, terms: sentence.terms, span: sentence.span)]
  }
}

extension Sentence {
  /// The sentence for the contrary.
  var contrary: Sentence { Sentence(predicate: predicate.contrary, terms: terms, span: span) }
}

extension [[RuleDraft.ConditionDraft]] {
  /// Adds a condition to the last group.
  fileprivate mutating func extendLast(with condition: RuleDraft.ConditionDraft) {
    // After a broken `if` there may be no group to continue.
    if isEmpty { append([]) }
    self[count - 1].append(condition)
  }
}

extension ArraySlice<Clause> {
  /// What the `where` lines at the start say.
  fileprivate var furtherConditions: [TokenRange] {
    var ranges: [TokenRange] = []
    for clause in self {
      guard case .furtherCondition(let range) = clause.form else { break }
      ranges.append(range)
    }
    return ranges
  }
}
