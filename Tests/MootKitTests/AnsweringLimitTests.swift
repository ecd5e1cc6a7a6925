import Foundation
import MootKit
import MootLanguage
import MootReasoning
import MootReporting
import Synchronization
import Testing

/// What comes of questions that have more answers than memory has room for.
struct AnsweringLimitTests {
  /// A gauge that tells more each time it is read.
  private final class Gauge: Sendable {
    private let reading = Atomic<Int>(0)
    let step: Int

    init(step: Int) { self.step = step }

    var read: Int { reading.wrappingAdd(step, ordering: .relaxed).newValue }
  }

  private static func stalls(_ count: Int) -> String {
    let facts = (0..<count).map { "fact stall\($0) is open" }.joined(separator: "\n")
    return "relation ?stall is open\nrelation ?stall trades\n\(facts)\n"
      + "rule trading\n  if ?stall is open\n  then ?stall trades\n"
      + "question all\n  ask ?stall trades\n"
  }

  private static func rules(_ count: Int, gauge: Gauge, memory: Int) throws -> RuleBase {
    var rules = try RuleBase(stalls(count))
    rules.limits.memoryInUse = { gauge.read }
    rules.limits.memory = memory
    return rules
  }

  @Test func `answers that memory has no room for are left out, and it is said so`() throws {
    let gauge = Gauge(step: 10)
    let reply = try Self.rules(5_000, gauge: gauge, memory: 2000).answer(to: "all")
    #expect(!reply.isComplete)
    #expect(0 < reply.all.count && reply.all.count < 5_000)
    let stop = try #require(reply.outcome.stop)
    #expect(stop.kind == .memory)
    #expect(stop.phase == .answering(count: reply.all.count))
    let told =
      "answering stopped at 2,000 bytes of memory, with \(grouped(reply.all.count)) answers"
    #expect(reply.text.hasPrefix("INCOMPLETE: \(told)"))
    // What is told is final.
    #expect(!reply.text.contains("SO FAR"))
    #expect(reply.json.contains(#""phase": "answering""#))
    #expect(reply.json.contains(#""incomplete": "memory""#))
  }

  @Test func `most of the memory that is left is for telling answers`() throws {
    let (small, large) = (Gauge(step: 10), Gauge(step: 10))
    let some = try Self.rules(20_000, gauge: small, memory: 400).answer(to: "all")
    let more = try Self.rules(20_000, gauge: large, memory: 1000).answer(to: "all")
    #expect(!some.isComplete && !more.isComplete)
    #expect(some.all.count < more.all.count)
    #expect(small.read < 300)
  }

  @Test func `a what-if says which answers are left out`() throws {
    let gauge = Gauge(step: 10)
    let reply = try Self.rules(5_000, gauge: gauge, memory: 400)
      .whatIf(["retract stall1 is open"], ask: "all")
    #expect(reply.contrast.before.reachedLimit == .memory)
    #expect(reply.json.contains("answering stopped"))
  }

  @Test func `of many answers that change it is told of twenty why`() throws {
    let reply = try RuleBase(Self.stalls(300)).whatIf(["without trading"], ask: "all")
    #expect(reply.text.components(separatedBy: "WHERE THE REASONING PARTS: ").count == 21)
    #expect(reply.text.contains("Where the reasoning parts of 280 more answers is told by asking"))
    #expect(reply.json.components(separatedBy: #""turns": ["#).count == 301)
  }

  @Test(arguments: [3, 1_000, 1_001, 2_500])
  func `many answers are laid out as few are`(count: Int) throws {
    let reply = try RuleBase(Self.stalls(count)).answer(to: "all")
    #expect(reply.isComplete)
    let opening = "    {\n      \"against\": [],\n"
    #expect(reply.json.hasPrefix("{\n  \"answers\": [\n" + opening))
    #expect(reply.json.components(separatedBy: "\n    },\n" + opening).count == count)
    #expect(reply.json.hasSuffix("\n  \"schema\": \"moot.answers/1\"\n}\n"))
    let document = try JSONSerialization.jsonObject(with: Data(reply.json.utf8))
    let answers = try #require((document as? [String: Any])?["answers"] as? [Any])
    #expect(answers.count == count)
  }

  @Test(arguments: [3, 1_200])
  func `a what-if lists the changes of many answers`(count: Int) throws {
    let reply = try RuleBase(Self.stalls(count)).whatIf(["without trading"], ask: "all")
    let document = try JSONSerialization.jsonObject(with: Data(reply.json.utf8))
    let whatIf = try #require(document as? [String: Any])
    #expect((whatIf["questions"] as? [Any])?.count == count)
    #expect((whatIf["differences"] as? [Any])?.count == 2 * count)
    #expect(whatIf["after"] is [String: Any])
    #expect(reply.json.hasSuffix("\n  \"setAside\": []\n}\n"))
  }

  @Test func `texts and tables are read under the limits`() throws {
    var limits = Limits()
    limits.time = 0
    #expect { try RuleBase(Self.stalls(5_000), limits: limits) } throws: { Self.isLimit($0) }
    #expect {
      try RuleBase("=> a\n", named: "theory.dfl", limits: limits)
    } throws: { Self.isLimit($0) }
    var rules = try RuleBase(Self.stalls(1))
    rules.limits = limits
    let stalls = (0..<40_000).map { "stall\($0)" }
    let rows = stalls.map { #"["\#($0)"]"# }.joined(separator: ",")
    for (name, text) in [
      ("is-open.csv", "stall\n" + stalls.joined(separator: "\n")),
      ("facts.json", #"{"is-open": [\#(rows)]}"#),
    ] {
      #expect { try rules.appendFacts(text, named: name) } throws: { Self.isLimit($0) }
    }
    var desk = try rules.cases()
    #expect {
      try desk.answer(#"{"facts": {"is-open": [\#(rows)]}}"#)
    } throws: { Self.isLimit($0) }
  }

  private static func isLimit(_ error: any Error) -> Bool {
    if case .limit(.time)? = error as? RuleBaseError { true } else { false }
  }

  private func grouped(_ count: Int) -> String {
    count < 1000 ? "\(count)" : "\(count / 1000),\(String("\(count % 1000 + 1000)".dropFirst()))"
  }
}
