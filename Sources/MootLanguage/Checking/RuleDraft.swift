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
  /// Its variables by name, without those that occur only inside an aggregate or `every`.
  var outerIDs: [Symbol: VariableID] = [:]
  /// Its full sets of premises.
  var alternatives: [[ConditionDraft]] = []
  /// Its exceptions.
  var exceptions: [[ConditionDraft]] = []
  /// The number of its variables when the first exception began, those that its premises name.
  var premiseVariableCount = Int.max
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
    case comparison(ComparisonSyntax)
    case universal(UniversalDraft)
    case aggregate(AggregateDraft)
    case past(Sentence, day: ExpressionSyntax?, SourceSpan)
  }

  /// An `every … such that` while its rule is read.
  struct UniversalDraft {
    /// The variable after `every`, and where it is written.
    let variable: (id: VariableID, span: SourceSpan)
    /// What singles out the kind: sentences and comparisons.
    let domain: [ConditionDraft]
    /// What must hold for each.
    let body: Sentence
    /// The standard of proof the body names.
    let standard: Grade?
    /// Where it is written.
    let span: SourceSpan
  }

  /// An aggregate while its rule is read.
  struct AggregateDraft {
    /// The variable that gets the value, and where it is written.
    let result: (id: VariableID, span: SourceSpan)
    /// What is worked out.
    let function: Aggregate.Function
    /// The variable that is counted, summed or compared, and where it is written.
    let over: (id: VariableID, span: SourceSpan)
    /// What must match: sentences and comparisons.
    let conditions: [ConditionDraft]
    /// Where it is written.
    let span: SourceSpan
  }

  /// The rules its conclusion speaks of.
  var rulesSpokenOf: [RuleID] {
    switch conclusion {
    case .applicability(let rule, _, _): [rule]
    case .precedence(let first, let second, _): first < second ? [first, second] : [second, first]
    case .literals, nil: []
    }
  }

  /// The premises and exceptions, when all of them are sentences.
  var plainConditions: (alternatives: [[Condition]], exceptions: [[Condition]])? {
    func plain(_ groups: [[ConditionDraft]]) -> [[Condition]]? {
      var plain: [[Condition]] = []
      for group in groups {
        var conditions: [Condition] = []
        for case .sentence(let sentence, let standard) in group {
          conditions.append(.sentence(sentence, standard: standard))
        }
        guard conditions.count == group.count else { return nil }
        plain.append(conditions)
      }
      return plain
    }
    guard let alternatives = plain(alternatives), let exceptions = plain(exceptions) else {
      return nil
    }
    return (alternatives, exceptions)
  }
}
