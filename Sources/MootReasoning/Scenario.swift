public import MootLanguage

/// A program together with what is supposed to be different: what the evaluation answers for.
public struct Scenario: Sendable {
  /// The rule base.
  public let program: Program
  /// What is changed, in order.
  public let changes: [Change]

  /// Creates a scenario.
  public init(_ program: Program, changes: [Change] = []) {
    self.program = program
    self.changes = changes
  }
}
