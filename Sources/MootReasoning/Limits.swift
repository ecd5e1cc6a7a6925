/// What the work on one question may use up at most, in all its phases.
public struct Limits: Sendable {
  /// Rule instances joined.
  public var instances = 1_000_000_000
  /// Bytes of memory: those of the process where `memoryInUse` measures them, else those estimated for
  /// relations and instances.
  public var memory = 8 << 30
  /// Seconds of wall time.
  public var time = 600.0
  /// Rounds in which a rule works out new values from those it worked out before.
  public var rounds = 10_000
  /// Nodes of the decision diagrams that a question as a function of open facts needs.
  public var diagram = 2_000_000
  /// Depth of an explanation in conclusions that rest on one another.
  public var depth = 1_000
  /// Lines of an explanation: one for each conclusion, argument, premise and exception, before they are wrapped.
  public var explanation = 10_000
  /// When the time began to run; `nil` where it begins with each piece of work.
  public var start: ContinuousClock.Instant?
  /// Measures the bytes of memory that the process has; `nil` where estimates have to do.
  public var memoryInUse: (@Sendable () -> Int)?

  /// Creates the default limits.
  public init() {}

  /// A limit that was reached.
  public enum Kind: String, Sendable, CaseIterable {
    case instances
    case memory
    case time
    case depth
    case explanation
    case rounds
    case diagram
    /// A number worked out needs more than 38 digits.
    case digits

    /// The limits that can be set; the digits of a number are fixed.
    public static let adjustable: [Kind] = [
      .instances, .memory, .time, .depth, .explanation, .rounds, .diagram,
    ]
  }
}

extension Limits {
  /// The limits with the time running from now on, unless it runs already.
  public var begun: Limits {
    var begun = self
    begun.start = start ?? .now
    return begun
  }

  /// The seconds that are left.
  public var timeLeft: Double { time - (start?.secondsUntilNow ?? 0) }

  /// The limits for telling what is known: at least a second, a tenth of the time and an eighth of the memory are
  /// left for it, also where the work before it was stopped.
  public var forTelling: Limits {
    var limits = begun
    limits.time = max(time, time - limits.timeLeft + max(1, time / 10))
    if let memoryInUse { limits.memory = max(memory, memoryInUse() + memory / 8) }
    return limits
  }

  /// The limits for reading answers off, of which there can be millions: to tell one, as JSON, takes up to three
  /// times as much memory as to keep it, so that only a quarter of what is left is for keeping them; of answers
  /// that are told in pairs, with where the reasoning parts, a sixteenth.
  func forAnswering(inPairs: Bool) -> Limits {
    var limits = forTelling
    if let memoryInUse {
      let used = memoryInUse()
      limits.memory = used + max(0, limits.memory - used) / (inPairs ? 16 : 4)
    }
    return limits
  }

  /// The limits for a part of the work that may take no more than some part of the time.
  func taking(partOfTime part: Double) -> Limits {
    var limits = self
    limits.time = max(0, min(time * part, timeLeft))
    limits.start = .now
    return limits
  }

  /// The limit on memory or time that is reached, if one is.
  public var reached: Kind? {
    if let memoryInUse, memoryInUse() > memory { return .memory }
    return timeLeft < 0 ? .time : nil
  }
}
