extension Program {
  /// Reads a literal of a theory that a user typed, in the arrow notation: `flies(tweety)`, `-flies(?x)`.
  ///
  /// A predicate or constant that is new is added.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public func literal(reading text: String, from name: String = "question") -> SentenceReading {
    var program = self
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let source = SourceFile(name: name, bytes: Array(">> \(line)\n".utf8))
    let file = UInt32(sources.count)
    program.sources.append(source)
    var parser = DFLParser(source: source, file: file)
    var diagnostics: [Diagnostic] = []
    do throws(DFLParser.SyntaxError) {
      let isRead = try parser.parseLine()
      let statement = parser.statement
      if isRead, case .fact = statement.form, statement.label == nil, statement.heads.count == 1 {
        let (sentence, variables) = program.sentence(of: statement, in: source, file: file)
        return SentenceReading(
          program: program, sentence: sentence, variables: variables, diagnostics: [])
      }
      let span = SourceSpan(file, 3, UInt32(source.bytes.count - 1))
      diagnostics = [.missing("one literal, such as \"flies(tweety)\"", at: span)]
    } catch {
      diagnostics = [error.diagnostic]
    }
    return SentenceReading(
      program: program, sentence: nil, variables: [], diagnostics: diagnostics)
  }

  /// Reads a change of a theory that a user typed: a literal to assume, `retract LITERAL`, `retract A > B`,
  /// `without LABEL`, `prefer A over B` or `as of DATE`.
  ///
  /// Adds what the literal or the preference needs.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public mutating func theoryChange(
    reading text: String, from name: String = "change"
  ) -> ChangeReading {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    switch (words.first, words.count) {
    case ("without", 2...):
      return theoryChange(naming: [words.dropFirst().joined(separator: " ")], in: text, name)
    case ("prefer", 4...):
      let names = words.dropFirst().split(separator: "over").map { $0.joined(separator: " ") }
      if names.count == 2 { return theoryChange(naming: names, in: text, name) }
    case ("retract", 2...) where text.contains(">"):
      let names = words.dropFirst().joined(separator: " ").split(separator: ">").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      if names.count == 2 { return retraction(ofPreferring: names, in: text, name) }
    case ("as", 3) where words[1] == "of":
      if let date = Value.date(reading: Array(words[2].utf8)) {
        return ChangeReading(change: .asOf(date), diagnostics: [])
      }
    case ("on", 5...) where words[1...3] == ["the", "arguments", "of"]:
      return refusal(.unknownName("speaker", words[4], nearest: nil, at: typed(text, name)))
    default: break
    }
    let isRetracted = words.first == "retract" && words.count > 1
    let literal = isRetracted ? words.dropFirst().joined(separator: " ") : text
    let reading = self.literal(reading: literal, from: name)
    self = reading.program
    guard let sentence = reading.sentence else {
      return ChangeReading(change: nil, diagnostics: reading.diagnostics)
    }
    if isRetracted { return ChangeReading(change: .retract(sentence), diagnostics: []) }
    guard reading.variables.isEmpty else {
      return refusal(
        Diagnostic(
          code: "variable-in-fact", severity: .error,
          message: "an assumption is one literal without variables", span: sentence.span))
    }
    return ChangeReading(change: .assume(sentence), diagnostics: [])
  }

  /// Reads changes of a theory that a user typed on one line, joined by `and`.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public mutating func theoryChanges(
    reading text: String, from name: String = "change"
  ) -> ChangesReading {
    let words = text.split(whereSeparator: \.isWhitespace)
    var changes: [Change] = []
    for piece in words.split(separator: "and") {
      let reading = theoryChange(reading: piece.joined(separator: " "), from: name)
      guard let change = reading.change else {
        return ChangesReading(changes: [], diagnostics: reading.diagnostics)
      }
      changes.append(change)
    }
    return ChangesReading(changes: changes, diagnostics: [])
  }

  /// Reads what follows `without` or `prefer`: one label or two.
  private mutating func theoryChange(
    naming names: [String], in text: String, _ source: String
  ) -> ChangeReading {
    let span = typed(text, source)
    let ids: [RuleID]
    do throws(Diagnostic) { ids = try ruleIDs(of: names, at: span) } catch {
      return refusal(error)
    }
    guard let preferred = ids.first, let other = ids.last, ids.count == 2 else {
      return ChangeReading(change: ids.first.map { .without($0) }, diagnostics: [])
    }
    if preferred == other { return refusal(.selfPreference(names[0], at: span)) }
    _ = precedence(of: preferred, other)
    return ChangeReading(change: .prefer(preferred, over: other), diagnostics: [])
  }

  /// Reads what follows `retract`, where that is a preference: two labels.
  private mutating func retraction(
    ofPreferring names: [String], in text: String, _ source: String
  ) -> ChangeReading {
    let span = typed(text, source)
    let ids: [RuleID]
    do throws(Diagnostic) { ids = try ruleIDs(of: names, at: span) } catch {
      return refusal(error)
    }
    if ids[0] == ids[1] { return refusal(.selfPreference(names[0], at: span)) }
    let signed = SignedPredicate(precedence(of: ids[0], ids[1]), isPositive: ids[0] < ids[1])
    return ChangeReading(
      change: .retract(Sentence(predicate: signed, terms: [], span: span)), diagnostics: [])
  }

  private func ruleIDs(
    of names: [String], at span: SourceSpan
  ) throws(Diagnostic) -> [RuleID] {
    var ids: [RuleID] = []
    for name in names {
      guard let index = rules.firstIndex(where: { $0.name == name }) else {
        let near = nearestName(to: name, among: rules.lazy.map(\.name))
        throw .unknownName("rule", name, nearest: near, at: span)
      }
      ids.append(RuleID(raw: UInt32(index)))
    }
    return ids
  }

  /// The predicate by which one of two rules prevails over the other; it is added if it is new.
  private mutating func precedence(of first: RuleID, _ second: RuleID) -> PredicateID {
    let kind = Predicate.Kind.precedence(first: min(first, second), second: max(first, second))
    if let index = predicates.firstIndex(where: { $0.kind == kind }) {
      return PredicateID(raw: UInt32(index))
    }
    predicates.append(Predicate(kind: kind, arity: 0))
    return PredicateID(raw: UInt32(predicates.count - 1))
  }

  private func refusal(_ diagnostic: Diagnostic) -> ChangeReading {
    ChangeReading(change: nil, diagnostics: [diagnostic])
  }

  /// Makes a typed text the last source, and returns all of it.
  private mutating func typed(_ text: String, _ name: String) -> SourceSpan {
    sources.append(SourceFile(name: name, bytes: Array(text.utf8)))
    return SourceSpan(UInt32(sources.count - 1), 0, UInt32(text.utf8.count))
  }

  /// The sentence of a statement of one literal, with its variables; what is new in it is added.
  private mutating func sentence(
    of statement: DFLStatement, in source: SourceFile, file: UInt32
  ) -> (Sentence, [Variable]) {
    let literal = statement.heads[0]
    var vocabulary = DFLVocabulary()
    var variables = DFLVariables()
    _ = vocabulary.predicate(of: literal, in: source, file: file)
    let terms = statement.terms[literal.terms].map { token -> Term in
      if token.isVariable {
        return .variable(variables.id(of: token, in: source.bytes, use: .premise))
      }
      let value = vocabulary.value(of: token, in: source.bytes)
      return .value(values.intern(vocabulary.values[value]))
    }
    let signed = SignedPredicate(
      predicate(of: vocabulary.relations[0]), isPositive: !literal.isNegated)
    let span = SourceSpan(file, literal.lower, literal.upper)
    return (Sentence(predicate: signed, terms: terms, span: span), variables.declared)
  }

  /// The predicate of a relation with the name and number of arguments of another; it is added if it is new.
  private mutating func predicate(of typed: Relation) -> PredicateID {
    let known = relations.firstIndex {
      $0.key == typed.key && $0.holes.count == typed.holes.count
    }
    if let known {
      let kind = Predicate.Kind.plain(RelationID(raw: UInt32(known)))
      if let index = predicates.firstIndex(where: { $0.kind == kind }) {
        return PredicateID(raw: UInt32(index))
      }
    }
    relations.append(typed)
    let kind = Predicate.Kind.plain(RelationID(raw: UInt32(relations.count - 1)))
    predicates.append(Predicate(kind: kind, arity: typed.holes.count))
    return PredicateID(raw: UInt32(predicates.count - 1))
  }
}
