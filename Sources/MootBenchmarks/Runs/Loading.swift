import MootLanguage
import MootReasoning

/// What every run begins with: the text of rules and facts.
enum Loading {
  /// The rules that come with the program, by the name of their file.
  static func rules(_ name: String) -> [UInt8]? {
    switch name {
    case "w1.moot": PackageResources.w1_moot
    case "w1n.moot": PackageResources.w1n_moot
    case "w2.moot": PackageResources.w2_moot
    case "w3.moot": PackageResources.w3_moot
    case "w4.moot": PackageResources.w4_moot
    case "w5.moot": PackageResources.w5_moot
    case "w6.moot": PackageResources.w6_moot
    case "w8.moot": PackageResources.w8_moot
    default: nil
    }
  }

  /// Reads and checks a rule file of the program, and the tables of facts in a folder.
  static func program(_ rules: String, factsIn folder: String) throws(Failure) -> Program {
    var files: [SourceFile] = []
    for name in try names(inFolder: folder) where name.hasSuffix(".facts") {
      files.append(SourceFile(name: name, bytes: try contents(ofFile: "\(folder)/\(name)")))
    }
    return try program(rules, facts: files)
  }

  /// Checks a rule file of the program together with tables of facts.
  static func program(_ rules: String, facts files: [SourceFile]) throws(Failure) -> Program {
    let root = SourceFile(name: rules, bytes: Self.rules(rules) ?? [])
    let loaded = loadProgram(roots: [root]) { path in
      Self.rules(path).map { .file(SourceFile(name: path, bytes: $0)) } ?? .notFound
    }
    guard var program = loaded.program else {
      throw .wrongInput(messages(loaded.diagnostics, loaded.sources))
    }
    for file in files {
      let diagnostics = program.appendFacts(from: FactTable(reading: file), file: file)
      guard diagnostics.isEmpty else {
        throw .wrongInput(messages(diagnostics, program.sources))
      }
    }
    return program
  }

  /// Reads and checks a theory.
  static func theory(_ path: String) throws(Failure) -> Program {
    let source = SourceFile(name: path, bytes: try contents(ofFile: path))
    let (program, diagnostics) = loadTheory([source])
    guard let program else { throw .wrongInput(messages(diagnostics, [source])) }
    return program
  }

  /// Limits that leave room for the largest size this machine can hold.
  static var limits: Limits {
    var limits = Limits()
    limits.time = 3_600
    limits.memory = 1 << 40
    limits.instances = .max
    return limits
  }

  /// Fails where a limit was reached.
  static func require(_ outcome: Outcome) throws(Failure) {
    if let limit = outcome.reachedLimit { throw .limit(limit.rawValue) }
  }

  private static func messages(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) -> String {
    var printer = DiagnosticPrinter(sources: sources, style: .plain)
    return diagnostics.prefix(3).map { printer.text(of: $0) }.joined(separator: "\n")
  }
}
