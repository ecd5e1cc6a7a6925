import MootLanguage
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
      .badInput, messages: text(of: errors, isColored: surroundings.hasColoredMessages))
  }

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
        try readFile(name, in: surroundings), digests: format == .json || verb == .verify)
    }
    ruleBase.finish()
    return ruleBase
  }

  /// Whether the files are in the arrow notation of the field.
  var isTheory: Bool { files.contains { $0.hasSuffix(".dfl") } }

  private func load(_ roots: [SourceFile]) throws(CommandFailure) -> RuleBase {
    if isTheory {
      if let other = roots.first(where: { !$0.name.hasSuffix(".dfl") }) {
        throw .usage("\"\(other.name.shown)\" cannot be read together with a .dfl file", of: verb)
      }
      let (program, diagnostics) = loadTheory(roots)
      return RuleBase(program: program, diagnostics: diagnostics, sources: roots)
    }
    let folders = roots.compactMap { realPath(of: folder(of: $0.name)) }
      .map { $0 == "/" ? $0 : $0 + "/" }
    let loaded = loadProgram(roots: roots) { path in
      if let real = realPath(of: path), !folders.contains(where: { real.hasPrefix($0) }) {
        return .unreadable("it is a link that leads out of the folder of the file you named")
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
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// Reads a file that the user named.
  func readFile(
    _ name: String, in surroundings: Surroundings
  ) throws(CommandFailure) -> SourceFile {
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
      do throws(FileFailure) {
        let names = try names(inFolder: path).filter { isFactFile($0) || $0.hasSuffix(".moot") }
        files += names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
      } catch {
        throw error.failure(reading: path)
      }
    }
    return files
  }
}

extension RuleBase {
  /// Adds the facts of a table, and keeps of a large one no more than is needed.
  fileprivate mutating func append(_ file: SourceFile, digests: Bool) {
    guard var extended = program else { return }
    program = nil
    if file.name.hasSuffix(".json") {
      diagnostics += extended.appendFacts(fromJSON: file)
    } else {
      let found = extended.appendFacts(from: FactTable(reading: file), file: file)
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
