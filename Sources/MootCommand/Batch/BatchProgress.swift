/// The line that tells how far a run is, on a terminal.
struct BatchProgress {
  private let isShown: Bool
  private var isThere = false
  private var last = ContinuousClock.now

  /// Begins a run.
  init(isShown: Bool) { self.isShown = isShown }

  /// What to show after some cases: nothing more than twice a second.
  mutating func text(after tally: BatchRun.Tally) -> String {
    guard isShown, ContinuousClock.now - last > .milliseconds(500) else { return "" }
    last = ContinuousClock.now
    isThere = true
    let skipped = tally.skipped > 0 ? ", \(tally.skipped) skipped" : ""
    return "\r\u{1B}[K\(tally.written) cases\(skipped) …"
  }

  /// What takes the line away, so that something else can be said.
  mutating func cleared() -> String {
    defer { isThere = false }
    return isThere ? "\r\u{1B}[K" : ""
  }

  /// What takes the line away at the end.
  mutating func end() -> String { cleared() }
}
