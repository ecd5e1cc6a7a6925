/// One edit that spoils a rule file, and what a good message about it says.
struct Mistake {
  /// The kind of edit.
  let kind: Kind
  /// The file.
  let path: String
  /// The text of the file after the edit.
  let text: String
  /// The lines, from 1, at which the first error may stand: the edited one, or those around a gap.
  let places: Set<Int>
  /// What the edited line was and is.
  let description: String
  /// What the message or its help contains when it names the right repair: one of these.
  let repairs: [String]

  /// What goes wrong when people write rules.
  enum Kind: String, CaseIterable {
    case droppedWord, misspeltWord, wrongKeyword, missingLine, wrongType, wrongName, badDate
    case badIndentation
  }
}
