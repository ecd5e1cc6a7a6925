extension Program {
  /// The first line of a place: where a message about a whole statement points.
  public func firstLine(of span: SourceSpan) -> SourceSpan {
    let bytes = sources[Int(span.file)].bytes[Int(span.lower)..<Int(span.upper)]
    var end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    if end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceSpan(file: span.file, lower: span.lower, upper: UInt32(end))
  }
}
