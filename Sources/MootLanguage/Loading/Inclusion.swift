/// What became of a file that another one uses.
public enum Inclusion: Sendable {
  /// The file.
  case file(SourceFile)
  /// There is none.
  case notFound
  /// There is one, but it cannot be read; says why.
  case unreadable(String)
}
