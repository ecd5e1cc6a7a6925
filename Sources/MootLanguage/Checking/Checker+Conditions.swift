extension Checker {
  /// Reads a condition; `further` are the `where` lines below it.
  mutating func draft(
    of condition: ConditionSyntax, _ further: [TokenRange], _ tree: SyntaxTree,
    in scope: inout Scope
  ) throws(Diagnostic) -> RuleDraft.ConditionDraft {
    switch condition {
    case .sentence(let range, let standard):
      return .sentence(try sentence(range, tree, in: &scope), standard: standard)
    case .comparison(let comparison):
      noteVariables(of: [comparison.left, comparison.right], tree, in: &scope)
      return .comparison(comparison)
    case .universal(let variable, let range):
      return .universal(try universal(variable, [range] + further, tree, in: &scope))
    case .aggregate(let result, let function, let over, let range, let tokens):
      let result = variable(result, tree, in: &scope)
      scope.isInside = true
      defer { scope.isInside = false }
      let over = variable(over, tree, in: &scope)
      var conditions: [RuleDraft.ConditionDraft] = []
      for range in [range] + further {
        let condition = try innerCondition(range, tree, in: &scope)
        if case .sentence(let sentence, _?) = condition {
          throw .misplaced("a standard of proof", at: sentence.span)
        }
        conditions.append(condition)
      }
      return .aggregate(
        RuleDraft.AggregateDraft(
          result: result, function: function, over: over, conditions: conditions,
          span: tree.span(of: tokens)))
    case .past(let day, let range, let tokens):
      noteVariables(of: day.map { [$0] } ?? [], tree, in: &scope)
      let sentence = try reader.sentence(range, of: tree, in: &scope, admitting: .all)
      return .past(sentence, day: day, tree.span(of: tokens))
    }
  }

  /// The variable of a token.
  private mutating func variable(
    _ index: TokenIndex, _ tree: SyntaxTree, in scope: inout Scope
  ) -> (id: VariableID, span: SourceSpan) {
    let span = tree.span(of: index)
    return (scope.variable(tree[index], in: reader.lexicon, at: span), span)
  }

  /// Gives the variables of comparisons their ids, in the order of their first use.
  private mutating func noteVariables(
    of expressions: [ExpressionSyntax], _ tree: SyntaxTree, in scope: inout Scope
  ) {
    for (index, _) in expressions.flatMap(\.terms) where tree[index].kind == .variable {
      _ = variable(index, tree, in: &scope)
    }
  }

  /// Reads a sentence among conditions: where no relation reads it but it has a sign of a calculation, that
  /// is what was meant.
  private mutating func sentence(
    _ range: TokenRange, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> Sentence {
    do throws(Diagnostic) {
      return try reader.sentence(range, of: tree, in: &scope, admitting: .all)
    } catch {
      guard error.code == "unknown-sentence",
        tree[range].contains(where: { reader.lexicon.isSignOfCalculation($0) })
      else { throw error }
      var expressions = ExpressionReader(range, of: tree, with: reader.lexicon)
      _ = try expressions.comparison()
      throw error
    }
  }

  /// Reads a condition inside another one.
  private mutating func innerCondition(
    _ range: TokenRange, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> RuleDraft.ConditionDraft {
    var parser = Parser(reading: range, of: tree, with: reader.lexicon)
    let isNested =
      parser.keyword() == .every || parser.keyword() == .at || parser.aggregateFunction() != nil
    if isNested { throw .nestedCondition(at: tree.span(of: range)) }
    return try draft(of: try parser.innerCondition(), [], tree, in: &scope)
  }

  /// Reads an `every … such that`, the lines of which after the first begin with `where`.
  private mutating func universal(
    _ index: TokenIndex, _ lines: [TokenRange], _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> RuleDraft.UniversalDraft {
    scope.isInside = true
    defer { scope.isInside = false }
    let variable = variable(index, tree, in: &scope)
    var domain: [RuleDraft.ConditionDraft] = []
    for line in lines.dropLast() {
      domain.append(try innerCondition(line, tree, in: &scope))
    }
    let last = lines[lines.count - 1]
    let (condition, body) = try dividedAtColon(last, tree, in: &scope)
    domain.append(condition)
    let first = TokenRange(lower: index.raw - 1, upper: lines[0].upper)
    return RuleDraft.UniversalDraft(
      variable: variable, domain: domain, body: body.sentence, standard: body.standard,
      span: tree.span(of: first))
  }

  /// A sentence with the standard of proof it names.
  private typealias Body = (sentence: Sentence, standard: Grade?)

  /// Reads what stands before and after a colon; where there are several, as sentences may have some, the
  /// first that divides the line into two that can be read.
  private mutating func dividedAtColon(
    _ line: TokenRange, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> (RuleDraft.ConditionDraft, Body) {
    let colons = line.indices.dropFirst().dropLast().filter { index in
      tree.tokens[index].kind == .mark
        && reader.lexicon.keyword(of: tree.tokens[index].symbol) == .colon
    }
    guard let last = colons.last else {
      let end = TokenRange(lower: line.upper - 1, upper: line.upper)
      throw .universalWithoutBody(at: tree.span(of: end))
    }
    let budget = reader.suggestionBudget
    reader.suggestionBudget = 0
    for colon in colons.dropLast().prefix(16) {
      var copy = scope
      if let found = try? divided(line, at: colon, tree, in: &copy) {
        scope = copy
        reader.suggestionBudget = budget
        return found
      }
    }
    reader.suggestionBudget = budget
    return try divided(line, at: last, tree, in: &scope)
  }

  /// Reads what stands before and after one colon.
  private mutating func divided(
    _ line: TokenRange, at colon: Int, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> (RuleDraft.ConditionDraft, Body) {
    let before = TokenRange(lower: line.lower, upper: UInt32(colon))
    let after = TokenRange(lower: UInt32(colon) + 1, upper: line.upper)
    let condition = try innerCondition(before, tree, in: &scope)
    var parser = Parser(reading: after, of: tree, with: reader.lexicon)
    let standard = parser.acceptStandard()
    let sentence = try reader.sentence(
      try parser.takeRest("a sentence"), of: tree, in: &scope,
      admitting: .named("what must hold for each"))
    return (condition, (sentence, standard))
  }
}

extension Lexicon {
  /// Whether a word is one of the signs that comparisons have.
  fileprivate func isSignOfCalculation(_ token: Token) -> Bool {
    guard token.kind == .word, let keyword = keyword(of: token.symbol) else { return false }
    return keyword != .before && keyword != .after && comparisonWords.contains(keyword)
  }
}
