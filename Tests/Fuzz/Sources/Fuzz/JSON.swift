import Foundation

@testable import MootCommand
@testable import MootLanguage

/// JSON: files of facts and cases; the first byte says which.
///
/// What is read is JSON by the measure of another reader, and facts written as JSON are read back.
func examineJSON(_ bytes: [UInt8]) {
  guard let kind = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  if kind % 2 == 0 {
    examineFacts(rest)
  } else {
    let pieces = examinePieces(of: rest, separator: nil)
    if pieces.count > 1, !pieces[0].isTooLong { examineCase(pieces[0].bytes) }
    examineCase(rest)
  }
}

/// Reads a file of facts, and reads them back.
private func examineFacts(_ bytes: [UInt8]) {
  let file = SourceFile(name: "facts.json", bytes: bytes)
  var program = FactProgram.shared
  let diagnostics = program.appendFacts(fromJSON: file)
  examine(diagnostics, in: program.sources)
  guard diagnostics.isEmpty else {
    claim(program.facts.count, equals: FactProgram.shared.facts.count, "half of a file is loaded")
    return
  }
  claim(isJSON(bytes), "what is no JSON is read")
  let facts = FactProgram.rows(of: program)
  let text = "{" + facts.map(member).joined(separator: ",\n") + "}"
  var again = FactProgram.shared
  for fact in facts {
    let copy = SourceFile(name: "facts.json", bytes: Array("{\(member(of: fact))}".utf8))
    let mistakes = again.appendFacts(fromJSON: copy)
    claim(mistakes.map(\.message), equals: [], "what was read cannot be read back:\n\(text)")
  }
  claim(FactProgram.rows(of: again), equals: facts, "other facts are read back from\n\(text)")
}

/// Reads a case.
private func examineCase(_ bytes: [UInt8]) {
  var program = FactProgram.shared
  let extent = program.facts.count
  let reading = program.add(case: SourceFile(name: "case", bytes: bytes))
  examine(reading.diagnostics, in: program.sources)
  guard reading.diagnostics.isEmpty else {
    return claim(program.facts.count >= extent, "facts are lost")
  }
  claim(isJSON(bytes), "what is no JSON is read")
}

/// Whether the system's reader takes bytes for JSON.
func isJSON(_ bytes: [UInt8]) -> Bool {
  (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
}

/// A fact as a member of a JSON file, by the names of the holes.
private func member(of row: FactProgram.Row) -> String {
  let names =
    switch row.values.count {
    case 4: ["who", "amount", "day", "note"]
    case 2: ["who", "stall"]
    case 1: ["who"]
    default: [String]()
    }
  var members = zip(names, row.values).map { name, value in
    let isNumber = if case .number = value { true } else { false }
    let text = FactProgram.text(of: value)
    return "\"\(name)\":\(isNumber ? text : text.quotedForJSON)"
  }
  if let from = row.period.from { members.append("\"from\":\"\(from.text)\"") }
  if let until = row.period.until { members.append("\"until\":\"\(until.text)\"") }
  members.append("\"cites\":[\(row.cites.map(\.quotedForJSON).joined(separator: ","))]")
  return "\(row.key.quotedForJSON):[{\(members.joined(separator: ","))}]"
}
