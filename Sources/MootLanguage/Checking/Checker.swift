/// The state of a check: the program so far, and the names that are declared.
struct Checker {
  /// The statements of all files.
  let trees: [SyntaxTree]
  /// Tells each pass when to stop; what it leaves is not looked at again.
  let watch: Watch
  /// Reads sentences, and holds the program.
  var reader: SentenceReader
  /// What was wrong.
  var log = DiagnosticLog()
  /// The speakers by name.
  var speakers: [Symbol: SpeakerID] = [:]
  /// The sources by key.
  var citations: [Symbol: CitationID] = [:]
  /// The rules, contentions and preferences by name.
  var rules: [Symbol: RuleID] = [:]
  /// The rules, contentions and preferences while they are read.
  var drafts: [RuleDraft] = []
  /// The questions by name, by index in the program.
  var questions: [Symbol: Int] = [:]
  /// The questions by what they ask.
  var questionIndex = SentenceIndex()
  /// The relations by key.
  var keys: [String: RelationID] = [:]
  /// Where the title and the date of the answers are stated.
  var settings: [Statement.Kind: SourceSpan] = [:]
  /// The scenarios by name, by index in the program; -1 for one that could not be read.
  var scenarios: [Symbol: Int] = [:]
  /// Where it is said how a name is printed.
  var wordings: [ValueID: SourceSpan] = [:]
  /// Whether a statement was left out as it could not be read.
  var isBroken = false

  /// Starts a check.
  init(trees: [SyntaxTree], lexicon: Lexicon, sources: [SourceFile], watch: Watch) {
    self.trees = trees
    self.watch = watch
    reader = SentenceReader(program: .empty(with: sources), lexicon: lexicon)
  }

  /// The product.
  mutating func finished() -> CheckedProgram {
    blameDeclarations()
    return CheckedProgram(
      program: log.hasError || isBroken ? nil : reader.program, diagnostics: log.inSourceOrder)
  }

  /// The word a token stands for.
  func text(_ index: TokenIndex, _ tree: SyntaxTree) -> String {
    reader.lexicon.text(of: tree[index].symbol)
  }

  /// The date of a token that the parser found to be one.
  func date(_ index: TokenIndex, _ tree: SyntaxTree) -> CalendarDate? {
    Value.date(reading: reader.lexicon.bytes(of: tree[index].symbol))
  }

  /// The nearest of some names, while names are still looked for.
  mutating func nearest(to name: String, among names: some Sequence<String>) -> String? {
    guard reader.suggestionBudget > 0 else { return nil }
    reader.suggestionBudget -= 1
    return nearestName(to: name, among: names)
  }

  /// Declares names, sources, speakers and questions keep theirs even where the rest is broken.
  mutating func declareNames() {
    for tree in trees {
      for statement in tree.statements where watch.goesOn(after: Watch.statement) {
        if statement.isBroken { isBroken = true }
        declareName(statement, tree)
      }
    }
    var principals: [SpeakerID: (place: Int, span: SourceSpan)] = [:]
    for tree in trees {
      for statement in tree.statements where watch.goesOn(after: Watch.statement) {
        resolvePrincipal(statement, tree, &principals)
      }
    }
    reportCircles(of: principals)
  }

  /// Declares what one statement names, but for relations and rules.
  private mutating func declareName(_ statement: Statement, _ tree: SyntaxTree) {
    switch statement.form {
    case .title(let title) where tree.file == 0:
      if isFirst(.title, statement, tree) { reader.program.title = text(title, tree) }
    case .asOf(let date) where tree.file == 0:
      if isFirst(.asOf, statement, tree) { reader.program.asOf = self.date(date, tree) }
    case .source(let key, let text, let date):
      declareSource(key, self.text(text, tree), date, statement, tree)
    case .speaker(let name, let description):
      declareSpeaker(name, description, statement, tree)
    case .broken(.source, let name?): declareSource(name, "", nil, statement, tree)
    case .broken(.speaker, let name?): declareSpeaker(name, nil, statement, tree)
    case .name(let key, let text): declareWording(of: key, as: text, tree)
    case .title, .asOf, .use, .relation, .action, .incompatible, .fact, .contention, .unknown,
      .rule, .preference, .question, .scenario, .expectation, .broken:
      break
    }
  }

