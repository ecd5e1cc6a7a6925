import MootLanguage
import MootProofChecker
import MootReasoning

/// What the independent checker says of an outcome: whether its certificate is accepted, and states the same grades.
struct CheckerOpinion {
  /// What the checker or the certificate objects to; nil where both agree with the outcome.
  let objection: String?

  /// Has the certificate of an outcome checked against the program, which the checker reads by itself.
  init(on outcome: Outcome, of program: Program) {
    guard let certificate = outcome.certificate(version: "comparison") else {
      objection = "there is no certificate"
      return
    }
    let verification = check(certificate, against: program, asOf: outcome.asOf)
    if let failure = verification.failure {
      objection = "the checker objects: \(failure)"
      return
    }
    objection = Self.disagreement(of: certificate, with: outcome, program)
  }

  /// The first conclusion that a certificate states another grade of; nil where there is none.
  private static func disagreement(
    of certificate: Certificate, with outcome: Outcome, _ program: Program
  ) -> String? {
    var stated: [Literal: GradeInterval] = [:]
    var values = outcome.program.values
    let constants = certificate.values.map { values.intern($0) }
    for section in certificate.sections where program[section.predicate.predicate].relation != nil {
      let arity = program[section.predicate.predicate].arity
      for (literal, label) in section.labels.enumerated() {
        let set = certificate.labelSets[Int(label)]
        guard set.upper > .unsupported else { continue }
        let arguments = section.arguments(of: literal, arity: arity).map { constants[Int($0)] }
        stated[Literal(section.predicate, arguments)] = GradeInterval(
          lower: set.lower, upper: set.upper)
      }
    }
    // A fact need not be listed: it holds as a matter of course, one with dates when the checker finds them right.
    let established = GradeInterval(lower: .established, upper: .established)
    var dated: Set<Literal> = []
    for fact in program.facts where program[fact.predicate.predicate].relation != nil {
      let literal = Literal(fact.predicate, Array(program.arguments(of: fact)))
      if program.particulars[Int(fact.particulars)].period == .always {
        stated[literal] = established
      } else {
        dated.insert(literal)
      }
    }
    for conclusion in outcome.conclusions() {
      let isUnlisted = stated[conclusion.literal] == nil && dated.contains(conclusion.literal)
      if isUnlisted, conclusion.grade == established { continue }
      let found = stated.removeValue(forKey: conclusion.literal)
      if found != conclusion.grade { return text(of: conclusion.literal, outcome) }
    }
    return stated.keys.map { text(of: $0, outcome) }.min()
  }

  /// That the certificate states something else of a literal.
  private static func text(of literal: Literal, _ outcome: Outcome) -> String {
    let name = outcome.program.literal(of: literal.predicate, arguments: literal.arguments)
    return "the certificate states another grade of \(name)"
  }
}
