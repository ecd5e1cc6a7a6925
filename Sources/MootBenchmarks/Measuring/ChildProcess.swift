import FoundationEssentials
import Glibc

/// Measures in a process of its own, so that time and memory are those of one run.
enum ChildProcess {
  /// Starts this program again to measure one run; what it measured.
  static func measure(_ workload: String, size: Int?, folder: String) throws(Failure) -> Measurement
  {
    var words = [
      CommandLine.arguments.first ?? "MootBenchmarks", workload, "--measure", folder,
    ]
    if let size { words += ["--size", String(size)] }
    let start = Stopwatch()
    let output = try output(of: words)
    do {
      var measurement = try JSONDecoder().decode(Measurement.self, from: Data(output))
      measurement.process = start.seconds
      return measurement
    } catch {
      throw .process("\(workload) printed no measurement")
    }
  }

  /// Runs this program with a command line; what it prints.
  private static func output(of words: [String]) throws(Failure) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .process("no pipe can be made") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard result == 0 else { throw .process("the program cannot start itself again") }
    let bytes = read(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw exitCode(status) == 1
        ? .wrongAnswer("see above") : .process("measuring ended with status \(exitCode(status))")
    }
    return bytes
  }

  private static func exitCode(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
