extension Diagnostic {
  /// A condition that cannot stand inside another one.
  static func nestedCondition(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "nested-condition", severity: .error,
      message: "only sentences and comparisons can stand here", span: span,
      help: "give it a relation and a rule of its own")
  }

  /// A variable's value is worked out from itself.
  static func circularCalculation(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unsafe-variable", severity: .error,
      message: "\"?\(name)\" is worked out from itself", span: span,
      help: "add a premise that says which \"?\(name)\" is meant")
  }

  /// The variable of an `every` or aggregate does not occur where it must.
  static func variableNotInside(
    _ name: String, in what: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "variable-not-inside", severity: .error,
      message: "\"?\(name)\" does not occur in \(what)", span: span,
      help: "let a sentence after \"such that\" say what \"?\(name)\" is")
  }

  /// The variable of an `every` or aggregate stands for one thing, as it occurs outside too.
  static func variableOutside(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "variable-outside", severity: .error,
      message: "\"?\(name)\" occurs outside too, and so is one thing only", span: span,
      help: "use another name for what is gone through here")
  }

  /// A sum of what is no number, or a least of what is neither number nor date.
  static func aggregateOfNames(
    _ name: String, _ function: Aggregate.Function, is sort: Relation.Sort, at span: SourceSpan,
    first: SourceSpan
  ) -> Diagnostic {
    let needed = function == .sum ? "numbers" : "numbers and dates"
    return Diagnostic(
      code: "sort-clash", severity: .error,
      message: "\"\(function.rawValue)\" is of \(needed), and \"?\(name)\" is \(sort.noun)",
      span: span, notes: [.init(message: "\(sort.noun) here", span: first)],
      help: "say so in the relation's hole: \"?\(name): number\"")
  }

  /// A calculation inside an aggregate or `every`, with a value that is only known there.
  static func calculationInside(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "calculation-inside", severity: .error,
      message: "\"?\(name)\" is known only inside, where nothing can be worked out", span: span,
      help: "work it out in a rule of its own, and use what that concludes")
  }

  /// A past state of what rules conclude.
  static func pastOfConclusion(
    _ rule: String, at span: SourceSpan, conclusion: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "past-of-conclusion", severity: .error,
      message: "only facts have a past to be read with \"at\", and \"\(rule)\" concludes this",
      span: span, notes: [.init(message: "\"\(rule)\" concludes it here", span: conclusion)],
      help: "read the state without \"at\", or let the rule conclude another relation")
  }

  /// An aggregate or `every` that rests on what its rule concludes.
  static func recursionThrough(
    _ what: String, _ rules: [String], at span: SourceSpan, others: [SourceSpan]
  ) -> Diagnostic {
    let steps = (rules + rules.prefix(1)).map { "\"\($0)\"" }
    return Diagnostic(
      code: "recursive-aggregate", severity: .error,
      message: rules.count == 1
        ? "\(what) rests on what its own rule \(steps[0]) decides"
        : "\(what) rests on what its own rule decides: \(steps.joined(separator: " decides for "))",
      span: span, notes: others.prefix(8).map { .init(message: "by way of this", span: $0) },
      help: "let it read relations that do not depend on this rule")
  }

  /// A name is said to be printed in two ways.
  static func secondWording(
    of name: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "duplicate-name", severity: .error,
      message: "how \"\(name)\" is printed is stated a second time", span: span,
      notes: [.init(message: "the first one", span: first)])
  }
}