  /// Whether a statement that counts once is the first of its kind; complains otherwise.
  private mutating func isFirst(
    _ kind: Statement.Kind, _ statement: Statement, _ tree: SyntaxTree
  ) -> Bool {
    let span = tree.span(of: statement.head)
    if let first = settings[kind] {
      log.report(.duplicate(kind.rawValue, nil, at: span, first: first))
      return false
    }
    settings[kind] = span
    return true
  }

  /// Declares a source.
  private mutating func declareSource(
    _ key: TokenIndex, _ text: String, _ date: TokenIndex?, _ statement: Statement,
    _ tree: SyntaxTree
  ) {
    let symbol = tree[key].symbol
    if let first = citations[symbol] {
      let span = reader.program[first].span
      log.report(.duplicate("source", self.text(key, tree), at: tree.span(of: key), first: span))
      return
    }
    var url: String?
    for clause in tree.clauses(of: statement) {
      if case .url(let address) = clause.form { url = self.text(address, tree) }
    }
    citations[symbol] = CitationID(raw: UInt32(reader.program.citations.count))
    reader.program.citations.append(
      Citation(
        key: self.text(key, tree), text: text, date: date.flatMap { self.date($0, tree) }, url: url,
        span: tree.span(of: statement.head)))
  }

  /// Declares how a name is printed.
  private mutating func declareWording(of key: TokenIndex, as text: TokenIndex, _ tree: SyntaxTree)
  {
    let id = reader.value(of: tree[key], sort: .entity)
    if let first = wordings[id] {
      log.report(.secondWording(of: self.text(key, tree), at: tree.span(of: key), first: first))
      return
    }
    wordings[id] = tree.span(of: key)
    reader.program.names[id] = self.text(text, tree)
  }

  /// Declares a speaker.
  private mutating func declareSpeaker(
    _ name: TokenIndex, _ description: TokenIndex?, _ statement: Statement, _ tree: SyntaxTree
  ) {
    let symbol = tree[name].symbol
    if let first = speakers[symbol] {
      let span = reader.program[first].span
      log.report(.duplicate("speaker", text(name, tree), at: tree.span(of: name), first: span))
      return
    }
    speakers[symbol] = SpeakerID(raw: UInt32(reader.program.speakers.count))
    reader.program.speakers.append(
      Speaker(
        name: text(name, tree), description: text(description ?? name, tree), principal: nil,
        span: tree.span(of: statement.head)))
  }

  /// Resolves for whom a speaker speaks.
  private mutating func resolvePrincipal(
    _ statement: Statement, _ tree: SyntaxTree,
    _ principals: inout [SpeakerID: (place: Int, span: SourceSpan)]
  ) {
    guard case .speaker(let name, _) = statement.form, let id = speakers[tree[name].symbol] else {
      return
    }
    for clause in tree.clauses(of: statement) {
      guard case .spokenFor(let other) = clause.form, let principal = speaker(other, tree) else {
        continue
      }
      let speaker = reader.program[id]
      reader.program.speakers[Int(id.raw)] = Speaker(
        name: speaker.name, description: speaker.description, principal: principal,
        span: speaker.span)
      principals[id] = (principals.count, tree.span(of: other))
    }
  }

  /// Reports each circle of speakers who speak for one another, where it closes.
  private mutating func reportCircles(
    of principals: [SpeakerID: (place: Int, span: SourceSpan)]
  ) {
    var walks = Array(repeating: -1, count: reader.program.speakers.count)
    for start in walks.indices {
      var speaker: SpeakerID? = SpeakerID(raw: UInt32(start))
      while let id = speaker, walks[Int(id.raw)] < 0 {
        walks[Int(id.raw)] = start
        speaker = reader.program[id].principal
      }
      guard let first = speaker, walks[Int(first.raw)] == start else { continue }
      var closing = first
      var member = reader.program[first].principal ?? first
      while member != first {
        if let one = principals[member], let other = principals[closing], one.place > other.place {
          closing = member
        }
        member = reader.program[member].principal ?? first
      }
      guard let span = principals[closing]?.span else { continue }
      log.report(.speakerCycle(reader.program[closing].name, at: span))
    }
  }
}
