/// Turns the statements of `.dfl` files into a program.
struct DFLChecker {
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  private var vocabulary = DFLVocabulary()
  private var labels = DFLLabels()
  private var rules: [Rule] = []
  private var facts = FactList()
  private var factSpans: [SourceSpan] = []
  private var ranked: [DFLRanking.Pair] = []
  private var rankedPredicates: [Predicate] = []
  private var source = SourceFile(name: "", bytes: [])
  private var file: UInt32 = 0
  private var lines: LineTable?
  private var variables = DFLVariables()

  /// Goes on to a file.
  mutating func begin(_ source: SourceFile, file: UInt32) {
    self.source = source
    self.file = file
    lines = nil
    let lineFeeds = source.bytes.count { $0 == UInt8(ascii: "\n") }
    // An array that grows is copied to fresh memory again and again, which costs more than all reading. No
    // rule is shorter than eight bytes in a file long enough to matter.
    rules.reserveCapacity(rules.count + min(lineFeeds, source.bytes.count / 8))
  }

  /// Takes in a statement.
  mutating func check(_ statement: DFLStatement) {
    switch statement.form {
    case .fact: checkFact(statement)
    case .rule(let force): checkRule(statement, force: force)
    case .ranking:
      for (stronger, weaker) in zip(statement.ranking, statement.ranking.dropFirst()) {
        ranked.append(DFLRanking.Pair(stronger: stronger, weaker: weaker, file: file))
      }
    }
  }

  /// Takes in a line that could not be read: its label is known all the same.
  mutating func skip(_ statement: DFLStatement) {
    if let label = statement.label { declare(label, as: .unreadable) }
  }

  /// Takes in the preferences, when all rules are known; each becomes a fact.
  mutating func checkRanking(in sources: [SourceFile]) {
    var ranking = DFLRanking(rules: rules, firstPredicate: vocabulary.relations.count)
    ranking.check(ranked, labels: labels, sources: sources)
    diagnostics += ranking.diagnostics
    rankedPredicates = ranking.predicates
    for preference in ranking.preferences {
      appendFact(preference.predicate, [], at: preference.span)
    }
  }

  /// The program; there must have been no error.
  func program(from sources: [SourceFile]) -> Program {
    var predicates: [Predicate] = []
    predicates.reserveCapacity(vocabulary.relations.count + rankedPredicates.count)
    for (index, relation) in vocabulary.relations.enumerated() {
      let kind = Predicate.Kind.plain(RelationID(raw: UInt32(index)))
      predicates.append(Predicate(kind: kind, arity: relation.holes.count))
    }
    predicates += rankedPredicates
    // The places are kept as long as there are few enough of them.
    var facts = facts
    var particulars = ParticularsList(
      first: Fact.Particulars(stated: SourceSpan(file: 0, lower: 0, upper: 0)))
    if facts.count < Fact.Particulars.mostPlaces {
      for span in factSpans { particulars.append(Fact.Particulars(stated: span)) }
    } else {
      facts.forgetParticulars()
    }
    return Program(
      title: nil, asOf: nil, values: vocabulary.values, names: [:],
      relations: vocabulary.relations,
      predicates: predicates, rules: rules, facts: facts, particulars: particulars,
      incompatibilities: [], speakers: [], citations: [], unknowns: [], questions: [],
      scenarios: [], expectations: [], sources: sources)
  }

  /// Adds a fact, whose place is the one behind those of the facts before it.
  private mutating func appendFact(
    _ predicate: SignedPredicate, _ arguments: [ValueID], at span: SourceSpan
  ) {
    factSpans.append(span)
    facts.append(predicate, arguments, particulars: UInt32(factSpans.count))
  }

  private mutating func checkFact(_ statement: DFLStatement) {
    if let label = statement.label { declare(label, as: .fact) }
    for literal in statement.heads {
      let predicate = vocabulary.predicate(of: literal, in: source, file: file)
      var arguments: [ValueID] = []
      for term in statement.terms[literal.terms] {
        if term.isVariable {
          diagnostics.append(.variableInFact(text(of: term), span: span(of: term)))
        } else {
          arguments.append(vocabulary.value(of: term, in: source.bytes))
        }
      }
      appendFact(predicate, arguments, at: SourceSpan(file, literal.lower, literal.upper))
    }
  }

