import MootLanguage
import Testing

@testable import MootBenchmarks

/// What the program makes of its command line, and of measurements.
struct BenchmarkTests {
  @Test(arguments: [
    ["w99"], ["--sizes", "3"], ["--size", "many"], ["--size", "0"], ["--size"], ["--save"],
    ["--size", "10"], ["w1", "w2", "--facts", "x"], ["chain", "--facts", "x"],
    ["w1", "--facts", "x", "--size", "9"], ["w1", "--write", "x", "--save", "y"],
  ])
  func `a command line that asks for nothing there is is refused`(words: [String]) {
    #expect {
      try Request(words)
    } throws: { error in
      (error as? Failure)?.exitCode == 2
    }
  }

  @Test func `a command line names workloads, or asks for all`() throws {
    #expect(try Request([]).workloads.count == Workloads.all.count)
    #expect(try Request(["w2"]).workloads.map(\.name) == ["w2chain", "w2random"])
    #expect(try Request(["families"]).workloads.count == 10)
    #expect(try Request(["w1", "--size", "70"]).size == 70)
    #expect(try Request(["levels-"]).workloads.map(\.name) == ["levels-"])
    for workload in Workloads.all { #expect(Request.help.contains("  \(workload.name) ")) }
  }

  @Test(arguments: [
    "w1.moot", "w1n.moot", "w2.moot", "w3.moot", "w4.moot", "w5.moot", "w6.moot", "w8.moot",
  ])
  func `a rule file has nothing to report`(name: String) throws {
    let bytes = try #require(Loading.rules(name))
    let loaded = loadProgram(roots: [SourceFile(name: name, bytes: bytes)]) { path in
      Loading.rules(path).map { .file(SourceFile(name: path, bytes: $0)) } ?? .notFound
    }
    #expect(loaded.program != nil)
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func `a record says what takes more than before, and leaves short runs alone`() throws {
    func measurement(_ name: String, cpu: Double, memory: Double) -> Measurement {
      var measurement = Measurement(of: name, size: 10)
      measurement.stages = [Measurement.Stage(name: "evaluate", cpu: cpu, wall: cpu)]
      measurement.peakMemory = memory
      return measurement
    }
    let before = Record([
      measurement("a", cpu: 1, memory: 100), measurement("b", cpu: 1, memory: 100),
      measurement("c", cpu: 0.01, memory: 100), measurement("d", cpu: 1, memory: 100),
    ])
    let after = [
      measurement("a", cpu: 1.2, memory: 90), measurement("b", cpu: 1.3, memory: 100),
      measurement("c", cpu: 0.04, memory: 100), measurement("d", cpu: 1, memory: 130),
      measurement("e", cpu: 1, memory: 1),
    ]
    let lines = before.comparison(with: after)
    #expect(lines.map(\.isSlower) == [false, true, false, true])
    #expect(lines[0].line == "a 10: 1.20 times the time, 0.90 times the memory")
    let folder = try makeTemporaryFolder()
    defer { removeFolder(folder) }
    try before.write(to: "\(folder)/record.json")
    #expect(try Record(reading: "\(folder)/record.json").measurements.count == 4)
    #expect(throws: Failure.self) { try Record(reading: "\(folder)/none.json") }
  }

  @Test func `numbers are written with fixed digits`() {
    #expect(fixed(0.0456, 2) == "0.05")
    #expect(fixed(-1.5, 0) == "-2")
    #expect(fixed(12, 3) == "12.000")
    #expect(fixed(.infinity, 1) == "inf")
  }

  @Test func `cells are written as they are read`() {
    var table = FactText("act")
    table.add([.name("c", 12), .word("sell"), .number(-305), .number(0)])
    #expect(String(decoding: table.file.bytes, as: UTF8.self) == "c12\tsell\t-305\t0\n")
    let columns = FactColumns([table.file])
    #expect(columns("act", 4)[2] == [-305])
    #expect(columns("act", 4)[0] == [columns.number(of: "c12")])
    #expect(columns("stay", 3) == [[], [], []])
  }
}
