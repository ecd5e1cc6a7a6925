import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot timeline`: the verdict over time.
  func traced(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("timeline is not built yet", of: verb)
  }
}
