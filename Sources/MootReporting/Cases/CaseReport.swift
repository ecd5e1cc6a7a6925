public import MootLanguage
public import MootReasoning

/// Writes the answers to cases, each as one line of JSON: the object that `ask` prints, with the case's name.
public struct CaseReport: Sendable {
  /// The questions' names, for each that is asked.
  private let names: [String?]
  /// The receipt's inputs but for the case, and its version, written once.
  private let inputs: [UInt8]
  private let version: [UInt8]

  /// Prepares the lines for cases over a program; the receipt tells what that was read from.
  public init(on questions: [CaseQuestion], of program: Program, receipt: Receipt) {
    names = questions.map { asked in asked.question.map { program.questions[$0].name } }
    var line = JSONLine()
    line.open("{")
    for (name, digest) in receipt.inputs.sorted(by: { $0.key < $1.key }) {
      line.key(name)
      line.add(digest)
    }
    line.close("}")
    inputs = line.bytes
    var text = JSONLine()
    text.add(receipt.version)
    version = text.bytes
  }

  /// The line for a case that was answered; it ends with a line feed.
  public func line(
    answering findings: CaseFindings, to reading: CaseReading, _ file: SourceFile
  ) -> [UInt8] {
    var line = JSONLine()
    line.open("{")
    line.key("answers")
    line.open("[")
    for (finding, name) in zip(findings.findings, names) {
      for answer in finding.answers {
        line.next()
        line.add(answer, to: name, in: finding.program)
      }
    }
    line.close("]")
    addName(of: reading, to: &line)
    if let limit = findings.reachedLimit {
      line.key("incomplete")
      line.add(limit.rawValue)
    }
    end(&line, file, asOf: findings.asOf)
    return line.bytes
  }

  /// The line for a case that was skipped, and why; it ends with a line feed.
  public func line(
    skipping reading: CaseReading, _ file: SourceFile, because reason: String
  ) -> [UInt8] {
    var line = JSONLine()
    line.open("{")
    line.key("answers")
    line.add([])
    addName(of: reading, to: &line)
    end(&line, file, asOf: nil, skipped: reason)
    return line.bytes
  }

  private func addName(of reading: CaseReading, to line: inout JSONLine) {
    line.key("id")
    switch reading.name {
    case .text(let text): line.add(text)
    case .number(let digits): line.add(raw: Array(digits.utf8))
    case nil: line.add(raw: "null")
    }
  }

  private func end(
    _ line: inout JSONLine, _ file: SourceFile, asOf date: CalendarDate?, skipped: String? = nil
  ) {
    line.key("receipt")
    line.open("{")
    line.key("asOf")
    line.add(date?.text)
    line.key("case")
    line.add(sha256(file.bytes))
    line.key("inputs")
    line.add(raw: inputs)
    line.key("version")
    line.add(raw: version)
    line.close("}")
    line.key("schema")
    line.add(raw: "\"moot.answers/1\"")
    if let skipped {
      line.key("skipped")
      line.add(skipped)
    }
    line.close("}")
    line.add(raw: "\n")
  }
}
