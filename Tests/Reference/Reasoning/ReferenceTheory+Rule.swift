extension ReferenceTheory {
  /// How much a rule's conclusion is worth against others.
  enum Force: String, CaseIterable, Sendable {
    case strict, defeasible, presumption, defeater
  }

  /// A condition of a ground rule: a literal, and the level it must reach where it names its standard.
  struct Member: Equatable, Sendable {
    let literal: Int
    var standard: Int?
  }

  /// An instance of a rule; an action's rule has several heads under one name.
  struct Rule: Sendable {
    let name: String
    let force: Force
    let cap: Int
    let premises: [Member]
    let exceptions: [[Member]]
    var heads: [Int]
  }
}
