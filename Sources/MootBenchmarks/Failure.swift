/// Why the program ends without having measured what it was asked to.
enum Failure: Error, CustomStringConvertible {
  /// The command line asks for nothing there is.
  case usage(String)
  /// A file cannot be read.
  case unreadable(String)
  /// A file or folder cannot be written.
  case unwritable(String)
  /// Rules or facts have errors.
  case wrongInput(String)
  /// The engine reached a limit.
  case limit(String)
  /// A conclusion is wrong.
  case wrongAnswer(String)
  /// Something takes more than it may.
  case tooMuch(String)
  /// A process that was to measure could not be started, or did not end well.
  case process(String)

  /// What is wrong, in a line.
  var description: String {
    switch self {
    case .usage(let words): "\(words)\n  see: MootBenchmarks --help"
    case .unreadable(let path): "\"\(path)\" cannot be read"
    case .unwritable(let path): "\"\(path)\" cannot be written"
    case .wrongInput(let words), .tooMuch(let words): words
    case .limit(let kind): "the limit on \(kind) was reached"
    case .wrongAnswer(let words): "wrong answer: \(words)"
    case .process(let words): words
    }
  }

  /// What the process ends with, as `moot` does: 1 for a wrong answer or too much growth, 2 for a wrong command line, 3 for bad
  /// input, 4 for a limit, 5 for files, 70 for what should not happen.
  var exitCode: Int32 {
    switch self {
    case .wrongAnswer, .tooMuch: 1
    case .usage: 2
    case .wrongInput: 3
    case .limit: 4
    case .unreadable, .unwritable: 5
    case .process: 70
    }
  }
}
