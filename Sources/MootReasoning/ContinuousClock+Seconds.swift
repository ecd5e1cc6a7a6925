extension ContinuousClock.Instant {
  /// The seconds that have passed since then.
  var secondsUntilNow: Double {
    let elapsed = ContinuousClock.now - self
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
}
