extension Checker {
  /// Refuses aggregates and `every` that rest on what their own rule decides, and past states of what rules
  /// conclude (section 5 of the semantics).
  mutating func checkDependencies() {
    guard !isBroken else { return }
    checkPastStates()
    checkRecursion()
  }

  /// Refuses recursion through aggregates and `every`.
  private mutating func checkRecursion() {
    var graph: DependencyGraph?
    for rule in reader.program.rules where watch.goesOn(after: Watch.statement) {
      for condition in (rule.alternatives + rule.exceptions).joined() {
        guard let (what, span) = condition.readsAll, let conclusion = rule.conclusions.first else {
          continue
        }
        let known = graph ?? DependencyGraph(reader.program)
        graph = known
        let circular = condition.sentences.map(\.predicate).filter { predicate in
          known.restOnEachOther(conclusion.predicate, predicate)
        }
        guard !circular.isEmpty else { continue }
        // Where no more is kept of what is reported, ways are not looked for.
        let reported = log.isFull ? [] : circular
        let ways = reported.compactMap { known.way(from: conclusion.predicate, to: $0) }
        let way = ways.min(by: { $0.count < $1.count }) ?? []
        let others = way.map { drafts[Int($0.raw)] }
        log.report(
          .recursionThrough(
            what, [rule.name] + others.map(\.name), at: span, others: others.map(\.nameSpan)))
      }
    }
  }

  /// Refuses past states of what contentions and rules conclude.
  private mutating func checkPastStates() {
    let rules = reader.program.rules
    let pasts = rules.flatMap { rule in
      rule.alternatives.flatMap(\.pastStates) + rule.exceptions.flatMap(\.pastStates)
    }
    if pasts.isEmpty { return }
    var concluding: [PredicateID: (rule: String, span: SourceSpan)] = [:]
    for rule in rules {
      for conclusion in rule.conclusions where concluding[conclusion.predicate.predicate] == nil {
        concluding[conclusion.predicate.predicate] = (rule.name, conclusion.span)
      }
    }
    for past in pasts {
      guard let (rule, span) = concluding[past.sentence.predicate.predicate] else { continue }
      log.report(.pastOfConclusion(rule, at: past.span, conclusion: span))
    }
  }
}

extension [Condition] {
  /// The states on other dates among them.
  fileprivate var pastStates: [PastState] {
    compactMap { condition in
      if case .past(let past) = condition { past } else { nil }
    }
  }
}

extension Condition {
  /// What it is called and where it is, when it reads all that match.
  fileprivate var readsAll: (what: String, span: SourceSpan)? {
    switch self {
    case .sentence, .comparison, .calculation, .past: nil
    case .universal(let universal): ("this \"every\"", universal.span)
    case .aggregate(let aggregate): ("this \"\(aggregate.function.rawValue)\"", aggregate.span)
    }
  }
}
