/// Thrown when a limit is reached; the evaluation stops and keeps what is decided.
struct LimitReached: Error {
  /// The limit.
  let kind: Limits.Kind
}

/// What is left of the limits during one evaluation.
struct Budget {
  /// What may be used up at most.
  let limits: Limits
  /// When the work began; `nil` until the clock is looked at for the first time.
  private var start: ContinuousClock.Instant? = ContinuousClock.now
  private var instances = 0
  private var untilNextLook = 0

  /// Starts the clock.
  init(_ limits: Limits) { self.limits = limits }

  /// Begins anew with all of the limits, without looking at the clock yet.
  @inline(__always)
  mutating func renew() {
    start = nil
    instances = 0
    untilNextLook = 20_000
  }

  /// Accounts for some bindings, whole or in part.
  mutating func spend(_ bindings: Int) throws(LimitReached) {
    instances += bindings
    guard instances <= limits.instances else { throw LimitReached(kind: .instances) }
    try work(bindings)
  }

  /// Accounts for candidates looked at, and looks at the clock now and then.
  mutating func work(_ candidates: Int) throws(LimitReached) {
    untilNextLook -= candidates
    guard untilNextLook < 0 else { return }
    untilNextLook = 20_000
    if start == nil { start = ContinuousClock.now }
    try lookAtClock()
  }

  /// Checks the time since the start.
  func lookAtClock() throws(LimitReached) {
    guard let start else { return }
    let elapsed = ContinuousClock.now - start
    guard elapsed < .seconds(limits.time) else { throw LimitReached(kind: .time) }
  }

  /// Checks how many rounds of new values there have been.
  func work(rounds: Int) throws(LimitReached) {
    guard rounds <= limits.rounds else { throw LimitReached(kind: .rounds) }
  }

  /// Checks an estimate of the memory in use, in bytes.
  func hold(bytes: Int) throws(LimitReached) {
    guard bytes <= limits.memory else { throw LimitReached(kind: .memory) }
  }
}
