import MootLanguage
import Testing

@testable import MootReasoning
@testable import MootReference

/// A crux is all smallest ways from one position to the other's verdict, and nothing else.
struct CruxTests {
  @Test(arguments: 0..<8)
  func `a crux is what trying every set of steps finds`(chunk: UInt64) throws {
    var differences = 0
    for seed in (chunk * 8)..<(chunk * 8 + 8) {
      let text = Self.dispute(seed: seed)
      let source = SourceFile(name: "dispute.moot", bytes: Array(text.utf8))
      let loaded = loadProgram(roots: [source], including: { _ in .notFound })
      let program = try #require(loaded.program, "seed \(seed)\n\(text)")
      let parties = Scenario(program).parties
      guard parties.count == 2 else { continue }
      let positions = Scenario(program).positions()
      guard positions.outcome.preferenceCycles.isEmpty else { continue }
      for row in positions.rows where row.isDisputed {
        differences += 1
        try Self.check(row, parties, program, "seed \(seed) \(row.sentence)\n\(text)")
      }
    }
    #expect(differences > 5)
  }

  /// Compares a crux with all sets of steps, tried one by one.
  private static func check(
    _ row: Positions.Row, _ parties: [Party], _ program: Program, _ place: String
  ) throws {
    let literal = try #require(row.literal)
    let crux = Scenario(program).crux(over: literal, parties[0], parties[1])
    for (index, side) in crux.sides.enumerated() {
      let own = Set(parties[index].arguments)
      let theirs = Set(parties[1 - index].arguments)
      let alone = evaluate(
        Scenario(program, changes: [.onArguments(of: parties[index].speaker)]))
      #expect(verdict(literal, alone) == side.answer.verdict, "\(place)")
      let target = crux.sides[1 - index].answer.verdict
      let steps = own.symmetricDifference(theirs).sorted()
      var found: [Set<RuleID>] = []
      for bits in 1..<(1 << steps.count) {
        let taken = Set(steps.indices.filter { bits >> $0 & 1 == 1 }.map { steps[$0] })
        let position = own.symmetricDifference(taken)
        let left = program.rules.indices.map { RuleID(raw: UInt32($0)) }.filter {
          program[$0].attribution.hasVoice && !position.contains($0)
        }
        let outcome = evaluate(Scenario(program, changes: left.map { .without($0) }))
        guard outcome.preferenceCycles.isEmpty else { continue }
        if verdict(literal, outcome) == target { found.append(taken) }
      }
      let size = try #require(found.map(\.count).min(), "\(place)")
      let smallest = Set(found.filter { $0.count == size })
      #expect(Set(side.ways.map { Set($0.map(\.rule)) }) == smallest, "\(place)")
      #expect(side.ways.count == smallest.count && side.isComplete, "\(place)")
      for step in side.ways.joined() {
        switch step {
        case .accept(let rule): #expect(theirs.contains(rule) && !own.contains(rule))
        case .giveUp(let rule): #expect(own.contains(rule) && !theirs.contains(rule))
        }
      }
    }
  }

  private static func verdict(_ literal: Literal, _ outcome: Outcome) -> Verdict {
    Judgement(of: literal, Inquiry(outcome, limits: Limits())).verdict
  }

  /// A small random dispute between two speakers, with law and assumptions beside.
  private static func dispute(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed &+ 4_711)
    var lines = ["speaker Ann \"Ann\"", "speaker Bob \"Bob\"", "source code \"the code\""]
    for number in 0..<5 { lines.append("relation omen\(number) holds / omen\(number) fails") }
    func omen(_ number: Int) -> String {
      "omen\(number) " + (random.chance(60) ? "holds" : "fails")
    }
    lines += ["fact omen0 holds"]
    let count = 6 + random.below(3)
    for number in 0..<count {
      let head = 1 + random.below(4)
      let voices = ["argued by Ann", "argued by Bob", "argued by Ann, Bob", "cites code"]
      let voice = voices[random.index(weights: [4, 4, 1, 2])]
      lines += ["rule r\(number)", "  \(voice)", "  if \(omen(random.below(head)))"]
      if random.chance(30) { lines.append("  unless \(omen(random.below(5)))") }
      let isUndercutter = number > 0 && random.chance(15)
      let target = "r\(random.below(max(1, number))) does not apply"
      lines.append("  then \(isUndercutter ? target : omen(head))")
    }
    for number in 0..<2 {
      let better = random.below(count - 1)
      lines += ["prefer r\(better) over r\(better + 1) as p\(number)"]
      lines += ["  argued by \(random.chance(50) ? "Ann" : "Bob")"]
    }
    for number in 1..<5 { lines.append("question q\(number)\n  ask omen\(number) holds") }
    return lines.joined(separator: "\n") + "\n"
  }
}
