extension Checker {
  /// Settles what the variables of a draft range over, as far as its comparisons and calculations say;
  /// complains where two of them disagree.
  mutating func settleSorts(of draft: inout RuleDraft, _ tree: SyntaxTree) {
    guard !draft.isBroken else { return }
    let conditions = (draft.alternatives + draft.exceptions).joined().flatMap(\.withInner)
    do throws(Diagnostic) {
      for condition in conditions {
        try settleForced(by: condition, tree, in: &draft.scope)
      }
      // Each round passes a sort on to one variable more; nobody writes longer chains.
      for _ in 0..<64 {
        var hasChanged = false
        for condition in conditions {
          let isNew = try passOn(by: condition, tree, in: &draft.scope)
          hasChanged = hasChanged || isNew
        }
        if !hasChanged { return }
      }
    } catch {
      log.report(error)
      draft.isBroken = true
    }
  }

  /// Settles the sorts that a condition demands.
  private func settleForced(
    by condition: RuleDraft.ConditionDraft, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) {
    switch condition {
    case .sentence, .universal: break
    case .past(_, let day, _):
      if let index = day?.term { try settle(index, as: .date, tree, in: &scope) }
    case .aggregate(let aggregate):
      switch aggregate.function {
      case .number: try scope.settle(aggregate.result.id, as: .number, at: aggregate.result.span)
      case .sum:
        try checkSort(of: aggregate, in: scope, isAdmitted: { $0 == .number })
        try scope.settle(aggregate.result.id, as: .number, at: aggregate.result.span)
      case .least, .greatest:
        try checkSort(of: aggregate, in: scope, isAdmitted: { $0 == .number || $0 == .date })
      }
    case .comparison(let comparison):
      for case (let index, let sort?) in comparison.left.terms + comparison.right.terms {
        try settle(index, as: sort, tree, in: &scope)
      }
      for (side, other) in [
        (comparison.left, comparison.right), (comparison.right, comparison.left),
      ] {
        guard let index = side.term else { continue }
        if let sort = comparison.relation.sort {
          try settle(index, as: sort, by: comparison.relation, tree, in: &scope)
        } else if let sort = other.sort {
          try settle(index, as: sort, tree, in: &scope)
        }
      }
    }
  }

  /// Settles what a term ranges over, if it is a variable.
  private func settle(
    _ index: TokenIndex, as sort: Relation.Sort, by relation: Comparison.Relation? = nil,
    _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) {
    guard tree[index].kind == .variable else { return }
    let span = tree.span(of: index)
    let id = scope.variable(tree[index], in: reader.lexicon, at: span)
    if let relation, let settled = scope[id].sort, settled != sort, settled != .any {
      throw .comparisonOfNames(
        scope[id].name, by: relation.rawValue, needs: sort, is: settled, at: span,
        first: scope[id].span)
    }
    try scope.settle(id, as: sort, at: span)
  }

  /// Complains when the variable of an aggregate is nothing that can be worked with.
  private func checkSort(
    of aggregate: RuleDraft.AggregateDraft, in scope: Scope,
    isAdmitted: (Relation.Sort) -> Bool
  ) throws(Diagnostic) {
    let entry = scope[aggregate.over.id]
    guard let sort = entry.sort, !isAdmitted(sort) else { return }
    throw .aggregateOfNames(
      entry.name, aggregate.function, is: sort, at: aggregate.over.span, first: entry.span)
  }

  /// Lets two variables that must be the same have the same sort; tells whether one was new.
  private func passOn(
    by condition: RuleDraft.ConditionDraft, _ tree: SyntaxTree, in scope: inout Scope
  ) throws(Diagnostic) -> Bool {
    let pair: (VariableID, VariableID)
    let span: SourceSpan
    switch condition {
    case .sentence, .universal, .past: return false
    case .aggregate(let aggregate):
      switch aggregate.function {
      case .number, .sum: return false
      case .least, .greatest:
        pair = (aggregate.over.id, aggregate.result.id)
        span = aggregate.result.span
      }
    case .comparison(let comparison):
      guard comparison.relation.sort == nil, let left = comparison.left.term,
        let right = comparison.right.term,
        let first = scope.ids[tree[left].symbol], let second = scope.ids[tree[right].symbol],
        tree[left].kind == .variable, tree[right].kind == .variable
      else { return false }
      pair = (first, second)
      span = tree.span(of: right)
    }
    let (first, second) = (scope[pair.0], scope[pair.1])
    if let sort = first.sort {
      try scope.settle(pair.1, as: sort, at: span)
    } else if let sort = second.sort {
      try scope.settle(pair.0, as: sort, at: span)
    }
    return (first.sort == nil) != (second.sort == nil)
  }
}

extension RuleDraft.ConditionDraft {
  /// The condition, and those inside it.
  fileprivate var withInner: [RuleDraft.ConditionDraft] {
    switch self {
    case .sentence, .comparison, .past: [self]
    case .universal(let universal): [self] + universal.domain
    case .aggregate(let aggregate): [self] + aggregate.conditions
    }
  }

  /// The variables that it names where it stands: not those inside an aggregate or `every`.
  var namedOutside: [VariableID] {
    switch self {
    case .sentence(let sentence, _), .past(let sentence, _, _): sentence.variables
    case .comparison, .universal: []
    case .aggregate(let aggregate): [aggregate.result.id]
    }
  }
}

extension RuleDraft {
  /// Whether a variable of a rule stands in its exceptions alone, where it means "there is any", so that no
  /// instance of the rule has a value for it.
  func namesOnlyInExceptions(_ variable: VariableID) -> Bool {
    guard rulesSpokenOf.isEmpty, variable.raw >= premiseVariableCount,
      lawOfDay?.variable != variable
    else { return false }
    guard case .literals(let literals)? = conclusion else { return true }
    return !literals.contains { $0.variables.contains(variable) }
  }
}
