public import MootLanguage

/// What checking a certificate came to.
public struct Verification: Sendable {
  /// The number of literals of relations and actions that are in or undecided at some level.
  public internal(set) var conclusionCount = 0
  /// The number of labels held against the rules.
  public internal(set) var labelCount = 0
  /// The number of rule instances found.
  public internal(set) var instanceCount = 0
  /// What was found wrong first; `nil` when the certificate is accepted.
  public internal(set) var failure: Failure?

  /// Whether every label is as it must be.
  public var isAccepted: Bool { failure == nil }

  /// Why a certificate is rejected.
  public struct Failure: Error, Sendable, Equatable {
    /// The condition that fails.
    public let condition: Condition
    /// The literal that is labelled so, in the notation of JSON answers.
    public var literal: String?
    /// The level of the label.
    public var level: Grade?
  }

  /// What a certificate may lack.
  public enum Condition: String, Sendable, CaseIterable {
    /// It is for another date.
    case date
    /// It speaks of what the program does not have, or says what cannot be said.
    case form
    /// It labels a literal twice.
    case repetition
    /// A predicate's literals are out later than something that relies on that.
    case order
    /// A literal that is in has no rule for it that fires, or an attack on it is not answered.
    case support
    /// A literal that is out has a rule for it that may fire and is not defeated.
    case defeat
    /// An undecided literal is not even possible.
    case possibility
    /// An undecided literal is certain.
    case openness
    /// A number needs more than 38 digits.
    case digits
    /// Checking takes too long.
    case time
  }
}

/// What stops a check.
typealias Rejection = Verification.Failure

/// Checks a certificate against the rules and facts of a program, in one pass over their instances.
///
/// - Parameters:
///   - asOf: the date of the answer, which the certificate must be for.
///   - seconds: how long that may take.
public func check(
  _ certificate: Certificate, against program: Program, asOf: CalendarDate?, seconds: Double = 600
) -> Verification {
  do throws(Rejection) {
    var checker = try Checker(certificate, program, asOf: asOf, seconds: seconds)
    do throws(Rejection) { try checker.run() } catch { checker.verification.failure = error }
    return checker.verification
  } catch {
    var verification = Verification()
    verification.failure = error
    return verification
  }
}
