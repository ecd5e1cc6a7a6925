/// A disagreement between the engine and the reference on one document.
struct Difference: CustomStringConvertible, Sendable {
  let kind: Kind
  let document: TheoryDocument

  /// What kind of disagreement; shrinking keeps the kind.
  enum Kind: Equatable, Sendable {
    /// The grades of these literals differ, each with the engine's and the reference's.
    case grades([Grades])

    /// The engine reports a preference cycle where there is none.
    case needlessCycle

    /// Two conflicting literals certainly prevail, and the engine reports no preference cycle.
    case missedCycle(String, String)

    /// The engine refused the text or failed on it.
    case failure(String)
  }

  /// A literal and its two grades.
  struct Grades: Equatable, Sendable {
    let literal: String
    let engine: ReferenceInterval
    let reference: ReferenceInterval
  }

  /// Whether both are of the same kind, whatever the literals; failures must be worded alike up to the first digit or quote.
  func resembles(_ other: Difference) -> Bool {
    switch (kind, other.kind) {
    case (.grades, .grades), (.needlessCycle, .needlessCycle), (.missedCycle, .missedCycle): true
    case (.failure(let one), .failure(let other)): Self.wording(one) == Self.wording(other)
    case (.grades, _), (.needlessCycle, _), (.missedCycle, _), (.failure, _): false
    }
  }

  var description: String {
    let finding =
      switch kind {
      case .grades(let grades):
        grades.map { "\($0.literal): engine \($0.engine), reference \($0.reference)" }.joined(
          separator: "\n")
      case .needlessCycle: "the engine reports a preference cycle, the reference finds none"
      case .missedCycle(let one, let other):
        "“\(one)” and “\(other)” conflict and both prevail, and the engine reports no preference cycle"
      case .failure(let message): "the engine failed: \(message)"
      }
    return "\(finding)\n--- \(document.fileName)\n\(document.text)---"
  }

  /// The words of a failure that do not depend on the theory.
  private static func wording(_ message: String) -> Substring {
    message.prefix { !$0.isNumber && !"\"“‘'".contains($0) }
  }
}
