extension Program {
  /// The first line of a place: where a message about a whole statement points.
  public func firstLine(of span: SourceSpan) -> SourceSpan {
    let bytes = sources[Int(span.file)].bytes[Int(span.lower)..<Int(span.upper)]
    var end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    if end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceSpan(file: span.file, lower: span.lower, upper: UInt32(end))
  }

  /// Lets go of the text of the table that was appended last, where all its facts have the place of its first
  /// row: of a table so large only that row is kept.
  ///
  /// - Parameter digest: what is to be known of the whole text in a receipt, if anything.
  public mutating func releaseLastTable(digest: ([UInt8]) -> String?) {
    guard let source = sources.last, source.isWhole,
      case .rows(let rows) = facts.runs.last?.content
    else { return }
    let place: UInt32
    switch rows.particulars {
    case .shared(let index): place = index
    case .listed(let indices): place = indices[0]
    case .successive: return
    }
    let span = particulars[Int(place)].span
    guard Int(span.file) == sources.count - 1 else { return }
    sources[sources.count - 1] = SourceFile(
      source, upTo: Int(span.upper), digest: digest(source.bytes))
  }

  /// Takes away the file that was appended last, as nothing came of it.
  public mutating func withdrawLastSource() { sources.removeLast() }
}
