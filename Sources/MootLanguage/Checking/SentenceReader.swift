/// Reads sentences by the templates of a program, into whose tables new values go.
struct SentenceReader {
  /// The program that is being made or asked.
  var program: Program
  /// The words.
  var lexicon: Lexicon
  /// The templates.
  var templates = Self.reservedForms
  /// The words of declarations that could not be read, so that sentences meant for them are let pass.
  var brokenTemplates: [[TemplateIndex.Piece]] = []
  /// For each relation, whether a sentence was read by it.
  var isUsed: [Bool] = []
  /// The sentences that could not be read, by the relation that is nearest.
  var misses: [RelationID: [Miss]] = [:]
  /// How many more times the nearest name or template is looked for.
  var suggestionBudget = 100
  /// The value each word stands for as a name, as its id and one; 0 where that is not known yet.
  private var entities: [UInt32] = []
  /// The rules by name, once they are looked for.
  private var ruleIDs: [String: RuleID] = [:]
  /// The predicates that are no relation's, once they are looked for.
  private var metaPredicates: [Predicate.Kind: PredicateID]?

  /// Which terms may stand in a sentence.
  enum Admission {
    /// Values alone; says what kind of sentence that is.
    case values(String)
    /// Values and variables that have a name; says what kind of sentence that is.
    case named(String)
    /// Also a lone `?`.
    case all
  }

  /// Creates a reader with the forms that no template may have.
  init(program: Program, lexicon: Lexicon) {
    self.program = program
    self.lexicon = lexicon
  }

  /// Reads a sentence.
  ///
  ///     sentence = [ "not" ], { word | term }
  mutating func sentence(
    _ range: TokenRange, of tree: SyntaxTree, in scope: inout Scope, admitting admission: Admission
  ) throws(Diagnostic) -> Sentence {
    var words = range
    let first = tree.tokens[Int(range.lower)]
    let isNegated =
      first.kind == .word && lexicon.keyword(of: first.symbol) == .not && range.count > 1
    if isNegated { words = range.dropFirst(1) }
    guard
      let index = templates.match(tree[words], in: lexicon, strictness: .sorted),
      case .literal(let literal, let relation) = templates.forms[index].reading
    else {
      throw unreadable(words, of: tree)
    }
    noteUse(of: relation)
    let holes = program[relation].holes
    var terms = Array(repeating: Term.any, count: holes.count)
    for (piece, token) in zip(templates.forms[index].pieces, tree[words]) {
      guard case .hole(let hole, _) = piece else { continue }
      terms[hole] = try term(
        token, sort: holes[hole].sort, at: tree.span(of: token), in: &scope, admitting: admission)
    }
    return Sentence(
      predicate: isNegated ? literal.contrary : literal, terms: terms, span: tree.span(of: range))
  }

  /// Reads what fills a hole.
  ///
  ///     term = variable | "?" | name | quoted | number | date
  private mutating func term(
    _ token: Token, sort: Relation.Sort, at span: SourceSpan, in scope: inout Scope,
    admitting admission: Admission
  ) throws(Diagnostic) -> Term {
    switch token.kind {
    case .word, .mark, .quoted:
      return .value(value(of: token, sort: sort))
    case .variable, .wildcard:
      switch admission {
      case .values(let what):
        throw .variableNotAllowed(lexicon.text(of: token.symbol), in: what, at: span)
      case .named(let what) where token.kind == .wildcard:
        throw .wildcardNotAllowed(in: what, at: span)
      case .named, .all: break
      }
      let id = scope.variable(token, in: lexicon, at: span)
      try scope.settle(id, as: sort, at: span)
      return .variable(id)
    }
  }

  /// The value that a token stands for where a sort is wanted, which it is known to fit.
  mutating func value(of token: Token, sort: Relation.Sort) -> ValueID {
    switch sort {
    case .entity, .any: return entity(token.symbol)
    case .number:
      guard let number = Value.number(reading: lexicon.bytes(of: token.symbol)) else {
        return entity(token.symbol)
      }
      return program.values.intern(.number(number))
    case .date:
      guard let date = Value.date(reading: lexicon.bytes(of: token.symbol)) else {
        return entity(token.symbol)
      }
      return program.values.intern(.date(date))
    }
  }

  /// The value of a word as a name.
  private mutating func entity(_ symbol: Symbol) -> ValueID {
    let index = Int(symbol.raw)
    if index >= entities.count {
      entities.append(contentsOf: repeatElement(0, count: lexicon.count - entities.count))
    }
    if entities[index] != 0 { return ValueID(raw: entities[index] - 1) }
    let id = program.values.intern(.entity(lexicon.text(of: symbol)))
    entities[index] = id.raw + 1
    return id
  }

  /// The rule, contention or preference with a name.
  mutating func rule(named name: String) -> RuleID? {
    if ruleIDs.count != program.rules.count {
      ruleIDs = [:]
      for (index, rule) in program.rules.enumerated() {
        ruleIDs[rule.name] = ruleIDs[rule.name] ?? RuleID(raw: UInt32(index))
      }
    }
    return ruleIDs[name]
  }

  /// The predicate about rules, which is added if it is new.
  mutating func metaPredicate(_ kind: Predicate.Kind, keys: [Predicate.Key] = []) -> PredicateID {
    var known = metaPredicates ?? [:]
    metaPredicates = nil
    if known.isEmpty {
      for (index, predicate) in program.predicates.enumerated() where predicate.kind.isAboutRules {
        known[predicate.kind] = PredicateID(raw: UInt32(index))
      }
    }
    defer { metaPredicates = known }
    if let id = known[kind] { return id }
    let id = PredicateID(raw: UInt32(program.predicates.count))
    program.predicates.append(Predicate(kind: kind, keys: keys, arity: keys.count))
    known[kind] = id
    return id
  }

  /// The forms that mean something else in every program: comparisons and "RULE does not apply"; all their words
  /// are keywords, which every lexicon has.
  private static let reservedForms: TemplateIndex = {
    var templates = TemplateIndex()
    let hole = TemplateIndex.Piece.hole(0, .any)
    for relation in Comparison.Relation.allCases {
      let words = relation.rawValue.split(separator: " ").compactMap { word in
        Keyword(rawValue: String(word)).map { TemplateIndex.Piece.word($0.symbol) }
      }
      templates.insert(
        .init(reading: .reserved("?a \(relation.rawValue) ?b"), pieces: [hole] + words + [hole]))
    }
    for words in [[Keyword.does, .apply], [.does, .not, .apply]] {
      let text = words.map(\.rawValue).joined(separator: " ")
      let pieces = words.map { TemplateIndex.Piece.word($0.symbol) }
      templates.insert(.init(reading: .reserved("?x \(text)"), pieces: [hole] + pieces))
    }
    return templates
  }()
}

extension Predicate.Kind {
  /// Whether it speaks of rules and not of what a template declares.
  var isAboutRules: Bool {
    switch self {
    case .plain, .obligation, .prohibition: false
    case .undercut, .precedence: true
    }
  }
}
