import MootLanguage
import Testing

@testable import MootBenchmarks

/// That every workload concludes what it must, at a small size.
struct WorkloadTests {
  @Test(arguments: Workloads.all.map(\.name), [1, 2, 60, 137])
  func `the answer is what a direct algorithm finds`(name: String, size: Int) throws {
    let workload = try #require(Workloads.named(name))
    let files = workload.files(ofSize: size)
    let folder = try makeTemporaryFolder()
    defer { removeFolder(folder) }
    for file in files { try write(file.bytes, toFile: "\(folder)/\(file.name)") }
    var measurement = Measurement(of: name, size: size)
    try workload.measure(folder: folder, &measurement)
    #expect(measurement.counts == workload.expected(from: files, size: size))
    #expect(!measurement.stages.isEmpty)
  }

  @Test(arguments: Workloads.all.map(\.name))
  func `the facts are the same each time, and more for a larger size`(name: String) throws {
    let workload = try #require(Workloads.named(name))
    let first = workload.files(ofSize: 40)
    #expect(workload.files(ofSize: 40).map(\.bytes) == first.map(\.bytes))
    let larger = workload.files(ofSize: 4_000)
    guard !first.isEmpty else { return }
    #expect(larger.reduce(0) { $0 + $1.bytes.count } > first.reduce(0) { $0 + $1.bytes.count })
  }

  @Test func `a caseload has every status, and one with strikes also open ones`() throws {
    let counts = CaseloadAnswer(Caseload.files(caseCount: 2_000)).counts
    #expect(counts.count == 6)
    let contested = StrikeAnswer(Caseload.contestedFiles(caseCount: 2_000)).counts
    #expect(contested.count == 11)
    #expect(contested["void, open", default: 0] > 0)
  }

  @Test func `small networks are followed as one does by hand`() {
    #expect(NetworkAnswers.reached(Networks.chain(5)) == ["tc": 10])
    #expect(NetworkAnswers.defeats(Networks.defeats(5)) == ["applies": 3, "defeated": 2])
    var moves = FactText("move")
    // 3 has no move and is lost, so 2 is won; 1 can only move to 2 and is lost; 4 and 5 go round.
    for (here, there) in [(1, 2), (2, 3), (4, 5), (5, 4)] {
      moves.add([.number(here), .number(there)])
    }
    #expect(NetworkAnswers.game([moves.file]) == ["win": 1, "win, open": 2])
    var parents = FactText("par")
    for (child, parent) in [(2, 1), (3, 1), (4, 2), (5, 3)] {
      parents.add([.number(child), .number(parent)])
    }
    // 2 and 3 in four pairs, 4 and 5 in four.
    #expect(NetworkAnswers.generations([parents.file]) == ["sg": 8])
  }

  @Test func `a family has about as many rules as it is asked for`() {
    for family in DefeasibleFamily.allCases {
      let text = String(
        decoding: family.file(family.parameter(forRules: 10_000)).bytes, as: UTF8.self)
      let rules = text.split(separator: "\n").count { $0.hasPrefix("r") && $0.contains(":") }
      #expect((2_400...10_000).contains(rules), "\(family) has \(rules)")
    }
  }

  @Test func `sizes grow by ten, and so do the conclusions of what is square`() {
    #expect(RuleWorkload.w1.sizes(upTo: 5_000) == [50, 500, 5_000])
    #expect(RuleWorkload.w2chain.sizes(upTo: 2_000) == [200, 632, 2_000])
    #expect(RuleWorkload.w8.sizes(upTo: 1) == [1])
  }
}
