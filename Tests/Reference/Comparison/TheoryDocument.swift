/// A theory as a file the engine can read.
struct TheoryDocument: Sendable {
  let theory: FirstOrderTheory
  let notation: Notation

  /// The two languages a theory can be written in.
  enum Notation: String, Sendable {
    case moot, dfl
  }

  /// The text of the file.
  var text: String { notation == .moot ? theory.mootText : theory.arrowText }

  /// The name of the file, whose suffix tells the language.
  var fileName: String { "theory.\(notation.rawValue)" }

  /// The theory as its language means it: arrows establish their preferences.
  var meaning: FirstOrderTheory { notation == .moot ? theory : theory.withEstablishedPreferences }

  /// A ground sentence as the engine names it.
  func name(_ sentence: FirstOrderTheory.Sentence) -> String {
    notation == .moot ? theory.mootNotation(sentence) : theory.arrowNotation(sentence)
  }
}
