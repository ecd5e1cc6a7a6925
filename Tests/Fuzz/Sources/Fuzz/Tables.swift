@testable import MootCommand
@testable import MootLanguage

/// Tables of facts and of cases; the first byte says which.
///
/// Facts read many rows at a time are those read cell by cell, and written with every cell in quotes they are read
/// back. Cases come out the same whatever pieces they arrive in.
func examineTable(_ bytes: [UInt8]) {
  guard let kind = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  switch kind % 16 {
  case 0...4: examineFacts(SourceFile(name: "paid.csv", bytes: rest))
  case 5...8: examineFacts(SourceFile(name: "paid.tsv", bytes: rest))
  case 9...13: examineFacts(SourceFile(name: "paid.facts", bytes: rest))
  case 14: examineCases(rest, .commaSeparated)
  default: examineCases(rest, .tabSeparated)
  }
}

/// Reads facts in both ways, and back.
private func examineFacts(_ file: SourceFile) {
  let table = FactTable(reading: file)
  var program = FactProgram.shared
  let diagnostics = program.appendFacts(from: table, file: file)
  examine(diagnostics, in: program.sources)
  var slow = FactProgram.shared
  slow.sources.append(file)
  if file.encodingError(file: 1) == nil {
    let (target, errors) = slow.target(of: table, file: 1)
    let others = slow.appendFactsCellByCell(from: table, file: file, target, errors)
    claim(
      diagnostics.map(\.code), equals: others.map(\.code), "two ways of reading find other mistakes"
    )
  }
  guard diagnostics.isEmpty else {
    claim(program.facts.count, equals: FactProgram.shared.facts.count, "half of a table is loaded")
    return
  }
  let facts = FactProgram.rows(of: program)
  claim(FactProgram.rows(of: slow), equals: facts, "two ways of reading find other facts")
  let text = FactProgram.quotedTable(of: facts)
  let copy = SourceFile(name: "paid.csv", bytes: Array(text.utf8))
  var again = FactProgram.shared
  let mistakes = again.appendFacts(from: FactTable(reading: copy), file: copy)
  claim(mistakes.map(\.message), equals: [], "what was read cannot be read back:\n\(text)")
  claim(FactProgram.rows(of: again), equals: facts, "other facts are read back from\n\(text)")
}

/// Reads a header and the rows behind it, whole and in two pieces.
private func examineCases(_ bytes: [UInt8], _ layout: FactTable.Layout) {
  let pieces = examinePieces(of: bytes, separator: layout.separator)
  var program = FactProgram.shared
  // Each column is tried as a sentence, which takes its time; a few show as much as many.
  guard let header = pieces.first,
    header.bytes.count(where: { $0 == layout.separator }) < 4
  else { return }
  let (table, diagnostics) = CaseTable.reading(
    header: SourceFile(name: "cases", bytes: header.bytes), layout: layout, in: &program)
  examine(diagnostics, in: program.sources)
  guard let table else { return claim(!diagnostics.isEmpty, "a header is refused without a word") }
  for piece in pieces.dropFirst().prefix(2) {
    var known = program
    let reading = table.add(row: SourceFile(name: "cases", bytes: piece.bytes), to: &known)
    examine(reading.diagnostics, in: known.sources)
  }
}

/// The rows or lines of a stream, the same whether it comes at once or in two pieces.
///
/// Where what comes is longer than is kept, the pieces may make a difference, but nothing else.
func examinePieces(of bytes: [UInt8], separator: UInt8?) -> [CaseSplitter.Piece] {
  let whole = pieces(of: [bytes[...]], separator: separator, longest: 1 << 16)
  let parts = [bytes[..<(bytes.count / 2)], bytes[(bytes.count / 2)...]]
  let divided = pieces(of: parts, separator: separator, longest: 1 << 16)
  claim(divided.map(\.line), equals: whole.map(\.line), "other rows come of a divided stream")
  claim(divided.map(\.bytes), equals: whole.map(\.bytes), "other bytes come of a divided stream")
  for piece in pieces(of: parts, separator: separator, longest: 8) {
    claim(piece.isTooLong == piece.bytes.isEmpty, "something is kept of a row that is too long")
  }
  return whole
}

/// The rows or lines of a stream that comes in some parts.
private func pieces(
  of parts: [ArraySlice<UInt8>], separator: UInt8?, longest: Int
) -> [CaseSplitter.Piece] {
  var splitter = CaseSplitter(separator: separator, longest: longest)
  var pieces: [CaseSplitter.Piece] = []
  for part in parts {
    splitter.append(Array(part))
    while let piece = splitter.next(isAtEnd: false) { pieces.append(piece) }
  }
  while let piece = splitter.next(isAtEnd: true) { pieces.append(piece) }
  return pieces
}
