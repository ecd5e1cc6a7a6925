import MootLanguage

extension TheorySlice {
  /// Finds what some sentences can depend on in two scenarios, and what can differ between them; `nil` where that
  /// would be most of the facts, or cannot be followed.
  ///
  /// - Parameter changes: the changes that are made in one of the scenarios only.
  init?(
    of program: Program, for sentences: [Sentence], _ before: Theory, and after: Theory,
    differingBy changes: [Change]
  ) {
    let areFollowed = changes.allSatisfy { change in
      switch change {
      case .assume, .retract, .without: true
      case .prefer, .asOf, .onArguments: false
      }
    }
    guard areFollowed, before.program.rules.count == after.program.rules.count else { return nil }
    var search = SuspensionSearch(program)
    let sources = changes.flatMap { search.suspended(by: $0) }
    self.init(of: [before, after], for: sentences, changed: sources)
  }
}
