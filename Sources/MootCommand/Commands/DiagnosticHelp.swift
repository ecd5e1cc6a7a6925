/// What a message means, by its code; `nil` for a code that no message has.
func diagnosticHelp(for code: String) -> String? {
  texts.first { $0.code == code }.map { "\(code)\n\n\($0.text)\n" }
}

/// The codes of all messages.
var diagnosticCodes: [String] { texts.map(\.code) }

private let texts: [(code: String, text: String)] = []
