extension Program {
  /// A program that says nothing.
  static func empty(with sources: [SourceFile]) -> Program {
    let nowhere = SourceSpan(file: 0, lower: 0, upper: 0)
    return Program(
      title: nil, asOf: nil, values: ValueTable(), names: [:], relations: [], predicates: [],
      rules: [],
      facts: FactList(),
      particulars: ParticularsList(first: Fact.Particulars(stated: nowhere)),
      incompatibilities: [], speakers: [], citations: [], unknowns: [], questions: [],
      scenarios: [], expectations: [], sources: sources)
  }
}
