import MootLanguage

/// An instance of a rule whose premises are all possible, found again for explaining a literal.
struct Instance {
  /// What argues.
  let source: Argument.Source
  /// The alternative of the rule.
  let alternative: Int
  /// The values of the rule's variables.
  let binding: [UInt32]
  /// Its firing grades.
  let grade: Standing
  /// The same as the clash sees it, with its keys among `Inquiry.keys`.
  let firing: Firing
}
