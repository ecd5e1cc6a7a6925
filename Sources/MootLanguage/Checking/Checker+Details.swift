extension Checker {
  /// Reads the clauses of a statement that say who argues it, what it cites, when it holds and why.
  mutating func details(of statement: Statement, _ tree: SyntaxTree) -> StatementDetails {
    var details = StatementDetails()
    var (arguedBy, heldBy, toldBy): ([SpeakerID], [SpeakerID], [SpeakerID]) = ([], [], [])
    var isImplied = false
    var (from, until): (TokenIndex?, TokenIndex?)
    for clause in tree.clauses(of: statement) {
      switch clause.form {
      case .arguedBy(let names): arguedBy += speakers(names, tree)
      case .heldBy(let names): heldBy += speakers(names, tree)
      case .toldBy(let names): toldBy += speakers(names, tree)
      case .implied: isImplied = true
      case .cites(let keys): details.cites += keys.compactMap { citation($0, tree) }
      case .from(let date): from = date
      case .until(let date): until = date
      case .inForce(let first, let last): (from, until) = (first, last)
      case .atMost(let grade): details.cap = grade
      case .because(let reason): details.because = text(reason, tree)
      case .lawOfDay(let variable): details.lawOfDay = variable
      case .url, .spokenFor, .key, .with, .that, .chance, .premise, .alternative, .exception,
        .continuation, .conclusion, .asOf, .ask, .changes, .scenario, .furtherCondition:
        break
      }
    }
    details.attribution = Attribution(
      arguedBy: arguedBy, heldBy: heldBy, toldBy: toldBy, isImplied: isImplied)
    details.period = period(from: from, until: until, tree)
    return details
  }

  /// The period between two dates; complains when it ends before it begins.
  private mutating func period(
    from: TokenIndex?, until: TokenIndex?, _ tree: SyntaxTree
  ) -> Period {
    let period = Period(
      from: from.flatMap { date($0, tree) }, until: until.flatMap { date($0, tree) })
    if let first = period.from, let last = period.until, last.lastDay < first.firstDay,
      let from, let until
    {
      log.report(
        .endsBeforeItBegins(
          text(until, tree), at: tree.span(of: until), begins: tree.span(of: from)))
    }
    return period
  }

  /// The speakers with some names; unknown ones are reported and left out.
  private mutating func speakers(_ names: [TokenIndex], _ tree: SyntaxTree) -> [SpeakerID] {
    names.compactMap { speaker($0, tree) }
  }

  /// The speaker with a name; `nil` and a complaint when there is none.
  mutating func speaker(_ name: TokenIndex, _ tree: SyntaxTree) -> SpeakerID? {
    if let id = speakers[tree[name].symbol] { return id }
    let text = text(name, tree)
    let near = nearest(to: text, among: reader.program.speakers.map(\.name))
    log.report(.unknownName("speaker", text, nearest: near, at: tree.span(of: name)))
    return nil
  }

  /// The source with a key; `nil` and a complaint when there is none.
  private mutating func citation(_ key: TokenIndex, _ tree: SyntaxTree) -> CitationID? {
    if let id = citations[tree[key].symbol] { return id }
    let text = text(key, tree)
    let near = nearest(to: text, among: reader.program.citations.map(\.key))
    log.report(.unknownName("source", text, nearest: near, at: tree.span(of: key)))
    return nil
  }

  /// The rule, contention or preference with a name; `nil` and a complaint when there is none.
  mutating func rule(_ name: TokenIndex, _ tree: SyntaxTree) -> RuleID? {
    if let id = rules[tree[name].symbol] { return id }
    let text = text(name, tree)
    let near = nearest(to: text, among: drafts.lazy.map(\.name))
    log.report(.unknownName("rule", text, nearest: near, at: tree.span(of: name)))
    return nil
  }
}
