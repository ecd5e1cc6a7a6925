import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot whatif`: before and after a change.
  func compared(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("whatif is not built yet", of: verb)
  }
}
