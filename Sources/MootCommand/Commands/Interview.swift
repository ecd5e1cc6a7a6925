import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot interview`: the verdict by asking.
  func interviewed(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("interview is not built yet", of: verb)
  }
}
