extension Checker {
  /// The conditions of a draft, with the terms of comparisons read.
  mutating func conditions(
    _ drafts: [RuleDraft.ConditionDraft], _ tree: SyntaxTree, in draft: inout RuleDraft
  ) -> [Condition] {
    var conditions: [Condition] = []
    for condition in drafts {
      switch condition {
      case .sentence(let sentence, let standard):
        conditions.append(.sentence(sentence, standard: standard))
      case .comparison(let left, let relation, let right):
        guard !draft.isBroken else { continue }
        do throws(Diagnostic) {
          conditions.append(
            .comparison(try comparison(left, relation, right, tree, in: &draft.scope)))
        } catch {
          log.report(error)
          draft.isBroken = true
        }
      }
    }
    return conditions
  }

  /// Reads a comparison; a literal is read by the sort of the other side.
  ///
  ///     comparison = term, ( "before" | "after" | "on", "or", "before" | … | "=" | "<" | … ), term
  private mutating func comparison(
    _ left: TokenIndex, _ relation: Comparison.Relation, _ right: TokenIndex, _ tree: SyntaxTree,
    in scope: inout Scope
  ) throws(Diagnostic) -> Comparison {
    var known: Relation.Sort?
    for side in [left, right] where tree[side].kind == .variable {
      let id = scope.variable(tree[side], in: reader.lexicon, at: tree.span(of: side))
      let sort = scope[id].sort
      if let needed = relation.sort, let sort, sort != needed, sort != .any {
        throw .comparisonOfNames(
          scope[id].name, by: relation.rawValue, needs: needed, is: sort, at: tree.span(of: side),
          first: scope[id].span)
      }
      known = known ?? sort
    }
    let sort = relation.sort ?? known ?? .entity
    let whole = TokenRange(lower: left.raw, upper: right.raw + 1)
    return Comparison(
      left: try term(left, sort, tree, in: &scope), relation: relation,
      right: try term(right, sort, tree, in: &scope), span: tree.span(of: whole))
  }

  /// Reads one side of a comparison.
  private mutating func term(
    _ index: TokenIndex, _ sort: Relation.Sort, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> Term {
    let token = tree[index]
    let span = tree.span(of: index)
    switch token.kind {
    case .variable:
      let id = scope.variable(token, in: reader.lexicon, at: span)
      try scope.settle(id, as: sort, at: span)
      return .variable(id)
    case .wildcard:
      throw .wildcardNotAllowed(in: "a comparison", at: span)
    case .word, .quoted, .mark:
      if token.kind == .word, reader.lexicon.keyword(of: token.symbol) == .today {
        throw .notSupportedYet("\"today\"", at: span)
      }
      guard reader.lexicon.isAdmitted(token, by: sort) else {
        throw .wrongSort(
          reader.lexicon.text(of: token.symbol), hole: nil, sort: sort, at: span, declaration: nil)
      }
      return .value(reader.value(of: token, sort: sort))
    }
  }
}

extension Comparison.Relation {
  /// What it compares; `nil` for anything.
  var sort: Relation.Sort? {
    switch self {
    case .before, .after, .onOrBefore, .onOrAfter: .date
    case .less, .lessOrEqual, .greater, .greaterOrEqual: .number
    case .equal, .notEqual: nil
    }
  }
}
