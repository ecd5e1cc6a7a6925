extension SourceFile {
  /// What is wrong with the file as text, if anything: it must be UTF-8, and shorter than 4 GiB.
  ///
  /// The file's index in `Program.sources` is needed for the place.
  public func encodingError(file: UInt32) -> Diagnostic? {
    guard bytes.count < UInt32.max else {
      return .fileTooLarge(span: SourceSpan(file: file, lower: 0, upper: 0))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .notUTF8(
        span: SourceSpan(file: file, lower: 0, upper: 2),
        help: "it seems to be UTF-16; save it as UTF-8")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let wrong = error.byteOffsets
      return .notUTF8(
        span: SourceSpan(
          file: file, lower: UInt32(wrong.lowerBound), upper: UInt32(wrong.upperBound)),
        help: "save the file as UTF-8")
    }
  }
}