  /// An unsafe variable is refused: what occurs in the conclusion or a comparison must occur in a premise
  /// (section 5 of the semantics).
  private mutating func checkRule(_ statement: DFLStatement, force: Rule.Force) {
    let id = RuleID(raw: UInt32(rules.count))
    let name: String
    if let label = statement.label {
      name = declare(label, as: .rule(id))
    } else {
      name = unlabelledName(at: statement.lower)
    }
    variables.clear()
    var premises: [Condition] = []
    var exceptions: [[Condition]] = []
    premises.reserveCapacity(statement.body.count)
    for condition in statement.body {
      switch condition {
      case .premise(let literal):
        let sentence = sentence(of: literal, terms: statement.terms, use: .premise)
        premises.append(.sentence(sentence, standard: nil))
      case .exception(let literal):
        let sentence = sentence(of: literal, terms: statement.terms, use: .exception)
        exceptions.append([.sentence(sentence, standard: nil)])
      case .comparison(let left, let relation, let right):
        premises.append(
          .comparison(
            Comparison(
              left: term(left, use: .comparison), relation: relation,
              right: term(right, use: .comparison), span: SourceSpan(file, left.lower, right.upper))
          ))
      }
    }
    let head = sentence(of: statement.heads[0], terms: statement.terms, use: .conclusion)
    for unsafe in variables.unsafeUses {
      diagnostics.append(.unsafeVariable(inTheory: text(of: unsafe), span: span(of: unsafe)))
    }
    rules.append(
      Rule(
        name: name, kind: .rule, title: nil, force: force, variables: variables.declared,
        alternatives: premises.isEmpty ? Self.noPremises : [premises], exceptions: exceptions,
        conclusions: [head], cap: .established, attribution: .none, cites: [], because: nil,
        period: .always, lawOfDay: nil, span: SourceSpan(file, statement.lower, statement.upper)))
  }

  /// The alternatives of all rules without premises, kept once.
  private static let noPremises: [[Condition]] = [[]]

  private mutating func sentence(
    of literal: DFLStatement.Literal, terms: [DFLToken], use: DFLVariables.Use
  ) -> Sentence {
    var arguments: [Term] = []
    if !literal.terms.isEmpty {
      arguments.reserveCapacity(literal.terms.count)
      for index in literal.terms { arguments.append(term(terms[index], use: use)) }
    }
    return Sentence(
      predicate: vocabulary.predicate(of: literal, in: source, file: file), terms: arguments,
      span: SourceSpan(file, literal.lower, literal.upper))
  }

  private mutating func term(_ token: DFLToken, use: DFLVariables.Use) -> Term {
    token.isVariable
      ? .variable(variables.id(of: token, in: source.bytes, use: use))
      : .value(vocabulary.value(of: token, in: source.bytes))
  }

  /// Gives a meaning to a label; two cannot share one.
  @discardableResult
  private mutating func declare(_ label: DFLToken, as meaning: DFLLabels.Meaning) -> String {
    let name = String(decoding: source.bytes[label.range], as: UTF8.self)
    let place = span(of: label)
    if let first = labels.declare(label.range, in: source.bytes, as: meaning, span: place) {
      diagnostics.append(.duplicateLabel(name, span: place, first: first))
    }
    return name
  }

  private mutating func unlabelledName(at offset: UInt32) -> String {
    let table = lines ?? LineTable(of: source)
    lines = table
    let name = "rule at line \(table.line(at: Int(offset)))"
    return file == 0 ? name : name + " of \(source.name)"
  }

  private func text(of token: DFLToken) -> String {
    String(decoding: source.bytes[token.range], as: UTF8.self)
  }

  private func span(of token: DFLToken) -> SourceSpan {
    SourceSpan(file, token.lower, token.upper)
  }
}
