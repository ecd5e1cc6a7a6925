public import MootLanguage

/// A ground literal: a signed predicate with its arguments.
public struct Literal: Hashable, Sendable {
  /// What it says.
  public let predicate: SignedPredicate
  /// Of what it says it, in the order of the predicate's holes.
  public let arguments: [ValueID]

  /// Creates a literal.
  public init(_ predicate: SignedPredicate, _ arguments: [ValueID]) {
    self.predicate = predicate
    self.arguments = arguments
  }

  /// The literal a sentence says, if it has no variables.
  public init?(_ sentence: Sentence) {
    guard let arguments = sentence.groundArguments else { return nil }
    self.init(sentence.predicate, arguments)
  }

  /// The contrary.
  public var contrary: Literal { Literal(predicate.contrary, arguments) }
}
