/// A rule, contention or preference while it is read.
struct RuleDraft {
  /// Its name.
  let name: String
  /// Where the name, or else the first line, is written.
  let nameSpan: SourceSpan
  /// What kind of statement it is.
  let form: Statement.Form
  /// The index of its file among the trees.
  let tree: Int
  /// Its place among the statements of the file.
  let statement: Int
  /// Whether a mistake in it was reported, so that what follows from it is not.
  var isBroken: Bool
  /// Its variables.
  var scope = Scope()
  /// Its full sets of premises.
  var alternatives: [[ConditionDraft]] = []
  /// Its exceptions.
  var exceptions: [[ConditionDraft]] = []
  /// How its conclusion is drawn.
  var force = Rule.Force.defeasible
  /// What it concludes.
  var conclusion: Conclusion?
  /// The variable by whose date being in force is judged, and where it is written.
  var lawOfDay: (variable: VariableID, span: SourceSpan)?
  /// What else is said of it.
  var details = StatementDetails()

  /// What is concluded, before ids of predicates about rules are known.
  enum Conclusion {
    /// The literals, the one that is written first.
    case literals([Sentence])
    /// That a rule does or does not apply.
    case applicability(of: RuleID, applies: Bool, span: SourceSpan)
    /// That one rule prevails over another.
    case precedence(of: RuleID, over: RuleID, span: SourceSpan)
  }

  /// A condition, in which comparisons wait until the sorts of all variables are known.
  enum ConditionDraft {
    case sentence(Sentence, standard: Grade?)
    case comparison(left: TokenIndex, relation: Comparison.Relation, right: TokenIndex)
  }

  /// The rules its conclusion speaks of.
  var rulesSpokenOf: [RuleID] {
    switch conclusion {
    case .applicability(let rule, _, _): [rule]
    case .precedence(let first, let second, _): first < second ? [first, second] : [second, first]
    case .literals, nil: []
    }
  }
}
