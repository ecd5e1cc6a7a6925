import MootLanguage
import Testing

@testable import MootReasoning
@testable import MootReference

/// The flips that are listed are exactly the least sets of changes found by trying every set.
struct FlipTests {
  /// Sets of named sentences of any size, read off a decision diagram.
  @Test(arguments: TestScale.chunks)
  func `flips among named sentences are what trying every set gives`(chunk: Int) {
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 100) {
      guard let asked = FlipCase(seed % 2 == 0 ? .ground : .firstOrder, seed: seed) else {
        continue
      }
      var random = SeededGenerator(seed: seed &* 37)
      var request = FlipRequest()
      request.varied = asked.variedSentences(2 + random.below(4), &random)
      request.most = request.varied.count
      if random.chance(30) { request.target = random.element(of: Verdict.allCases) }
      guard let most = request.most, most > 0 else { continue }
      let changes = request.varied.map { OpenFact($0, in: asked.scenario).change }
      let flips = asked.scenario.flips(of: asked.literal, request)
      #expect(flips.isComplete && flips.bound == most)
      let expected = LeastSets(of: changes, upTo: most, asked, request.target)
      #expect(LeastSets.names(of: flips, in: asked) == expected.names, "\(asked.text)")
    }
  }

  /// Single changes of every kind, and reversals, which are counted as one.
  @Test(arguments: TestScale.chunks)
  func `single flips among all that may matter are what trying each gives`(chunk: Int) {
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 800) {
      guard let asked = FlipCase(seed % 2 == 0 ? .ground : .firstOrder, seed: seed) else {
        continue
      }
      let (stated, preferences) = asked.everyChange
      var request = FlipRequest()
      request.most = 1
      let flips = asked.scenario.flips(of: asked.literal, request)
      let expected = LeastSets(
        of: stated + preferences, upTo: 1, and: asked.reversals, asked, nil)
      #expect(LeastSets.names(of: flips, in: asked) == expected.names, "\(asked.text)")
    }
  }

  /// Pairs of changes, where nothing is ranked anew; some without a diagram.
  @Test(arguments: TestScale.chunks)
  func `pairs of flips are what trying each gives`(chunk: Int) {
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 800) {
      guard let asked = FlipCase(seed % 2 == 0 ? .ground : .firstOrder, seed: seed &+ 7) else {
        continue
      }
      var request = FlipRequest()
      request.most = 2
      var limits = Limits()
      if seed % 3 == 0 { limits.diagram = 0 }
      let flips = asked.scenario.flips(of: asked.literal, request, limits: limits)
      let expected = LeastSets(of: asked.everyChange.stated, upTo: 2, asked, nil)
      #expect(
        LeastSets.names(of: flips, in: asked) { $0.kind != .preference || $0.isWithdrawal }
          == expected.names, "\(asked.text)")
    }
  }
}

extension FlipCandidate {
  /// Whether something is dropped.
  fileprivate var isWithdrawal: Bool {
    if case .without = change { true } else { false }
  }
}

/// The least sets of changes that lead to another verdict, or to one that is sought, by trying every set.
struct LeastSets {
  /// The sets, each with its verdict, in words.
  private(set) var names: Set<String> = []

  /// Tries the sets of at most `most` changes, smallest first, and then some further sets.
  init(
    of changes: [Change], upTo most: Int, and further: [Set<Int>] = [], _ asked: FlipCase,
    _ target: Verdict?
  ) {
    var program = asked.scenario.program
    program.addPrecedences(
      between: changes.compactMap { change in
        if case .prefer(let preferred, let over) = change { (preferred, over) } else { nil }
      })
    let present = evaluate(asked.scenario).finding(of: asked.literal)
    var found: [Set<Int>] = []
    for sets in (0...most).map({ Self.sets(of: $0, among: changes.count) }) + [further] {
      for set in sets where !found.contains(where: { $0.isSubset(of: set) }) {
        let made = set.sorted().map { changes[$0] }
        let finding = evaluate(Scenario(program, changes: made)).finding(of: asked.literal)
        guard case .verdict(let verdict) = finding else { continue }
        guard target.map({ $0 == verdict && finding != present }) ?? (finding != present) else {
          continue
        }
        found.append(set)
        names.insert(Self.name(of: made, verdict, in: program))
      }
    }
  }

  /// The sets that are listed, in the same words, where each change `isTold`.
  static func names(
    of flips: Flips, in asked: FlipCase, where isTold: (FlipCandidate) -> Bool = { _ in true }
  ) -> Set<String> {
    let names = flips.all.filter { $0.changes.allSatisfy(isTold) }.map {
      name(of: $0.changes.map(\.change), $0.answer.verdict, in: asked.scenario.program)
    }
    #expect(Set(names).count == names.count)
    return Set(names)
  }

  private static func sets(of size: Int, among count: Int) -> [Set<Int>] {
    guard size > 0 else { return [[]] }
    return sets(of: size - 1, among: count).flatMap { set in
      ((set.max() ?? -1) + 1..<max(count, (set.max() ?? -1) + 1)).map { set.union([$0]) }
    }
  }

  private static func name(
    of changes: [Change], _ verdict: Verdict, in program: Program
  ) -> String {
    let words = changes.map { change in
      switch change {
      case .assume(let sentence): "assume \(program.text(of: sentence, variables: []))"
      case .retract(let sentence): "retract \(program.text(of: sentence, variables: []))"
      case .without(let rule): "without \(program[rule].name)"
      case .prefer(let preferred, let over):
        "prefer \(program[preferred].name) over \(program[over].name)"
      case .asOf(let date): "as of \(date.text)"
      case .onArguments(let speaker): "on the arguments of \(program[speaker].name)"
      }
    }
    return "\(words.sorted().joined(separator: "; ")) → \(verdict.rawValue)"
  }
}
