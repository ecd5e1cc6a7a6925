extension Arguments {
  /// `moot repl`: a session in which each line asks or supposes something.
  ///
  /// It ends with its input or with `quit`, and by no mistake; what it prints is written as it comes.
  func conversed(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    var session = Session(self, in: surroundings)
    if !files.isEmpty { try session.load(files) }
    do throws(FileFailure) {
      if surroundings.isInteractive { try surroundings.write(Session.greeting) }
      while true {
        if surroundings.isInteractive { try surroundings.write(Session.prompt) }
        guard let line = try surroundings.readLine() else { break }
        let reply = session.reply(to: line)
        surroundings.writeMessage(reply.messages)
        try surroundings.write(reply.output)
        if session.isOver { return CommandResult() }
      }
      if surroundings.isInteractive { try surroundings.write("\n") }
    } catch {
      throw error.failure(reading: "standard input")
    }
    return CommandResult()
  }
}
