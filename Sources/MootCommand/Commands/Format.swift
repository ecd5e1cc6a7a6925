import MootLanguage

extension Arguments {
  /// `moot format`: files in the one canonical layout, in place.
  ///
  /// What is read from standard input, or goes to another file, is printed. With `--check` it only says which
  /// files have another layout. Nothing is changed when a line of any of the files cannot be read.
  func formatted(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    try requireRuleFiles()
    var result = CommandResult()
    var complaints: [String] = []
    for name in files {
      let source = try readFile(name, in: surroundings)
      let formatted = MootLanguage.formatted(source)
      guard let bytes = formatted.bytes else {
        let broken = RuleBase(program: nil, diagnostics: formatted.diagnostics, sources: [source])
        complaints.append(
          broken.text(
            of: broken.diagnostics, isColored: surroundings.hasColoredMessages))
        continue
      }
      let isChanged = bytes != source.bytes
      if isCheck {
        if isChanged { result.output += "\(name.shown) is laid out otherwise\n" }
      } else if name == "-" || output != nil {
        result.output += String(decoding: bytes, as: UTF8.self)
      } else if isChanged {
        result.rewritten.append(SourceFile(name: name, bytes: bytes))
      }
    }
    guard complaints.isEmpty else {
      throw CommandFailure(.badInput, messages: complaints.joined(separator: "\n"))
    }
    if isCheck, !result.output.isEmpty { result.exitCode = .findings }
    return result
  }

  /// Fails where something is named that has no layout, or two files for one output.
  private func requireRuleFiles() throws(CommandFailure) {
    if let other = (files + facts).first(where: { $0 != "-" && !$0.hasSuffix(".moot") }) {
      throw .usage("format lays out .moot files, not \"\(other.shown)\"", of: verb)
    }
    if output != nil, files.count > 1 {
      throw .usage("-o takes the layout of one file, not of \(files.count)", of: verb)
    }
  }
}
