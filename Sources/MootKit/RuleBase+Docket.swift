import MootLanguage
import MootReasoning

extension RuleBase {
  /// Keeps questions answered while single changes are made and taken back.
  ///
  /// ```swift
  /// var docket = try rules.docket(
  ///   asking: ["Arbat may trade"], open: ["retract Arbat is closed"])
  /// docket["retract Arbat is closed"] = true
  /// docket.verdict(0)
  /// ```
  ///
  /// What the questions can depend on is instantiated once, here; afterwards a change costs what it reaches.
  ///
  /// - Parameters:
  ///   - questions: sentences without variables.
  ///   - changes: what can be made and taken back, in the words of a what-if: a sentence to suppose,
  ///     `retract …`, `without RULE`, `prefer A over B` or `on the arguments of SPEAKER`; no date.
  ///   - supposed: changes that are made throughout.
  /// - Throws: `RuleBaseError.unread` for words that cannot be read, and `RuleBaseError.limit`.
  public func docket(
    asking questions: [String], open changes: [String], supposing supposed: [String] = []
  ) throws(RuleBaseError) -> LiveDocket {
    var program = program
    let given = try self.changes(supposed, in: &program)
    let literals = try literals(questions, in: &program)
    let open = try self.changes(changes, in: &program)
    for (change, words) in zip(open, changes) {
      if case .asOf = change { throw .datedDocket(words.withControlsEscaped) }
    }
    do throws(VerdictFunctionLimit) {
      let docket = try Docket(
        literals, in: Scenario(program, changes: given), open: open, limits: limits)
      return LiveDocket(docket, questions: questions, changes: changes)
    } catch {
      throw .limit(error.kind)
    }
  }
}
