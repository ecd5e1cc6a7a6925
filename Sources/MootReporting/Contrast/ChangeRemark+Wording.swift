public import MootLanguage
public import MootReasoning

extension ChangeRemark {
  /// Whether the rule base opposes the change: a report says so itself.
  public var isOpposed: Bool {
    switch content {
    case .preferredOtherwise: true
    case .unsaid, .alreadySo, .alreadyPreferred, .noClash, .noArguments, .sameDate: false
    }
  }

  /// The remark in a sentence, with what can be done about it.
  public func words(in program: Program, changes: [Change]) -> String {
    let change = changes[change]
    let content = change.content(in: program)
    switch self.content {
    case .unsaid(let rules):
      let words = "retract \"\(content)\": nothing in the files says so"
      guard !rules.isEmpty else { return words }
      let names = rules.prefix(3).map { program[$0].name }
      return words + "; it can be concluded by \(listed(names)) (--without \(names[0]))"
    case .alreadySo: return "assume \"\(content)\": the files state it already"
    case .alreadyPreferred(let rule):
      return "prefer \(content): the files do already" + program.named(rule)
    case .preferredOtherwise(let rule):
      let without =
        rule.map {
          "so that the two preferences are contested; add --without \(program[$0].name) to have it"
            + " reversed"
        } ?? "and their ranking is established, so that it stays"
      return "the files prefer it the other way round\(program.named(rule)), \(without)"
    case .noClash: return "prefer \(content): the two never argue against each other"
    case .noArguments: return "nobody argues anything in the name of \(content)"
    case .sameDate: return "as of \(content): that is the date of the files already"
    }
  }
}

extension Program {
  /// The name of a preference, in brackets.
  fileprivate func named(_ rule: RuleID?) -> String { rule.map { " (\(self[$0].name))" } ?? "" }
}
