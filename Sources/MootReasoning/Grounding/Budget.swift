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
  private var start: ContinuousClock.Instant?
  /// The rule instances joined so far, whole or in part.
  private(set) var instances = 0
  private var untilNextLook = 0
  private var looks = 0

  /// Starts the clock, unless that of the limits runs already.
  init(_ limits: Limits) {
    self.limits = limits
    start = limits.start ?? .now
  }

  /// Begins anew with all of the limits, without looking at the clock yet.
  @inline(__always)
  mutating func renew() {
    start = limits.start
    instances = 0
    untilNextLook = 20_000
  }

  /// Accounts for some bindings, whole or in part.
  mutating func spend(_ bindings: Int) throws(LimitReached) {
    instances += bindings
    guard instances <= limits.instances else { throw LimitReached(kind: .instances) }
    try work(bindings)
  }

  /// Accounts for candidates looked at, and looks at clock and memory now and then.
  mutating func work(_ candidates: Int) throws(LimitReached) {
    untilNextLook -= candidates
    guard untilNextLook < 0 else { return }
    untilNextLook = 20_000
    if start == nil { start = ContinuousClock.now }
    try lookAtClock()
    looks += 1
    // To measure the memory takes longer than to look at a clock.
    if looks % 4 == 1 { try lookAtMemory() }
  }

  /// Checks the time since the start.
  func lookAtClock() throws(LimitReached) {
    guard let start else { return }
    let elapsed = ContinuousClock.now - start
    guard elapsed < .seconds(limits.time) else { throw LimitReached(kind: .time) }
  }

  /// Checks the memory of the process, where it is measured.
  func lookAtMemory() throws(LimitReached) {
    guard let memoryInUse = limits.memoryInUse else { return }
    guard memoryInUse() <= limits.memory else { throw LimitReached(kind: .memory) }
  }

  /// Checks how many rounds of new values there have been.
  func work(rounds: Int) throws(LimitReached) {
    guard rounds <= limits.rounds else { throw LimitReached(kind: .rounds) }
  }

  /// Checks an estimate of the memory in use, in bytes, where it is not measured.
  func hold(bytes: Int) throws(LimitReached) {
    guard limits.memoryInUse == nil else { return }
    guard bytes <= limits.memory else { throw LimitReached(kind: .memory) }
  }
}
