import MootLanguage

/// Cases of one file or of standard input, as they come.
///
/// A class because it keeps reading where it stopped.
final class CaseStream {
  /// What messages call it.
  let name: String
  /// How rows are read; `nil` for lines of JSON.
  private(set) var table: CaseTable?
  private var splitter = CaseSplitter()
  private let read: () throws(FileFailure) -> [UInt8]
  private(set) var isAtEnd = false

  /// Begins a stream; `read` gives the next bytes, and none at the end.
  init(named name: String, read: @escaping () throws(FileFailure) -> [UInt8]) {
    self.name = name
    self.read = read
  }

  /// Finds out what the cases are written in, and reads the header of a table, whose sentences may bring values
  /// into the program; gives what is wrong with it.
  ///
  /// The suffix of the name tells, else the first byte: lines of JSON begin with a brace.
  func begin(in program: inout Program) throws(FileFailure) -> [Diagnostic] {
    try readMore()
    splitter.skipByteOrderMark()
    while splitter.firstByte == nil, !isAtEnd { try readMore() }
    guard let layout else { return [] }
    splitter.separator = layout == .commaSeparated ? UInt8(ascii: ",") : UInt8(ascii: "\t")
    while true {
      if let header = splitter.next(isAtEnd: isAtEnd) {
        let file = SourceFile(name: name, bytes: header.bytes)
        let (table, diagnostics) = CaseTable.reading(
          header: file, layout: layout, in: &program)
        self.table = table
        return diagnostics
      }
      guard !isAtEnd else { return [] }
      try readMore()
    }
  }

  /// The cases that the next bytes complete; none also where a case is still incomplete.
  func next() throws(FileFailure) -> [CaseSplitter.Piece] {
    var pieces = whole()
    if pieces.isEmpty, !isAtEnd {
      try readMore()
      pieces = whole()
    }
    return pieces
  }

  private func whole() -> [CaseSplitter.Piece] {
    var pieces: [CaseSplitter.Piece] = []
    while let piece = splitter.next(isAtEnd: isAtEnd) { pieces.append(piece) }
    return pieces
  }

  private func readMore() throws(FileFailure) {
    let bytes = try read()
    isAtEnd = bytes.isEmpty
    splitter.append(bytes)
  }

  private var layout: FactTable.Layout? {
    if name.hasSuffix(".csv") { return .commaSeparated }
    if name.hasSuffix(".tsv") { return .tabSeparated }
    let isJSON = [".jsonl", ".ndjson", ".json"].contains { name.hasSuffix($0) }
    guard !isJSON, let first = splitter.firstByte else { return nil }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? nil : .commaSeparated
  }
}
