import MootReference

/// What the command line asks for.
struct Arguments {
  /// How many theories of each family are compared.
  var counts: [TheoryFamily: Int] = [:]

  /// The seed of the first theory of each family.
  var seed: UInt64 = 1

  /// How many threads compare.
  var threadCount = 2

  /// Whether the first difference ends the run.
  var stopsAtDifference = false

  /// The file that keeps a line of every segment, so that a run can be stopped and go on.
  var ledger: String?

  /// What is said of a wrong command line.
  static let usage = """
    usage: compare [--theories N] [--first-order N] [--dated N] [--circumstances N] [--seed S]
                   [--threads N] [--stop] [--ledger FILE]

    Compares the engine with the naive reasoner of the tests on random theories, of the seeds from S
    on: so many ground ones, with variables, ground with dates and what-ifs, and with variables,
    dates, numbers, totals and what-ifs. Segments that the ledger lists are not run again, and
    its totals are printed. Exits with 1 when something differs; with --stop at once, without making
    the theory small.
    """

  /// Reads the words after the command's name; nil when they make no sense.
  init?(_ words: [String]) {
    var rest = words[...]
    while let option = rest.popFirst() {
      if option == "--stop" {
        stopsAtDifference = true
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--ledger": ledger = value
      case "--threads":
        guard let number = Int(value), number > 0 else { return nil }
        threadCount = number
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      default:
        let name = option == "--theories" ? "ground" : String(option.dropFirst(2))
        guard let family = TheoryFamily(rawValue: name), let number = Int(value), number >= 0
        else { return nil }
        counts[family] = number
      }
    }
  }
}
