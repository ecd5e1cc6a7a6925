import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot table`: the verdict as a decision table.
  func tabulated(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    throw .usage("table is not built yet", of: verb)
  }
}
