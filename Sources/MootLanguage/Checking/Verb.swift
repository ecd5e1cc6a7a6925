/// A verb as an action marks it: `operate(s)`, `pass(es)`, `[be|is]`.
struct Verb {
  /// What follows `may` and `must`.
  let bare: String
  /// What stands without them.
  let marked: String

  /// Reads a marked verb; `nil` when the word is not marked.
  init?(reading word: String) {
    if word.hasPrefix("["), word.hasSuffix("]") {
      let forms = word.dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false)
      guard forms.count == 2, !forms[0].isEmpty, !forms[1].isEmpty else { return nil }
      bare = String(forms[0])
      marked = String(forms[1])
    } else if let mark = ["(s)", "(es)"].first(where: word.hasSuffix), word.count > mark.count {
      bare = String(word.dropLast(mark.count))
      marked = bare + mark.dropFirst().dropLast()
    } else {
      return nil
    }
  }
}
