import Foundation
import MootLanguage

/// Texts that do harm where they reach an output as they are.
enum HostileTexts {
  /// Texts that may stand in a rule file; control characters are refused there.
  static let inFiles = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; &amp;",
    "[a](javascript:alert(1))", "![a](http://evil.example/x.png)", "| a | b |", "``` code ```",
    "# heading", "* star * _under_ ~~out~~", "https://evil.example/", "www.evil.example",
    "=1+1", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "=HYPERLINK(\"\"http://evil.example\"\")",
    "a,b;c", "say \"quoted\" and \\ back", "'; DROP TABLE facts; --", "::error::fake",
    "%0A::warning::fake", "a\tb", "\u{9B}31mred", "\u{85}next", "\u{202E}reversed",
    "\u{2066}inside\u{2069}", "\u{200B}zero", "\u{FEFF}mark", "\u{2028}line", "\u{2029}paragraph",
    "soft\u{AD}hyphen", "tag\u{E0041}", "\u{3164}", "joined\u{200D}", "{\"a\": 1}",
    "${PATH} $(id) `id`",
    "%s%n%p", "../../etc/passwd", "ﬁ ligature", "Zoë", "Аnn",
    // An accent behind a mark makes another character of it, and no other byte.
    "a\"\u{301},b\"\u{301}", "\"\u{301}", "*\u{301}a*\u{301}", "[\u{301}a](b)", "<\u{338}b>",
    "|\u{301} a",
    "?\u{301}x", "--\u{301}x", "-\u{301}-x", "a,\u{301}", "(\u{301}a", "\\\u{301}", "%\u{301}0A",
    "$\u{301}a$\u{301}",
  ]

  /// Texts with control characters, for where a file cannot bring them.
  static let withControls = [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://evil.example\u{1B}\\link",
    "two\nlines", "return\rover", "\u{8}\u{8}back", "\u{0}nul", "\u{7F}delete", "\r\n::error::fake",
    "two\r\nlines",
    "\"\u{301}\n",
  ]

  /// The text as it stands between quotation marks of a rule file.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacingScalars { $0 == "\\" || $0 == "\"" ? "\\\($0)" : nil } + "\""
  }

  /// A rule file with a text in every place that takes one.
  static func ruleFile(with text: String) -> String {
    let quoted = quoted(text)
    return """
      title \(quoted)
      as of 2007-09-01
      source paper \(quoted), 2006
        url \(quoted)
      speaker Ann \(quoted)
      speaker Bob "Bob, a lawyer"
      relation ?person owns ?thing / ?person does not own ?thing
        as owns
      relation ?person is a heir
        as heir
      relation ?person paid ?amount: number for ?thing
        as paid
      name Ring \(quoted)
      fact \(quoted) is a heir
        from 2000
        cites paper
      fact Eve is a heir
      unknown Eve paid 5 for Ring
      unknown \(quoted) paid 7 for Ring
      rule inherits \(quoted)
        argued by Ann
        cites paper
        if ?person is a heir
        unless ?person paid 5 for Ring
        then ?person owns Ring
        because \(quoted)
      rule pays \(quoted)
        argued by Bob
        if ?person is a heir
        and ?person paid ?amount for \(quoted)
        then ?person does not own Ring
        because \(quoted)
      rule doubts
        argued by Bob
        if ?person is a heir
        then ?person does not own Ring
        because \(quoted)
      prefer inherits over doubts as better
        cites paper
        because \(quoted)
      scenario other \(quoted)
        \(quoted) paid 5 for Ring
      question own \(quoted)
        ask \(quoted) owns Ring
      question all \(quoted)
        ask ?who owns ?what
      expect own refuted
      """ + "\n"
  }
}
