import Testing

@testable import MootReference

/// The probe theories on which the reasoners of the field disagree, with their well-founded answers.
struct ProbeTests {
  @Test(arguments: Probe.all)
  func `the reference gives a probe its well-founded answer`(probe: Probe) {
    let theory = FirstOrderTheory(arrows: probe.text).withEstablishedPreferences
    let conclusions = ReferenceReasoner(theory.grounded()).conclusions()
    #expect(conclusions.hasPreferenceCycle == probe.hasPreferenceCycle)
    guard !probe.hasPreferenceCycle else { return }
    let atoms = AtomTable(theory)
    let grades = (0..<conclusions.theory.ordinaryCount).map {
      (theory.arrowNotation(atoms.sentence($0)), conclusions.grade(of: $0))
    }
    expect(Dictionary(uniqueKeysWithValues: grades), for: probe)
  }

  @Test(arguments: Probe.all)
  func `the engine gives a probe its well-founded answer`(probe: Probe) throws {
    switch try EngineUnderTest.conclude(probe.file, "probe.dfl") {
    case .preferenceCycle: #expect(probe.hasPreferenceCycle)
    case .grades(let grades):
      #expect(!probe.hasPreferenceCycle)
      if !probe.hasPreferenceCycle { expect(grades, for: probe) }
    }
  }

  @Test(
    arguments: Probe.all.filter { !$0.hasPreferenceCycle })
  func `the engine agrees with the reference on every literal of a probe`(probe: Probe) {
    let comparison = TheoryComparison { try EngineUnderTest.conclude($0.text, $0.fileName) }
    let document = TheoryDocument(theory: FirstOrderTheory(arrows: probe.text), notation: .dfl)
    let found = comparison.difference(on: document)
    #expect(found == nil, "\(found.map(\.description) ?? "")")
  }

  /// Checks which literals prevail, which are undecided, and which are clear.
  private func expect(_ grades: [String: ReferenceInterval], for probe: Probe) {
    func literals(where holds: (ReferenceInterval) -> Bool) -> Set<String> {
      Set(grades.filter { holds($0.value) }.keys)
    }
    #expect(literals { $0.lower >= 2 } == probe.prevailing)
    #expect(literals { $0.lower < 2 && $0.upper >= 2 } == probe.undecided)
    if let clear = probe.clear { #expect(literals { $0.lower >= 3 } == clear) }
  }
}
