/// What the command line asks for.
struct Request {
  /// What is measured, in order.
  private(set) var workloads: [any Workload] = []
  /// The largest size, where it is not the moderate one.
  private(set) var size: Int?
  /// The folder with the facts, where they are not made up.
  private(set) var facts: String?
  /// The folder that made-up facts are written to, instead of measuring.
  private(set) var written: String?
  /// The file that measurements are kept in.
  private(set) var saved: String?
  /// The file with earlier measurements.
  private(set) var compared: String?
  /// The folder to measure one run on, in this process.
  private(set) var measured: String?
  /// Whether help is asked for.
  private(set) var isHelp = false

  private static let options = ["--size", "--facts", "--write", "--save", "--compare", "--help"]

  /// Reads a command line without its first word.
  init(_ words: some Sequence<String>) throws(Failure) {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      switch word {
      case "--help", "-h", "help": isHelp = true
      case "--size":
        let value = try Self.value(of: word, &words)
        guard let number = Int(value), number > 0, number <= 1_000_000_000 else {
          throw .usage("--size takes a whole number from 1 to 1000000000, not \"\(value)\"")
        }
        size = number
      case "--facts": facts = try Self.value(of: word, &words)
      case "--write": written = try Self.value(of: word, &words)
      case "--save": saved = try Self.value(of: word, &words)
      case "--compare": compared = try Self.value(of: word, &words)
      case "--measure": measured = try Self.value(of: word, &words)
      default: try add(word)
      }
    }
    if workloads.isEmpty { workloads = Workloads.all }
    try check()
  }

  private static func value(
    of option: String, _ words: inout ArraySlice<String>
  ) throws(Failure) -> String {
    guard let value = words.popFirst(), !value.hasPrefix("--") else {
      throw .usage("\(option) needs a value")
    }
    return value
  }

  private mutating func add(_ word: String) throws(Failure) {
    guard !word.hasPrefix("-") || Workloads.named(word) != nil else {
      let options = Self.options.joined(separator: ", ")
      throw .usage("there is no option \"\(word)\"; there are \(options)")
    }
    if word == "families" {
      workloads += DefeasibleFamily.allCases.map { FamilyWorkload(family: $0) }
      return
    }
    let found = Workloads.all.filter { $0.name == word }
    let named =
      found.isEmpty && word == "w2" ? Workloads.all.filter { $0.name.hasPrefix("w2") } : found
    guard !named.isEmpty else {
      let names = Workloads.all.map(\.name).joined(separator: ", ")
      throw .usage(
        "there is no workload \"\(word)\"; there are \(names), and families for the last ten")
    }
    workloads += named
  }

  private func check() throws(Failure) {
    if workloads.count > 1 {
      if facts != nil { throw .usage("--facts needs one workload that reads facts") }
      if size != nil { throw .usage("--size needs one workload: each counts something else") }
    }
    if facts != nil, size != nil, measured == nil {
      throw .usage("--facts and --size do not go together: the folder has its size")
    }
    if facts != nil, workloads.contains(where: { $0 is FamilyWorkload }) {
      throw .usage("--facts is for workloads over facts; a theory without variables has none")
    }
    if written != nil, facts != nil || saved != nil || compared != nil {
      throw .usage("--write only writes; measure in a second command")
    }
  }

  /// What the program does, in words.
  static var help: String {
    var lines = [
      "Measures what Moot takes to read, evaluate and report, and checks every answer.",
      "",
      "  swift run -c release MootBenchmarks              all workloads at moderate sizes",
      "  swift run -c release MootBenchmarks w1           one, at three sizes",
      "  swift run -c release MootBenchmarks w1 --size 1000000",
      "  swift run -c release MootBenchmarks w1 --write facts",
      "  moot run Sources/MootBenchmarks/Workloads/w1.moot --facts facts/w1-100000 --summary",
      "",
      "Workloads:",
    ]
    let width = Workloads.all.map(\.name.count).max() ?? 0
    for workload in Workloads.all {
      let gap = String(repeating: " ", count: width - workload.name.count + 2)
      lines.append(
        "  \(workload.name)\(gap)\(workload.summary) (\(workload.size) \(workload.unit))")
    }
    lines += [
      "  families  the last ten: defeasible theories without variables",
      "",
      "  --size N        the largest size, instead of the moderate one",
      "  --facts DIR     measures on a folder of KEY.facts tables instead of made-up facts",
      "  --write DIR     writes the made-up facts into a folder each below DIR, and ends",
      "  --save FILE     keeps the measurements as JSON",
      "  --compare FILE  says how much more or less was taken than is kept in FILE, and fails",
      "                  where it is more than \(fixed(Record.tolerance, 2)) times as much",
      "",
      "Facts are made up, the same ones each time, and written to a temporary folder. Each run is a",
      "process of its own that begins with the bytes of rules and facts; nothing is prepared or kept.",
      "Times are seconds of processor time, of all threads; runs under a second are repeated, and the",
      "one in the middle counts. Answers are checked against counts worked out without the engine; a",
      "wrong one ends with 1, as does a workload that grows faster than what it concludes.",
    ]
    return lines.joined(separator: "\n")
  }
}
