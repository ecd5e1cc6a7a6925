/// What stands before the first colon of names that do not begin a line, as `ex` in `=> ex:flies(?x)`.
struct DFLNamespaces {
  private var prefixes: Set<ArraySlice<UInt8>> = []

  /// Finds the prefixes of a file.
  init(of file: SourceFile) {
    var scanner = DFLScanner(file: file)
    var tokens: [DFLToken] = []
    while scanner.scanLine(into: &tokens) {
      for token in tokens.dropFirst() where token.kind == .word {
        let name = file.bytes[token.range]
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { continue }
        prefixes.insert(name[..<colon])
      }
    }
  }

  /// Whether names begin with the prefix and a colon.
  func contains(_ prefix: ArraySlice<UInt8>) -> Bool { prefixes.contains(prefix) }
}
