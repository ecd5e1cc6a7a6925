extension Checker {
  /// The conditions of a draft, with the terms of comparisons and calculations read.
  ///
  /// `known` are the variables that are used elsewhere in the rule.
  mutating func conditions(
    _ drafts: [RuleDraft.ConditionDraft], _ tree: SyntaxTree, in draft: inout RuleDraft,
    known: Set<VariableID>
  ) -> [Condition] {
    let outer = known.union(drafts.lazy.flatMap(\.namedOutside))
    var conditions: [Condition] = []
    for condition in drafts {
      if case .sentence(let sentence, let standard) = condition {
        conditions.append(.sentence(sentence, standard: standard))
        continue
      }
      guard !draft.isBroken else { continue }
      do throws(Diagnostic) {
        conditions += try read(condition, tree, in: &draft.scope, outer: outer)
      } catch {
        log.report(error)
        draft.isBroken = true
      }
    }
    return conditions
  }

  /// A condition, behind the calculations of values that it compares.
  private mutating func read(
    _ condition: RuleDraft.ConditionDraft, _ tree: SyntaxTree, in scope: inout Scope,
    outer: Set<VariableID>
  ) throws(Diagnostic) -> [Condition] {
    switch condition {
    case .sentence(let sentence, let standard): return [.sentence(sentence, standard: standard)]
    case .comparison(let syntax): return try comparison(syntax, tree, in: &scope)
    case .universal(let universal):
      var conditions: [Condition] = []
      try check(universal.variable, among: universal.domain, in: scope, outer: outer)
      let domain = try inner(universal.domain, tree, in: &scope, outer: outer, above: &conditions)
      return conditions + [
        .universal(
          Universal(
            variables: [], domain: domain, body: universal.body, standard: universal.standard,
            span: universal.span))
      ]
    case .aggregate(let aggregate):
      var conditions: [Condition] = []
      try check(aggregate.over, among: aggregate.conditions, in: scope, outer: outer)
      let inner = try inner(
        aggregate.conditions, tree, in: &scope, outer: outer, above: &conditions)
      return conditions + [
        .aggregate(
          Aggregate(
            result: aggregate.result.id, function: aggregate.function, over: aggregate.over.id,
            conditions: inner, groups: [], span: aggregate.span))
      ]
    case .past(let sentence, let day, let span):
      var conditions: [Condition] = []
      let term = try day.map { day throws(Diagnostic) in
        try value(day, .date, tree, in: &scope, above: &conditions)
      }
      return conditions + [.past(PastState(sentence: sentence, day: term, span: span))]
    }
  }

  /// Complains when what an aggregate or `every` goes through is not what its sentences single out.
  private func check(
    _ variable: (id: VariableID, span: SourceSpan), among inner: [RuleDraft.ConditionDraft],
    in scope: Scope, outer: Set<VariableID>
  ) throws(Diagnostic) {
    let name = scope[variable.id].name
    if !inner.lazy.flatMap(\.namedOutside).contains(variable.id) {
      throw .variableNotInside(name, in: "a sentence after \"such that\"", at: variable.span)
    }
    if outer.contains(variable.id) { throw .variableOutside(name, at: variable.span) }
  }

  /// The conditions inside an aggregate or `every`; what can be worked out outside goes `above` it.
  private mutating func inner(
    _ drafts: [RuleDraft.ConditionDraft], _ tree: SyntaxTree, in scope: inout Scope,
    outer: Set<VariableID>, above: inout [Condition]
  ) throws(Diagnostic) -> [Condition] {
    let inside = Set(drafts.lazy.flatMap(\.namedOutside)).subtracting(outer)
    var conditions: [Condition] = []
    for draft in drafts {
      switch draft {
      case .sentence(let sentence, let standard):
        conditions.append(.sentence(sentence, standard: standard))
      case .comparison(let syntax):
        let first = above.count
        let read = try comparison(
          of: syntax, tree, in: &scope, above: &above)
        for case .calculation(let calculation) in above[first...] {
          for id in calculation.expression.variables where inside.contains(id) {
            throw .calculationInside(scope[id].name, at: calculation.span)
          }
        }
        conditions.append(.comparison(read))
      case .universal, .aggregate, .past:
        preconditionFailure("a condition inside another is a sentence or a comparison")
      }
    }
    return conditions
  }

  /// Reads a comparison among premises; `?x = …` is a calculation.
  private mutating func comparison(
    _ syntax: ComparisonSyntax, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> [Condition] {
    var conditions: [Condition] = []
    for (side, other) in [(syntax.left, syntax.right), (syntax.right, syntax.left)] {
      guard syntax.relation == .equal, let index = side.term, tree[index].kind == .variable,
        let sort = other.sort
      else { continue }
      let span = tree.span(of: index)
      let result = scope.variable(tree[index], in: reader.lexicon, at: span)
      try scope.settle(result, as: sort, at: span)
      let expression = try expression(other, sort, tree, in: &scope)
      let calculation = Calculation(
        result: result, expression: expression, span: tree.span(of: syntax.tokens))
      return [.calculation(calculation)]
    }
    let comparison = try comparison(of: syntax, tree, in: &scope, above: &conditions)
    return conditions + [.comparison(comparison)]
  }

  /// Reads a comparison; a literal is read by the sort of the other side.
  private mutating func comparison(
    of syntax: ComparisonSyntax, _ tree: SyntaxTree, in scope: inout Scope,
    above: inout [Condition]
  ) throws(Diagnostic) -> Comparison {
    let known = [syntax.left, syntax.right].compactMap { side -> Relation.Sort? in
      if let sort = side.sort { return sort }
      guard let index = side.term, tree[index].kind == .variable else { return nil }
      return scope.ids[tree[index].symbol].flatMap { scope[$0].sort }
    }.first
    let sort = syntax.relation.sort ?? known ?? .entity
    return Comparison(
      left: try value(syntax.left, sort, tree, in: &scope, above: &above),
      relation: syntax.relation,
      right: try value(syntax.right, sort, tree, in: &scope, above: &above),
      span: tree.span(of: syntax.tokens))
  }

  /// Reads one side of a comparison; what must be worked out gets a variable without a name.
  private mutating func value(
    _ syntax: ExpressionSyntax, _ sort: Relation.Sort, _ tree: SyntaxTree, in scope: inout Scope,
    above: inout [Condition]
  ) throws(Diagnostic) -> Term {
    let expression = try expression(syntax, sort, tree, in: &scope)
    if case .term(let term) = expression { return term }
    let span = tree.span(of: syntax.tokens)
    let hidden = scope.addHidden(sort, at: span)
    above.append(
      .calculation(Calculation(result: hidden, expression: expression, span: span)))
    return .variable(hidden)
  }
}
