import Glibc

/// What the command line asks for.
struct Request {
  /// What is run.
  let workload: Workload
  /// How many cases are made up.
  private(set) var caseCount = 43_700
  /// The folder with the facts, where they are not made up.
  private(set) var folder: String?

  /// The workloads.
  enum Workload: String, CaseIterable {
    /// One fact of a loaded base is toggled, and what it bears on is asked.
    case w7
  }

  /// A command line that asks for nothing there is.
  struct Failure: Error, CustomStringConvertible {
    /// What is wrong with it.
    let description: String
  }

  /// Reads a command line without its first word.
  init(_ words: some Sequence<String>) throws {
    var words = Array(words)[...]
    guard let name = words.popFirst(), let workload = Workload(rawValue: name) else {
      let names = Workload.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        description: "usage: MootBenchmarks WORKLOAD [--cases N] [--facts DIR]; \(names)")
    }
    self.workload = workload
    while let option = words.popFirst() {
      let value = words.popFirst()
      switch (option, value, value.flatMap { Int($0) }) {
      case ("--cases", _, let count?) where count > 0: caseCount = count
      case ("--facts", let folder?, _): self.folder = folder
      default: throw Failure(description: "\"\(option)\" cannot be read")
      }
    }
  }
}

/// The bytes of a file.
func contents(ofFile path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else {
    throw Request.Failure(description: "\"\(path)\" cannot be read")
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var count = 1
  while count > 0 {
    bytes += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, buffer.count, file)
      count = filled
    }
  }
  return bytes
}

/// The most memory the process has held so far, in mebibytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

/// Ends the process as failed.
func fail() -> Never { exit(1) }
