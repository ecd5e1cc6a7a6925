import MootLanguage
import MootProofChecker
import MootReasoning
import Testing

@testable import MootReference

/// `every` and aggregates against their definition, worked out from the grades of the literals inside.
struct GatheringTests {
  /// The ways in which the random theories support a sentence, one grade each and a circle.
  private static let supports: [@Sendable (String) -> String] = [
    { _ in "" },
    { "contention ca-\($0)\n  that \($0) holds\n  at most arguable\n" },
    { "contention cb-\($0)\n  that \($0) holds\n  at most prevailing\n" },
    { "contention cc-\($0)\n  that \($0) holds\n" },
    { "fact \($0) holds\n" },
    { "contention cd-\($0)\n  that \($0) holds\ncontention ce-\($0)\n  that \($0) fails\n" },
    { "rule cf-\($0)\n  unless \($0) holds\n  then \($0) holds\n" },
  ]

  @Test(arguments: 0..<300)
  func `a number, a sum and a least have the value and grade of their definition`(seed: UInt64)
    throws
  {
    var random = SeededGenerator(seed: seed)
    let theory = Self.theory(&random)
    let outcome = try Self.outcome(
      theory.text + """
        rule count
          if ?n = number of ?i such that ?a has part ?i
          where ?i holds
          then conclusively the number of ?a is ?n
        rule total
          if ?a is a whole
          and ?n = sum of ?v such that ?a has part ?i
          where ?i holds
          where ?i weighs ?v
          then conclusively the sum of ?a is ?n
        rule smallest
          if ?a is a whole
          and ?n = least ?v such that ?a has part ?i
          where ?i holds
          where ?i weighs ?v
          then conclusively the least of ?a is ?n
        """)
    for whole in Self.wholes {
      let parts = theory.parts.filter { $0.whole == whole }
      let grades = try parts.map { try #require(outcome.grade("\($0.name) holds")) }
      guard grades.allSatisfy(\.isDecided) else { continue }
      let counted = zip(parts, grades).filter { $1.lower >= .prevailing }.map(\.0)
      let arguable = grades.filter { $0.lower >= .arguable }
      let grade: Grade =
        arguable.allSatisfy { $0.lower == .established }
        ? .established : arguable.allSatisfy { $0.lower >= .clear } ? .clear : .prevailing
      let sum = counted.reduce(0) { $0 + $1.weight }
      let hasTuple = !arguable.isEmpty
      #expect(
        outcome.grade("the number of \(whole) is \(counted.count)")?.lower
          == (hasTuple ? grade : .unsupported), "\(theory.text)")
      #expect(outcome.grade("the sum of \(whole) is \(sum)")?.lower == grade, "\(theory.text)")
      let least = counted.map(\.weight).min()
      #expect(outcome.count(of: "least") { $0 == whole } == (least == nil ? 0 : 1))
      if let least {
        #expect(outcome.grade("the least of \(whole) is \(least)")?.lower == grade)
      }
    }
  }

  @Test(arguments: 0..<300)
  func `every holds at the level of its definition`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let theory = Self.theory(&random)
    let outcome = try Self.outcome(
      theory.text + """
        rule all
          if ?a is a whole
          and every ?i such that ?i holds
          where ?a has part ?i: ?i is sound
          then conclusively ?a is sound throughout
        rule none
          if ?a is a whole
          unless every ?i such that ?i holds
          where ?a has part ?i: ?i is sound
          then ?a is flawed
        """)
    for whole in Self.wholes {
      var lower: UInt8 = 4
      var upper: UInt8 = 4
      for part in theory.parts where part.whole == whole {
        let domain = try #require(outcome.grade("\(part.name) holds"))
        let body = try #require(outcome.grade("\(part.name) is sound"))
        lower = min(lower, max(body.lower.rawValue, Self.allowed(domain.upper)))
        upper = min(upper, max(body.upper.rawValue, Self.allowed(domain.lower)))
      }
      let found = try #require(outcome.grade("\(whole) is sound throughout"))
      #expect(found.lower.rawValue == lower, "\(theory.text)")
      #expect(found.upper.rawValue == upper, "\(theory.text)")
      let flawed = try #require(outcome.grade("\(whole) is flawed"))
      let allowed = [Grade(rawValue: upper), Grade(rawValue: lower)].compactMap { $0 }
      #expect(flawed.lower.rawValue == min(3, Self.allowed(allowed[0])), "\(theory.text)")
      #expect(flawed.upper.rawValue == min(3, Self.allowed(allowed[1])), "\(theory.text)")
    }
  }

  /// The highest level v at which a domain of this grade does not hold at b(v).
  private static func allowed(_ grade: Grade) -> UInt8 {
    switch grade {
    case .unsupported: 4
    case .arguable: 2
    case .prevailing: 1
    case .clear, .established: 0
    }
  }

  private static let wholes = ["Ann", "Bob"]

  private struct Theory {
    var text: String
    var parts: [(name: String, whole: String, weight: Int)] = []
  }

  private static func theory(_ random: inout SeededGenerator) -> Theory {
    var theory = Theory(
      text: """
        relation ?i holds / ?i fails
        relation ?i is sound
        relation ?a has part ?i
        relation ?i weighs ?v: number
        relation ?a is a whole
        relation ?a is sound throughout
        relation ?a is flawed
        relation the number of ?a is ?n: number
          as number
        relation the sum of ?a is ?n: number
          as sum
        relation the least of ?a is ?n: number
          as least
        fact Ann is a whole
        fact Bob is a whole

        """)
    for index in 0..<random.below(5) {
      let name = "P\(index)"
      let whole = wholes[random.below(2)]
      let weight = 1 + random.below(3)
      theory.parts.append((name, whole, weight))
      theory.text += "fact \(whole) has part \(name)\nfact \(name) weighs \(weight)\n"
      theory.text += supports[random.below(supports.count)](name)
      let sound = supports[random.below(5)]("S\(index)")
      theory.text += sound.replacing("S\(index) holds", with: "\(name) is sound")
    }
    return theory
  }

  private static func outcome(_ text: String) throws -> Outcome {
    let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
    let loaded = loadProgram(roots: [source]) { _ in .notFound }
    let program = try #require(loaded.program, "\(loaded.diagnostics)\n\(text)")
    let outcome = evaluate(Scenario(program))
    let certificate = try #require(outcome.certificate(version: "test"))
    let verification = check(certificate, against: program, asOf: nil)
    #expect(verification.isAccepted, "\(String(describing: verification.failure))\n\(text)")
    return outcome
  }
}

extension Outcome {
  /// The grade of a sentence in words.
  fileprivate func grade(_ words: String) -> GradeInterval? {
    let reading = program.sentence(reading: words)
    guard let sentence = reading.sentence else { return nil }
    let arguments = sentence.terms.compactMap { term -> ValueID? in
      if case .value(let value) = term { value } else { nil }
    }
    return grade(of: Literal(sentence.predicate, arguments))
  }

  /// How many conclusions of a relation have a first argument of some kind.
  fileprivate func count(of key: String, where isMeant: (String) -> Bool) -> Int {
    conclusions(ofRelation: key).count { conclusion in
      guard let first = conclusion.literal.arguments.first else { return false }
      return isMeant(program[first].text)
    }
  }
}
