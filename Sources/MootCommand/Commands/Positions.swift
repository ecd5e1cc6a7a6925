import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot positions`: what each speaker concludes.
  func positioned(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("positions is not built yet", of: verb)
  }
}
