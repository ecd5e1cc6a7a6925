import Glibc
import MootLanguage
import MootReporting

/// Runs the command that the process was called with: the only place that prints.
public func runCommand() -> Int32 {
  ProcessMemory.keepFreed()
  signal(SIGPIPE, SIG_IGN)
  let words = Array(CommandLine.arguments.dropFirst())
  if words.contains(where: { $0.hasPrefix("--facts") || isFactFile($0) }) {
    ProcessMemory.preferLargePages()
  }
  let result = perform(words, in: .ofProcess())
  writeAll(result.messages, to: STDERR_FILENO)
  for file in result.rewritten {
    do throws(FileFailure) {
      try replace(file)
    } catch {
      writeAll(
        "moot: \"\(file.name.shown)\" cannot be written: \(error.reason)\n", to: STDERR_FILENO)
      return ExitCode.file.rawValue
    }
  }
  guard let destination = result.destination else {
    guard writeAll(result.output, to: STDOUT_FILENO) || errno == EPIPE else {
      return reportUnwritten("standard output")
    }
    return result.exitCode.rawValue
  }
  let file = open(destination, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard file >= 0, writeAll(result.output, to: file), close(file) == 0 else {
    return reportUnwritten("\"\(destination.shown)\"")
  }
  return result.exitCode.rawValue
}

private func reportUnwritten(_ name: String) -> Int32 {
  let reason = String(cString: strerror(errno))
  writeAll("moot: \(name) cannot be written: \(reason)\n", to: STDERR_FILENO)
  return ExitCode.file.rawValue
}

/// Writes a text to a file descriptor; `false` when that failed.
@discardableResult
private func writeAll(_ text: String, to file: Int32) -> Bool {
  var text = text
  return text.withUTF8 { writeAll($0, to: file) }
}

/// Writes bytes to a file descriptor; `false` when that failed.
func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
    if count < 0 {
      guard errno == EINTR else { return false }
      continue
    }
    written += count
  }
  return true
}

extension Surroundings {
  /// The surroundings of this process.
  fileprivate static func ofProcess() -> Surroundings {
    var surroundings = Surroundings()
    let knowsColors = isUnset("NO_COLOR") && environment("TERM") != "dumb"
    if isatty(STDOUT_FILENO) == 1 {
      if knowsColors { surroundings.outputStyle = .ansi }
      var size = winsize()
      if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        surroundings.width = min(100, max(60, Int(size.ws_col)))
      }
    }
    surroundings.hasColoredMessages = knowsColors && isatty(STDERR_FILENO) == 1
    surroundings.standardInput = { () throws(FileFailure) in
      try contents(of: STDIN_FILENO, name: "standard input")
    }
    let lines = LineReader(of: STDIN_FILENO)
    surroundings.isInteractive = isatty(STDIN_FILENO) == 1
    surroundings.readLine = { () throws(FileFailure) in try lines.next() }
    surroundings.write = { text throws(FileFailure) in
      guard writeAll(text, to: STDOUT_FILENO) else { throw .ofSystem() }
    }
    surroundings.writeMessage = { writeAll($0, to: STDERR_FILENO) }
    surroundings.readBytes = { () throws(FileFailure) in try nextBytes(of: STDIN_FILENO) }
    surroundings.writeBytes = { bytes throws(FileFailure) in
      guard bytes.withUnsafeBufferPointer({ writeAll($0, to: STDOUT_FILENO) }) else {
        throw .ofSystem()
      }
    }
    surroundings.memoryInUse = MemoryGauge()?.reading
    surroundings.threadCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    surroundings.showsProgress =
      isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0 && environment("TERM") != "dumb"
    surroundings.watchInterruptions = { Interruption.watch() }
    surroundings.isInterrupted = { Interruption.hasCome }
    return surroundings
  }

  private static func isUnset(_ variable: String) -> Bool {
    environment(variable)?.isEmpty ?? true
  }

  private static func environment(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }
  }
}
