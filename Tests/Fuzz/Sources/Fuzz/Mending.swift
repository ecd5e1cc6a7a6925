import MootLanguage

/// A rule file without the statements that have errors, so that more of what is tried goes all the way.
func mended(_ bytes: [UInt8], after diagnostics: [Diagnostic]) -> [UInt8] {
  let errors = diagnostics.filter { $0.severity == .error && $0.span.file == 0 }
  var kept: [UInt8] = []
  for statement in statements(of: bytes)
  where !errors.contains(where: { statement.contains(Int($0.span.lower)) }) {
    kept += bytes[statement]
  }
  return kept
}

/// Where the statements of a file are: each a line that is not indented, with the indented ones below it.
private func statements(of bytes: [UInt8]) -> [Range<Int>] {
  var statements: [Range<Int>] = []
  var start = 0
  for place in bytes.indices.dropFirst() where bytes[place - 1] == UInt8(ascii: "\n") {
    guard bytes[place] != UInt8(ascii: " "), bytes[place] != UInt8(ascii: "\t") else { continue }
    statements.append(start..<place)
    start = place
  }
  return statements + [start..<bytes.count]
}
