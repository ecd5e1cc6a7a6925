extension Checker {
  /// Reads a calculation that comes to something of a sort.
  mutating func expression(
    _ syntax: ExpressionSyntax, _ sort: Relation.Sort, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> Calculation.Expression {
    if let own = syntax.sort, own != sort {
      throw .wrongSort(
        tree.text(of: syntax.tokens, in: reader.lexicon), hole: nil, sort: sort,
        at: tree.span(of: syntax.tokens), declaration: nil)
    }
    switch syntax {
    case .term(let index): return .term(try term(index, sort, tree, in: &scope))
    case .today: return .today
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(
        operation, try expression(left, .number, tree, in: &scope),
        try expression(right, .number, tree, in: &scope))
    case .shifted(let count, let unit, let direction, let day):
      return .shifted(
        try expression(count, .number, tree, in: &scope), unit, direction,
        of: try expression(day, .date, tree, in: &scope))
    case .later(let first, let second):
      return .later(
        try expression(first, .date, tree, in: &scope),
        try expression(second, .date, tree, in: &scope))
    case .earlier(let first, let second):
      return .earlier(
        try expression(first, .date, tree, in: &scope),
        try expression(second, .date, tree, in: &scope))
    case .days(let first, let second):
      return .days(
        from: try expression(first, .date, tree, in: &scope),
        to: try expression(second, .date, tree, in: &scope))
    }
  }

  /// Reads a term of a calculation or comparison.
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
      guard let value = value(of: token, as: sort) else {
        throw .wrongSort(
          reader.lexicon.text(of: token.symbol), hole: nil, sort: sort, at: span, declaration: nil)
      }
      return .value(value)
    }
  }

  /// The value of a token as a sort; brackets may stand close to a number or date.
  private mutating func value(of token: Token, as sort: Relation.Sort) -> ValueID? {
    if reader.lexicon.isAdmitted(token, by: sort) { return reader.value(of: token, sort: sort) }
    guard token.kind == .word else { return nil }
    let inner = reader.lexicon.bytes(of: token.symbol).withoutBrackets
    switch sort {
    case .number:
      return Value.number(reading: inner).map { reader.program.values.intern(.number($0)) }
    case .date: return Value.date(reading: inner).map { reader.program.values.intern(.date($0)) }
    case .entity, .any: return nil
    }
  }
}

extension Calculation.Expression {
  /// Its variables, in the order they are written.
  var variables: [VariableID] {
    switch self {
    case .term(.variable(let id)): [id]
    case .term, .today: []
    case .arithmetic(_, let first, let second), .shifted(let first, _, _, of: let second),
      .later(let first, let second), .earlier(let first, let second),
      .days(from: let first, to: let second):
      first.variables + second.variables
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
