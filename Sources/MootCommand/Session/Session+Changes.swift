import MootLanguage
import MootReasoning
import MootReporting

extension Session {
  /// Supposes something more, once it can be read together with what is supposed.
  mutating func suppose(
    _ line: SessionLine, _ more: [TypedChange]
  ) throws(CommandFailure) -> CommandResult {
    guard !line.rest.isEmpty else { throw lacking(line) }
    let read = try read(changes + more)
    let known = try self.read(changes).changes.count
    suppose(changes + more)
    return reply(read, from: known)
  }

  /// Takes assumptions back that match, and drops what the files say so, where they do.
  mutating func retract(_ line: SessionLine) throws(CommandFailure) -> CommandResult {
    guard !line.rest.isEmpty else { throw lacking(line) }
    var kept: [TypedChange] = []
    for change in changes {
      // The retraction is read last, so that both are read by the same program.
      let both = try read([change, .typed("retract " + line.rest)])
      let isMet = both.changes.count == 2 && both.changes[1].takesBack(both.changes[0])
      if !isMet { kept.append(change) }
    }
    let isTaken = kept.count < changes.count
    let alone = try read([.typed("retract " + line.rest)])
    let isSaid = !Scenario(alone.program, changes: alone.changes).dropped(by: 0).isEmpty
    guard isSaid || !isTaken else {
      suppose(kept)
      return CommandResult(output: "no longer supposed: \(line.rest.shown)\n")
    }
    let read = try read(kept + [.typed("retract " + line.rest)])
    guard isSaid else {
      return CommandResult(messages: reply(read, from: read.changes.count - 1).messages)
    }
    suppose(kept + [.typed("retract " + line.rest)])
    return reply(read, from: read.changes.count - 1)
  }

  /// Takes the last change back.
  mutating func undo() throws(CommandFailure) -> CommandResult {
    guard let last = past.popLast() else {
      throw CommandFailure(.usage, "there is nothing to undo")
    }
    changes = last
    return CommandResult(output: try listedChanges())
  }

  /// What is supposed now, one to a line, as it could be typed.
  func listedChanges() throws(CommandFailure) -> String {
    guard !changes.isEmpty else { return "nothing is supposed\n" }
    return changes.map { $0.line.shown + "\n" }.joined()
  }

  /// Reads changes together.
  private func read(
    _ typed: [TypedChange]
  ) throws(CommandFailure) -> (program: Program, changes: [Change]) {
    var program = try loadedProgram()
    let read = try arguments.read(typed, into: &program, in: surroundings)
    return (program, read)
  }

  /// Says what is newly supposed, and what is to be said of it.
  private func reply(
    _ read: (program: Program, changes: [Change]), from first: Int
  ) -> CommandResult {
    let scenario = Scenario(read.program, changes: read.changes)
    let lines = read.changes.dropFirst(first).map { $0.words(in: read.program).shown + "\n" }
    let remarks = scenario.remarks.filter { $0.change >= first }
    let strangers = arguments.strangers(in: read.program, askedOf: program)
    let known = arguments.strangers(
      in: (try? self.read(past.last ?? []).program) ?? read.program, askedOf: program)
    let messages = remarks.map {
      "moot: \($0.words(in: read.program, changes: read.changes).shown)\n"
    }
    return CommandResult(
      output: lines.joined(),
      messages: (strangers == known ? "" : strangers) + messages.joined())
  }
}

extension TypedChange {
  /// The line of a session that makes it.
  var line: String {
    switch self {
    case .typed(let text):
      let words = text.split(separator: " ").map(String.init)
      return SessionLine(words).action == nil ? "assume " + text : text
    case .joined(let text): return text
    case .scenario(let name): return "scenario " + name
    }
  }
}
