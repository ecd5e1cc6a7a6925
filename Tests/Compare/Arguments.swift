/// What the command line asks for.
struct Arguments {
  /// How many ground theories are compared.
  var groundCount = 0

  /// How many theories with variables are compared.
  var firstOrderCount = 0

  /// The seed of the first theory of each family.
  var seed: UInt64 = 1

  /// How many threads compare.
  var threadCount = 2

  /// The file that keeps a line of every segment, so that a run can be stopped and go on.
  var ledger: String?

  /// What is said of a wrong command line.
  static let usage = """
    usage: compare [--theories N] [--first-order N] [--seed S] [--threads N] [--ledger FILE]

    Compares the engine with the naive reasoner of the tests on random theories: N ground ones and
    N with variables, of the seeds from S on. Segments that the ledger lists are not run again, and
    its totals are printed. Exits with 1 when something differs.
    """

  /// Reads the words after the command's name; nil when they make no sense.
  init?(_ words: [String]) {
    var rest = words[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--ledger": ledger = value
      case "--theories": guard set(\.groundCount, value) else { return nil }
      case "--first-order": guard set(\.firstOrderCount, value) else { return nil }
      case "--threads": guard set(\.threadCount, value), threadCount > 0 else { return nil }
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      default: return nil
      }
    }
  }

  /// Sets a count from its text, unless it is none.
  private mutating func set(_ count: WritableKeyPath<Arguments, Int>, _ text: String) -> Bool {
    guard let number = Int(text), number >= 0 else { return false }
    self[keyPath: count] = number
    return true
  }
}
