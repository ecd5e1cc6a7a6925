import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot repl`: an interactive session.
  func conversed(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("repl is not built yet", of: verb)
  }
}
