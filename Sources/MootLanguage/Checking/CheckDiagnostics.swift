extension Diagnostic {
  /// Something is declared a second time.
  static func duplicate(
    _ what: String, _ name: String?, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    let subject = name.map { "\"\($0)\" is already the name of a \(what)" }
    return Diagnostic(
      code: "duplicate-name", severity: .error,
      message: subject ?? "\"\(what)\" is stated a second time", span: span,
      notes: [.init(message: "the first one", span: first)],
      help: name == nil ? nil : "give it a name of its own")
  }

  /// A name that nothing declares.
  static func unknownName(
    _ what: String, _ name: String, nearest: String?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-\(what)", severity: .error, message: "there is no \(what) \"\(name)\"",
      span: span, help: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// A speaker speaks for itself, through others.
  static func speakerCycle(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "speaker-cycle", severity: .error,
      message: "those for whom \"\(name)\" speaks go round in a circle", span: span)
  }

  /// A period is over before it begins.
  static func endsBeforeItBegins(
    _ date: String, at span: SourceSpan, begins: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "period-ends-early", severity: .error,
      message: "the period ends in \"\(date)\", before it begins", span: span,
      notes: [.init(message: "it begins here", span: begins)])
  }

  /// What a rule is named after or says cannot stand in this place.
  static func misplaced(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "misplaced-words", severity: .error, message: "\(what) cannot stand here", span: span,
      help: "a sentence of a relation or action stands here")
  }

  /// Words that are a comparison, or say whether a rule applies, stand for a sentence.
  static func reservedWords(_ form: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "misplaced-words", severity: .error, message: "\"\(form)\" cannot stand here",
      span: span,
      help: form.hasSuffix("apply")
        ? "only \"then\" can say whether a rule applies"
        : "it can be a premise or part of an exception only")
  }

  /// A rule is preferred to itself.
  static func selfPreference(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "self-preference", severity: .error, message: "\"\(name)\" is preferred to itself",
      span: span)
  }

  /// Preferences that nothing opposes go round in a circle.
  static func preferenceCycle(
    _ names: [String], at span: SourceSpan, others: [SourceSpan]
  ) -> Diagnostic {
    let steps = zip(names, names.dropFirst() + names.prefix(1)).map { "\"\($0)\" over \"\($1)\"" }
    return Diagnostic(
      code: "preference-cycle", severity: .error,
      message: "preferences go round in a circle: \(steps.joined(separator: ", "))", span: span,
      notes: others.prefix(8).map { .init(message: "this is part of the circle", span: $0) },
      help: "remove one, or make it conditional")
  }

  /// A presumption is preferred to a rule that every presumption gives way to.
  static func presumptionPreferred(
    _ presumption: String, over rule: String, at span: SourceSpan, presumed: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "presumption-preferred", severity: .error,
      message: "\"\(presumption)\" is a presumption, over which \"\(rule)\" prevails", span: span,
      notes: [.init(message: "the presumption", span: presumed)],
      help: "conclude without \"presumably\" what is to prevail")
  }

  /// A variable that no premise binds.
  static func unsafeVariable(
    _ name: String, inSomeAlternative: Bool, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "unsafe-variable", severity: .error,
      message: inSomeAlternative
        ? "\"?\(name)\" does not occur in the premises of every alternative"
        : "\"?\(name)\" occurs in no premise",
      span: span, help: "add a premise that says which \"?\(name)\" is meant")
  }

  /// A variable stands where only values may.
  static func variableNotAllowed(
    _ variable: String, in what: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "variable-in-fact", severity: .error,
      message: "\"\(variable)\" cannot stand in \(what), which speaks of somebody in particular",
      span: span, help: "write a name, or state a rule")
  }

  /// A lone question mark stands where it says nothing.
  static func wildcardNotAllowed(in what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "misplaced-wildcard", severity: .error, message: "\"?\" cannot stand in \(what)",
      span: span, help: "give it a name, such as \"?who\"")
  }

  /// A variable ranges over two sorts of things.
  static func sortClash(
    _ name: String, is sort: Relation.Sort, was settled: Relation.Sort, at span: SourceSpan,
    first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "sort-clash", severity: .error,
      message: "\"?\(name)\" is \(sort.noun) here and \(settled.noun) elsewhere", span: span,
      notes: [.init(message: "\(settled.noun) here", span: first)], help: "use two names")
  }

  /// A variable is compared in a way its sort does not allow.
  static func comparisonOfNames(
    _ name: String, by relation: String, needs sort: Relation.Sort, is settled: Relation.Sort,
    at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    let word = sort == .date ? "date" : "number"
    return Diagnostic(
      code: "sort-clash", severity: .error,
      message: "\"\(relation)\" compares \(word)s, and \"?\(name)\" is \(settled.noun)", span: span,
      notes: [.init(message: "\(settled.noun) here", span: first)],
      help: counterpart(of: relation, for: settled)
        ?? "say so in the relation's hole: \"?\(name): \(word)\"")
  }

  /// How what a relation asks of numbers is asked of dates, or the other way round, as help.
  private static func counterpart(of relation: String, for sort: Relation.Sort) -> String? {
    let pairs = [("<", "before"), ("<=", "on or before"), (">", "after"), (">=", "on or after")]
    for (ofNumbers, ofDates) in pairs {
      if relation == ofNumbers, sort == .date { return "dates are compared by \"\(ofDates)\"" }
      if relation == ofDates, sort == .number { return "numbers are compared by \"\(ofNumbers)\"" }
    }
    return nil
  }

  /// A term does not fit its hole, or the other side of a comparison.
  static func wrongSort(
    _ text: String, hole: String?, sort: Relation.Sort, at span: SourceSpan,
    declaration: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      code: "wrong-sort", severity: .error,
      message: "\"\(text)\" is not \(sort.noun)" + (hole.map { ", as \"?\($0)\" must be" } ?? ""),
      span: span, notes: declaration.map { [.init(message: "declared here", span: $0)] } ?? [],
      help: sort == .date
        ? "a date is written 2006, 2006-09 or 2006-09-01"
        : sort == .number ? "a number is written 587000, 75,000 or 12.5" : nil)
  }

  /// A variable of the premises that occurs only once, where one of nearly the same name occurs in no premise.
  static func misspeltVariable(
    _ name: String, meaning other: String, at span: SourceSpan, other otherSpan: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "unsafe-variable", severity: .error,
      message: "\"\(name)\" occurs only here, and \"\(other)\" in no premise", span: span,
      notes: [.init(message: "\"\(other)\" occurs here", span: otherSpan)],
      help: "did you mean \"\(other)\"?")
  }

  /// A declaration that reads none of the sentences that are meant for it.
  static func unreadDeclaration(
    _ template: String, uses: [(text: String, span: SourceSpan)], at span: SourceSpan
  ) -> Diagnostic {
    let meant = uses.first?.text ?? ""
    return Diagnostic(
      code: "unread-declaration", severity: .error,
      message: "no sentence reads \"\(template)\", but \(uses.count) read like \"\(meant)\"",
      span: span, notes: uses.prefix(4).map { .init(message: "read like this", span: $0.span) },
      help: "did you mean to declare \"\(meant)\"?")
  }

  /// No template reads the words.
  static func unknownSentence(
    _ text: String, nearest: String?, declaration: SourceSpan?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-sentence", severity: .error, message: "no relation reads \"\(text)\"",
      span: span, notes: declaration.map { [.init(message: "declared here", span: $0)] } ?? [],
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? "declare it with \"relation\" or \"action\"")
  }

  /// No template reads the words, but one would if names of several words were quoted.
  static func unquotedName(_ text: String, template: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unknown-sentence", severity: .error, message: "no relation reads \"\(text)\"",
      span: span,
      help: "for \"\(template)\", put a name of several words in quotation marks")
  }

  /// A clause stands on the line of a sentence.
  static func clauseOnSameLine(_ keyword: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "clause-on-same-line", severity: .error,
      message: "\"\(keyword)\" begins a clause, or a word too many for this sentence", span: span,
      help: "put the clause on a line of its own, indented")
  }

  /// `may not` reads two ways.
  static func ambiguousMayNot(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "may-not", severity: .error, message: "\"may not\" reads two ways", span: span,
      help: "write \"must not\" or \"need not\"")
  }

  /// `shall` is no mode of an action.
  static func shall(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "shall", severity: .error, message: "\"shall\" is no word for a duty here", span: span,
      help: "write \"must\"")
  }

  /// A quoted sentence of an `expect` is an instance of no question.
  static func noSuchInstance(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unknown-question", severity: .error, message: "no question asks \"\(text)\"",
      span: span, help: "name a question, or quote an instance of one")
  }

  /// A preference or undercutter has variables, but none of the rules it speaks of.
  static func sharesNoVariable(
    _ name: String, with others: [String], at span: SourceSpan
  ) -> Diagnostic {
    let list = others.map { "\"\($0)\"" }.joined(separator: " or ")
    return Diagnostic(
      code: "shares-no-variable", severity: .warning,
      message: "\"\(name)\" has no variable that occurs in \(list)", span: span,
      help: "a variable with the name of one of theirs is that variable")
  }
}
