extension Program {
  /// Adds what a case states, an object in JSON: `{"id": "17", "facts": {"acquitted": [["Kvasov"]]}}`.
  ///
  /// The facts are those of a `.json` file, or a list of sentences; `"suppose"` is a list of changes in the
  /// words of a what-if, and `"asOf"` the date of the answers. All of it may be missing. The case becomes the
  /// last of `sources`; `shrink(to:)` takes everything back.
  ///
  /// Takes time in proportion to the case, and where sentences are to be read also to the relations.
  ///
  /// - Parameter watch: stops the reading; then a diagnostic says so.
  public mutating func add(case file: SourceFile, watch: Watch = Watch()) -> CaseReading {
    let index = UInt32(sources.count)
    sources.append(file)
    var reading = CaseReading()
    if let error = file.encodingError(file: index) {
      reading.diagnostics = [error]
      return reading
    }
    var reader = JSONReader(file, file: index)
    do throws(Diagnostic) {
      try reader.read(watch)
    } catch {
      reading.diagnostics = [error]
      return reading
    }
    var members = CaseMembers(reader.document, source: file, file: index)
    members.read()
    reading.name = members.name
    reading.asOf = members.asOf
    reading.diagnostics = members.diagnostics
    guard reading.diagnostics.isEmpty else { return reading }
    if let facts = members.facts { reading.diagnostics += add(facts, watch) }
    if reading.diagnostics.isEmpty { suppose(members.changes, &reading, watch) }
    if watch.isStopped { reading.diagnostics = [.readingStopped(at: SourceSpan(index, 0, 0))] }
    return reading
  }

  /// Adds the facts of a case.
  private mutating func add(_ facts: CaseMembers.Facts, _ watch: Watch) -> [Diagnostic] {
    switch facts {
    case .sentences(let sentences): return state(sentences, watch)
    case .rows(let node, let document, let file, let index):
      let checked = checkedRows(in: document, at: node, of: file, file: index, watch)
      if checked.diagnostics.isEmpty { append(checked.rows, checked.arguments) }
      return checked.diagnostics
    }
  }

  /// Adds facts that are given as sentences.
  private mutating func state(_ lines: [CaseMembers.Line], _ watch: Watch) -> [Diagnostic] {
    for line in lines where watch.goesOn(after: Watch.statement) {
      let reading =
        isTheory ? literal(reading: line.text) : sentence(reading: line.text, from: "fact")
      guard let sentence = reading.sentence else {
        return [reading.diagnostics[0].moved(to: line.span)]
      }
      let arguments = sentence.terms.compactMap { term -> ValueID? in
        if case .value(let value) = term { value } else { nil }
      }
      guard arguments.count == sentence.terms.count else { return [.openFact(at: line.span)] }
      self = reading.program
      particulars.append(
        Fact.Particulars(period: .always, attribution: .none, cites: [], span: line.span))
      state(sentence.predicate, arguments, particulars: UInt32(particulars.count - 1))
    }
    return []
  }

  /// Adds a fact, and what it implies (section 1 of the semantics, actions).
  mutating func state(
    _ literal: SignedPredicate, _ arguments: [ValueID], particulars: UInt32
  ) {
    facts.append(literal, arguments, particulars: particulars)
    if let weaker = implied(by: literal) { facts.appendImplied(weaker) }
  }

  /// Reads what a case supposes.
  private mutating func suppose(
    _ lines: [CaseMembers.Line], _ reading: inout CaseReading, _ watch: Watch
  ) {
    for line in lines where watch.goesOn(after: Watch.statement) {
      let read = isTheory ? theoryChange(reading: line.text) : change(reading: line.text)
      switch read.change {
      case nil:
        reading.diagnostics = [read.diagnostics[0].moved(to: line.span)]
        return
      case .asOf(let date): reading.asOf = date
      case .some(let change): reading.changes.append(change)
      }
    }
  }
}

extension Diagnostic {
  /// The same message at another place: that of a sentence inside other text.
  func moved(to span: SourceSpan) -> Diagnostic {
    Diagnostic(code: code, severity: severity, message: message, span: span, help: help)
  }
}
