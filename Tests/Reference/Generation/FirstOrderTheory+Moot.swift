extension FirstOrderTheory {
  /// The theory in the rule language.
  var mootText: String {
    let statements =
      usedRelations.map(declaration) + incompatibilities.map(text)
      + facts.map { "fact \(text($0))" } + rules.map(text)
    return statements.joined(separator: "\n") + "\n"
  }

  /// The declarations of all relations, a statement a line or more.
  var declarations: String {
    relations.indices.map { declaration($0) + "\n" }.joined()
  }

  /// The incompatibilities and rules.
  var mootRules: String {
    (incompatibilities.map(text) + rules.map(text)).map { $0 + "\n" }.joined()
  }

  /// The relations some statement speaks of, which a shrunken theory alone declares.
  private var usedRelations: [Int] {
    let used = Set(sentences.map(\.relation))
    return relations.indices.filter { used.contains($0) }
  }

  /// The declaration that two sentences are incompatible.
  private func text(_ pair: Incompatibility) -> String {
    "incompatible \(text(pair.first))\n  with \(text(pair.second))"
  }

  /// A relation's or an action's declaration, with its key.
  private func declaration(_ number: Int) -> String {
    let relation = relations[number]
    let terms = [Term.variable(0), .variable(1), .variable(2)].prefix(relation.arity)
    let template = Sentence(relation: number, terms: Array(terms))
    let contrary = relation.hasContraryWords ? " / \(text(template.contrary))" : ""
    let keyword = relation.isAction ? "action   " : "relation "
    let words =
      relation.isAction
      ? action(template, verb: "act\(relation.number)(s)") : text(template) + contrary
    return "\(keyword)\(words)\n  as \(relation.key)"
  }

  /// A sentence in the words of its template.
  func text(_ sentence: Sentence) -> String {
    let relation = relations[sentence.relation]
    let number = relation.number
    guard !relation.isAction else { return actionText(sentence) }
    guard !sentence.isContrary || relation.hasContraryWords else {
      return "not " + text(sentence.contrary)
    }
    let terms = sentence.terms.map { word($0) }
    switch relation.arity {
    case 0: return "omen\(number) " + (sentence.isContrary ? "fails" : "holds")
    case 1: return "\(terms[0]) is \(sentence.isContrary ? "not " : "")trait\(number)"
    default:
      let others = terms.dropFirst().joined(separator: " with ")
      return "\(terms[0]) \(sentence.isContrary ? "shuns" : "joins")\(number) \(others)"
    }
  }

  /// One of the five sentences of an action, or "not" and the plain one.
  private func actionText(_ sentence: Sentence) -> String {
    let verb = "act\(relations[sentence.relation].number)"
    return switch (sentence.mode, sentence.isContrary) {
    case (.plain, false): action(sentence, verb: verb + "s")
    case (.plain, true): "not " + action(sentence, verb: verb + "s")
    case (.may, false): action(sentence, verb: "may " + verb)
    case (.may, true): action(sentence, verb: "must not " + verb)
    case (.must, false): action(sentence, verb: "must " + verb)
    case (.must, true): action(sentence, verb: "need not " + verb)
    }
  }

  /// An action's words around a form of its verb.
  private func action(_ sentence: Sentence, verb: String) -> String {
    let terms = sentence.terms.map { word($0) }
    let subject = terms.first ?? "firm\(relations[sentence.relation].number)"
    return ([subject, verb] + terms.dropFirst()).joined(separator: " ")
  }

  /// A condition, with its standard of proof.
  private func text(_ condition: Condition) -> String {
    switch condition {
    case .comparison(let left, let right, let isEqual):
      "\(word(left)) \(isEqual ? "=" : "!=") \(word(right))"
    case .sentence(let sentence, standard: 1): "arguably " + text(sentence)
    case .sentence(let sentence, standard: 2): "on balance " + text(sentence)
    case .sentence(let sentence, standard: 3): "beyond dispute " + text(sentence)
    case .sentence(let sentence, standard: _): text(sentence)
    }
  }

  /// A rule, contention or preference with its clauses.
  private func text(_ rule: Rule) -> String {
    let cap =
      rule.cap == 4 ? [] : ["  at most \(["arguable", "prevailing", "clear"][rule.cap - 1])"]
    let conditions = rule.alternatives.enumerated().flatMap { number, alternative in
      lines(alternative, first: number == 0 ? "if" : "or if")
    }
    let exceptions = rule.exceptions.flatMap { lines($0, first: "unless") }
    switch rule.conclusion {
    case .preference(let superior, let inferior):
      let head = "prefer \(superior) over \(inferior) as \(rule.name)"
      return ([head] + conditions + exceptions).joined(separator: "\n")
    case .sentence(let sentence) where rule.isContention:
      return (["contention \(rule.name)", "  that \(text(sentence))"] + cap).joined(separator: "\n")
    case .sentence, .application:
      let conclusion = ["  then " + conclusionText(rule)]
      return (["rule \(rule.name)"] + cap + conditions + exceptions + conclusion).joined(
        separator: "\n")
    }
  }

  /// The lines of a set of conditions, the first with its own keyword.
  private func lines(_ conditions: [Condition], first: String) -> [String] {
    conditions.enumerated().map { "  \($0 == 0 ? first : "and") \(text($1))" }
  }

  /// What stands after `then`; a defeater names what does not follow, the contrary of its head.
  private func conclusionText(_ rule: Rule) -> String {
    let qualifier =
      switch rule.force {
      case .defeasible: ""
      case .strict: "conclusively "
      case .presumption: "presumably "
      case .defeater: "it does not follow that "
      }
    switch rule.conclusion {
    case .sentence(let sentence):
      return qualifier + text(rule.force == .defeater ? sentence.contrary : sentence)
    case .application(let subject, let applies):
      return qualifier + subject + (applies ? " does apply" : " does not apply")
    case .preference: preconditionFailure("a preference is a statement of its own")
    }
  }
}

extension FirstOrderTheory.Rule {
  /// Whether it is printed as a contention: every second unconditional defeasible rule for a sentence is.
  var isContention: Bool {
    guard case .sentence = conclusion else { return false }
    return isUnconditional && force == .defeasible && name.utf8.last! % 2 == 0
  }
}
