import MootLanguage
import MootProofChecker

extension CertificateWriter {
  /// Labels a component that reads itself through an attack or an exception: instantiated again, with labels in the
  /// order in which literals are found to be in or out.
  mutating func writeCircle(
    _ number: Int, _ component: ClassGraph.Component, _ stage: UInt32, _ rank: UInt32
  ) throws(LimitReached) {
    reset(component)
    var grounder = Grounder(number, in: evaluation)
    try grounder.instantiate()
    let inside = evaluation.predicates(ofComponent: number)
    var arranged = GroundClasses(grounder.ground, inside: inside, in: evaluation)
    repeat {
      arranged = GroundClasses(grounder.ground, inside: inside, in: evaluation)
      try arranged.demandPreferences()
    } while try grounder.instantiateDemands()
    let network = LabelNetwork(arranged)
    let search = LabelSearch(network)
    try search.run()
    for predicate in inside.sorted() {
      for isPositive in [true, false] { open(predicate, isPositive, outStage: stage) }
    }
    for literal in network.literals.indices where !network.isStated[literal] {
      let labels = search.labels(of: literal, stage: stage - 1, rank: rank)
      guard labels.labels.contains(where: { $0 != .fails(stage: stage) }) else { continue }
      let key = network.literals[literal]
      let table = evaluation.tables[key.predicate]
      add(key.predicate, key.isPositive, table, key.row, place(of: labels))
    }
    end(component, stage: stage - 1 + search.lastStage, rank: rank + search.lastUndecidedRank)
    restore(component)
  }
}
