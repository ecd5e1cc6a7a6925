/// What is fuzzed: a way that bytes go, with what must be true of it.
enum Target: String, CaseIterable {
  case lexer, parser, theory, tables, json, certificate, arguments, pipeline

  /// The target of this run.
  ///
  /// Set once, before the first input comes; the fuzzer calls back without a context.
  nonisolated(unsafe) static var chosen = Target.lexer

  /// The target with a name.
  init?(named name: String) { self.init(rawValue: name) }

  /// The names of all targets.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Of how many changes to an input one is to its bytes; the others are to its lines and words.
  ///
  /// Few inputs of which a single byte is changed are a program still.
  var changesPerByteChange: Int {
    switch self {
    case .lexer, .json: 1
    case .parser, .tables, .certificate, .arguments: 2
    case .theory, .pipeline: 8
    }
  }

  /// Sends an input the whole way; traps where something is not as it must be.
  func examine(_ bytes: [UInt8]) {
    switch self {
    case .lexer: examineTokens(of: bytes)
    case .parser: examineSyntax(of: bytes)
    case .theory: examineTheory(bytes)
    case .tables: examineTable(bytes)
    case .json: examineJSON(bytes)
    case .certificate: examineCertificate(bytes)
    case .arguments: examineArguments(bytes)
    case .pipeline: examinePipeline(bytes)
    }
  }
}
