/// What the engine under test answers for one text.
enum EngineConclusions: Equatable, Sendable {
  /// The grade of every ordinary literal whose upper grade is not 0, by its name in `moot run --format json`.
  case grades([String: ReferenceInterval])

  /// The error that preferences certainly cycle, found before or in evaluation.
  case preferenceCycle
}
