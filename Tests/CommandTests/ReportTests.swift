import Testing

@testable import MootReporting

/// How reports are laid out.
struct ReportTests {
  @Test func `text is wrapped between words, and keeps its indentation`() {
    var report = Report()
    report.add(.paragraph(depth: 1, "one two three four five six"))
    #expect(report.text(width: 12) == "  one two\n  three four\n  five six\n")
  }

  @Test func `what a row says is wrapped below itself`() {
    var report = Report()
    report.add(.row(depth: 0, label: "since", "one two three four", note: ""))
    #expect(report.text(width: 18) == "since   one two\n        three four\n")
  }

  @Test func `a note stands in its column, or on lines of its own`() {
    var report = Report()
    report.add(.row(depth: 1, label: "since", "it rains", note: "fact"))
    report.add(
      .row(
        depth: 1, label: "", Report.Phrase(String(repeating: "x", count: 80)), note: "a fact of old"
      ))
    let gap = String(repeating: " ", count: 44)
    let long = String(repeating: "x", count: 80)
    #expect(
      report.text()
        == "  since   it rains\(gap)fact\n          \(long)\n              a fact of old\n")
  }

  @Test func `a word that is longer than the line stands out`() {
    var report = Report()
    report.add(.paragraph(depth: 0, "a incomprehensibilities b"))
    #expect(report.text(width: 10) == "a\nincomprehensibilities\nb\n")
  }

  @Test func `stress is shown where the style has it`() {
    var report = Report()
    report.add(.paragraph(depth: 0, Report.Phrase("so", .strong) + ", therefore"))
    #expect(report.text() == "so, therefore\n")
    #expect(report.text(style: .ansi) == "\u{1B}[1mso\u{1B}[22m, therefore\n")
  }

  @Test func `nothing in a text can steer a terminal`() {
    var report = Report()
    report.add(.paragraph(depth: 0, "red\u{1B}[31m \u{202E}back"))
    #expect(report.text() == "red\\u{1B}[31m \\u{202E}back\n")
  }

  @Test func `wide characters take two columns`() {
    #expect(displayWidth(of: "日本") == 4)
    #expect(displayWidth(of: "e\u{301}") == 1)
  }

  @Test(arguments: [
    ("*a* [b](c) <d>", #"\*a\* \[b\](c) \<d\>"#), ("1. item", #"1\. item"#),
    ("- item", #"\- item"#),
    ("# a_b `c` | d", ##"\# a\_b \`c\` \| d"##), ("3.5 points", #"3\.5 points"#),
    ("x - y", "x - y"),
  ])
  func `no character of a text is markup`(text: String, escaped: String) {
    var report = Report()
    report.add(.paragraph(depth: 0, Report.Phrase(text)))
    #expect(report.markdown == escaped + "\n")
  }

  @Test func `Markdown has headings and nested lists`() {
    var report = Report()
    report.add(.heading(level: 1, Report.Phrase("May it?", .strong), aside: "as of 2007"))
    report.add(.entry(depth: 1, Report.Phrase("rule", .strong), aside: "WINS"))
    report.add(.row(depth: 2, label: "since", "it rains", note: "fact"))
    #expect(
      report.markdown
        == "# May it?\n\nas of 2007\n\n- **rule** — WINS\n  - *since* it rains — fact\n")
  }

  @Test(arguments: [
    (#"{"a":[1,2],"b":"x,y: {"}"#, 100, #"{"a": [1, 2], "b": "x,y: {"}"#),
    (#"{"a":[],"b":"\"}"}"#, 10, "{\n  \"a\": [],\n  \"b\": \"\\\"}\"\n}"),
    (#"[[1,2],[3]]"#, 8, "[\n  [1, 2],\n  [3]\n]"),
  ])
  func `JSON is laid out by its lists and objects`(json: String, width: Int, text: String) {
    #expect(laidOut(json: json, width: width) == text)
  }

  @Test func `JSON strings escape quotes, backslashes and controls`() {
    #expect(jsonString("a\"b\\c\n\u{1}é") == #""a\"b\\c\u000a\u0001é""#)
  }
}
