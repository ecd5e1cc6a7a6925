import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot flip`: the smallest changes that change a verdict.
  func flipped(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("flip is not built yet", of: verb)
  }
}
