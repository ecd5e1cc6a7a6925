import MootLanguage
import MootReasoning
import MootReporting

/// A rule base read from files, with what was wrong.
struct RuleBase {
  /// The program, or `nil` when there is any error.
  var program: Program?
  /// What was wrong, in source order.
  var diagnostics: [Diagnostic]
  /// The files, by the indices that spans have.
  var sources: [SourceFile]

  /// The program, or the errors as a failure.
  func checkedProgram(in surroundings: Surroundings) throws(CommandFailure) -> Program {
    if let program { return program }
    let errors = diagnostics.filter { $0.severity == .error }
    throw CommandFailure(
      isStopped ? .limit : .badInput,
      messages: text(of: errors, isColored: surroundings.hasColoredMessages))
  }

  /// Whether a limit stopped the reading of a file.
  var isStopped: Bool { diagnostics.contains { $0.code == "reading-stopped" } }

  /// Diagnostics with the lines they are about, an empty line between two.
  func text(of diagnostics: [Diagnostic], isColored: Bool) -> String {
    var printer = DiagnosticPrinter(sources: sources, style: isColored ? .ansi : .plain)
    return diagnostics.map { printer.text(of: $0) }.joined(separator: "\n")
  }

  /// From what an answer was made.
  func receipt(asOf: CalendarDate?) -> Receipt { Receipt(asOf: asOf, of: sources) }
}

extension Arguments {
  /// Reads the files that are named, and what they use.
  func readRuleBase(in surroundings: Surroundings) throws(CommandFailure) -> RuleBase {
    if let loaded { return loaded }
    var roots: [SourceFile] = []
    for name in files { roots.append(try readFile(name, in: surroundings)) }
    let factFiles = try factFiles()
    for name in factFiles where !isFactFile(name) {
      roots.append(try readFile(name, in: surroundings))
    }
    var ruleBase = try load(roots)
    // The text of one table is let go of before the next is read.
    for name in factFiles where isFactFile(name) {
      ruleBase.append(
        try readFile(name, in: surroundings), digests: format == .json || verb == .verify,
        within: limits)
    }
    ruleBase.finish()
    return ruleBase
  }

  /// Whether the files are in the arrow notation of the field.
  var isTheory: Bool { files.contains { $0.hasSuffix(".dfl") } }

  private func load(_ roots: [SourceFile]) throws(CommandFailure) -> RuleBase {
    let watch = Watch { limits.reached == nil }
    if isTheory {
      if let other = roots.first(where: { !$0.name.hasSuffix(".dfl") }) {
        throw .usage("\"\(other.name.shown)\" cannot be read together with a .dfl file", of: verb)
      }
      let (program, diagnostics) = loadTheory(roots, watch: watch)
      return RuleBase(program: program, diagnostics: diagnostics, sources: roots)
    }
    let folders = roots.compactMap { realPath(of: folder(of: $0.name)) }
      .map { $0 == "/" ? $0 : $0 + "/" }
    let loaded = loadProgram(roots: roots, watch: watch) { path in
      if let real = realPath(of: path), !folders.contains(where: { real.beginsWithBytes(of: $0) }) {
        return .unreadable("it is a link that leads out of the folder of the file you named")
      }
      if let reached = limits.reached {
        return .unreadable("the limit on \(reached.rawValue) was reached before it")
      }
      do throws(FileFailure) {
        return .file(SourceFile(name: path, bytes: try contents(ofFile: path)))
      } catch {
        return error.isMissing ? .notFound : .unreadable(error.reason)
      }
    }
    return RuleBase(
      program: loaded.program, diagnostics: loaded.diagnostics, sources: loaded.sources)
  }

  /// The folder a file is in.
  private func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      $0 == path.startIndex ? "/" : String(path[..<$0])
    } ?? "."
  }

  /// Reads a file that the user named.
  func readFile(
    _ name: String, in surroundings: Surroundings
  ) throws(CommandFailure) -> SourceFile {
    try requireRoom(for: name)
    do throws(FileFailure) {
      let limit = FactTable.Layout(ofFileNamed: name) == nil ? largestFile : largestTable
      let bytes =
        name == "-"
        ? try surroundings.standardInput() : try contents(ofFile: name, atMost: limit)
      return SourceFile(name: name, bytes: bytes)
    } catch {
      throw error.failure(reading: name)
    }
  }

  /// Fails where the limits leave no room to read a file.
  private func requireRoom(for name: String) throws(CommandFailure) {
    if limits.timeLeft < 0 {
      throw CommandFailure(
        .limit,
        "stopped before \"\(name.shown)\" was read: the limit on time was reached "
          + "(--limit time=N)")
    }
    guard let memoryInUse = limits.memoryInUse, let size = fileSize(name) else { return }
    let left = max(0, limits.memory - memoryInUse())
    guard size > left else { return }
    throw CommandFailure(
      .limit,
      "\"\(name.shown)\" has \(size >> 20) MiB, and the limit on memory leaves \(left >> 20) MiB "
        + "(--limit memory=N)")
  }

  /// The files of facts: those named, and those in the folders named, in the order of their names.
  private func factFiles() throws(CommandFailure) -> [String] {
    var files: [String] = []
    for path in facts {
      guard kind(ofPath: path) == .folder else {
        guard isFactFile(path) || path.hasSuffix(".moot") else {
          throw .usage(
            "--facts \"\(path.shown)\" is no .csv, .tsv, .facts, .json or .moot file", of: verb)
        }
        files.append(path)
        continue
      }
      let found: ArraySlice<String>
      do throws(FileFailure) {
        let names = try names(inFolder: path).filter { isFactFile($0) || $0.hasSuffix(".moot") }
        let first = files.count
        files += names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
        found = files[first...]
      } catch {
        throw error.failure(reading: path)
      }
      try requireInside(path, found)
    }
    return files
  }

  /// Fails where one of the files of a folder is a link that leads out of it.
  private func requireInside(
    _ folder: String, _ files: some Sequence<String>
  ) throws(CommandFailure) {
    guard let root = realPath(of: folder).map({ $0 == "/" ? $0 : $0 + "/" }) else { return }
    for file in files {
      guard let real = realPath(of: file), !real.beginsWithBytes(of: root) else { continue }
      throw CommandFailure(
        .file,
        "\"\(file.shown)\" cannot be read: it is a link that leads out of \"\(folder.shown)\"")
    }
  }
}

extension RuleBase {
  /// Adds the facts of a table, and keeps of a large one no more than is needed.
  fileprivate mutating func append(_ file: SourceFile, digests: Bool, within limits: Limits) {
    guard var extended = program else { return }
    program = nil
    let watch = Watch { limits.reached == nil }
    if file.name.hasSuffix(".json") {
      diagnostics += extended.appendFacts(fromJSON: file, watch: watch)
    } else {
      let found = extended.appendFacts(from: FactTable(reading: file), file: file, watch: watch)
      diagnostics += found
      if found.isEmpty { extended.releaseLastTable { digests ? sha256($0) : nil } }
    }
    program = extended
  }

  /// Withdraws the program when any table was wrong; nothing is half loaded.
  fileprivate mutating func finish() {
    guard let program else { return }
    sources = program.sources
    if diagnostics.contains(where: { $0.severity == .error }) { self.program = nil }
  }
}
