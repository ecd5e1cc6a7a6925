import MootLanguage
import MootProofChecker
import MootReasoning
import MootReporting

/// Small programs with what follows from them, for certificates to be checked against.
enum CertifiedPrograms {
  /// Each program with its outcome.
  static let all: [Outcome] = {
    beginStaying()
    defer { endStaying() }
    return texts.map { text in
      let source = SourceFile(name: "rules.moot", bytes: Array(text.utf8))
      guard let program = loadProgram(roots: [source], including: { _ in .notFound }).program else {
        fatalError("a program cannot be read:\n\(text)")
      }
      return evaluate(Scenario(program))
    }
  }()

  /// The certificates of all programs, as inputs: behind the letter of the program, one each.
  static var inputs: [[UInt8]] {
    all.enumerated().map { number, outcome in
      guard let certificate = outcome.certificate(version: "1", inputs: [], limits: Limits()) else {
        fatalError("a program has no certificate")
      }
      return [UInt8(ascii: "a") + UInt8(number)] + Array(certificate.text.utf8)
    }
  }

  /// What a byte at the beginning of an input chooses.
  static func outcome(chosenBy byte: UInt8) -> Outcome {
    all[Int(byte &- UInt8(ascii: "a")) % all.count]
  }

  private static let texts = [
    """
    relation ?x knows ?y
    relation ?x trusts ?y
    fact Ada knows Bo
    fact Bo knows Cy
    fact Cy knows Ada
    rule friends
      if ?x knows ?y
      then conclusively ?x trusts ?y
    rule friends-of-friends
      if ?x trusts ?y
      and ?y trusts ?z
      then ?x trusts ?z
    """,
    """
    relation ?x moves to ?y
    relation ?x wins
    fact a moves to b
    fact b moves to c
    fact b moves to a
    fact d moves to d
    rule winning
      if ?x moves to ?y
      unless ?y wins
      then ?x wins
    """,
    """
    relation ?x is a bird
    relation ?x is a penguin
    relation ?x flies / ?x does not fly
    fact Tux is a penguin
    fact Polly is a bird
    rule kind
      if ?x is a penguin
      then conclusively ?x is a bird
    rule birds-fly
      if ?x is a bird
      then ?x flies
    rule penguins-do-not
      if ?x is a penguin
      then ?x does not fly
    prefer penguins-do-not over birds-fly as special
    rule doubt
      at most arguable
      if ?x is a bird
      then birds-fly does not apply
    """,
    """
    as of 2007-06
    relation ?x is licensed
    relation ?x is closed
    relation ?x paid ?amount: number
    relation ?x is a payer
    action ?x trade(s)
    incompatible ?x is closed
      with ?x trades
    fact Arbat is licensed
      from 2007
    fact Arbat is closed
      until 2007-06-10
    fact Arbat paid 5
    fact Arbat paid 7.5
    rule licensed-trade
      if ?x is licensed
      then ?x may trade
    rule closed-do-not
      if arguably ?x is closed
      then ?x must not trade
    rule payers
      if ?sum = sum of ?amount such that ?x paid ?amount
      and ?sum > 12
      then presumably ?x is a payer
    """,
  ]
}
