import MootLanguage
public import MootReasoning

extension Limits.Kind {
  /// What stopped work that evaluates again and again, as a clause.
  public var reason: String {
    switch self {
    case .instances, .memory, .time, .depth, .explanation:
      "the limit on \(rawValue) was reached (--limit \(rawValue)=N)"
    case .diagram:
      "the verdict depends on the open facts in too many ways (--limit diagram=N)"
    case .rounds: "a rule goes on working out new values from its own (--limit rounds=N)"
    case .digits: "a number that was worked out needs more than 38 digits"
    }
  }
}

extension Outcome {
  /// What stopped the evaluation, or answering, in which rule, and how large it had grown; `nil` when nothing did.
  public var limitInWords: String? { stop?.words(in: program) }

  /// Whether everything is derived, whatever may be left out of what is told of it.
  var isDecided: Bool { stop.map { $0.phase != .evaluation } ?? true }

  /// What is said of a question that nothing answers.
  public var nothingFound: String {
    isDecided
      ? "Nothing of the kind is at all arguable." : "Nothing of the kind was found so far."
  }
}

extension Stop {
  /// What stopped the work, in which rule, and how large it had grown.
  func words(in program: Program) -> String {
    if case .answering(let count) = phase {
      let answers = count == 1 ? "1 answer" : "\(grouped(count)) answers"
      return "answering stopped \(cause), with \(answers)\(remedy)"
    }
    let place = rule.map { " in rule \"\(program[$0].name)\"" } ?? ""
    return "the evaluation stopped \(cause)\(place), \(size)\(remedy)"
  }

  /// At which limit it stopped.
  private var cause: String {
    switch kind {
    case .instances:
      "at \(grouped(limits.instances)) \(limits.instances == 1 ? "rule instance" : "rule instances")"
    case .memory: "at \(bytes(limits.memory)) of memory"
    case .time: "after \(seconds(limits.time))"
    case .depth: "at more conditions than are joined at once"
    case .explanation: "at \(grouped(limits.explanation)) lines"
    case .rounds: "after \(grouped(limits.rounds)) rounds of new values from its own"
    case .diagram: "at \(grouped(limits.diagram)) nodes of a diagram"
    case .digits: "at a number of more than 38 digits"
    }
  }

  /// How large it had grown.
  private var size: String {
    let held = sentences == 1 ? "1 sentence" : "\(grouped(sentences)) sentences"
    guard kind != .instances else { return "with \(held)" }
    let joined = instances == 1 ? "1 rule instance" : "\(grouped(instances)) rule instances"
    return "with \(joined) and \(held)"
  }

  /// How to allow for more.
  private var remedy: String {
    if kind == .digits { return " (divide last: 1 / 3 has 38 digits already)" }
    return Limits.Kind.adjustable.contains(kind) ? " (--limit \(kind.rawValue)=N)" : ""
  }
}

/// A whole number with its digits in groups of three: "1,000,000".
func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  let text = digits.indices.map { place in
    let isFirstOfGroup = place > 0 && (digits.count - place) % 3 == 0
    return (isFirstOfGroup ? "," : "") + String(digits[place])
  }
  return (number < 0 ? "-" : "") + text.joined()
}

/// An amount of memory: "8 GiB", or in bytes where it is no round number.
func bytes(_ count: Int) -> String {
  for (name, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
  where count >= size && count % size == 0 {
    return "\(grouped(count / size)) \(name)"
  }
  return "\(grouped(count)) bytes"
}

/// A span of time in seconds, with three decimals at most: "600 s".
func seconds(_ count: Double) -> String {
  let thousandths = Int((min(count, 1e12) * 1000).rounded())
  let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
  guard rest > 0 else { return "\(grouped(whole)) s" }
  var decimals = String(rest + 1000).dropFirst()
  while decimals.last == "0" { decimals.removeLast() }
  return "\(grouped(whole)).\(decimals) s"
}
