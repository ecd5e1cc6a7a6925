extension Program {
  /// How much a program holds: what `shrink(to:)` takes it back to.
  public struct Extent: Sendable {
    /// The number of facts.
    public let facts: Int
    /// The number of values.
    public let values: Int
    fileprivate let factArguments: Int
    fileprivate let particulars: Int
    fileprivate let relations: Int
    /// The number of predicates.
    public let predicates: Int
    fileprivate let sources: Int
  }

  /// How much the program holds.
  public var extent: Extent {
    Extent(
      facts: facts.count, values: values.count, factArguments: factArguments.count,
      particulars: particulars.count, relations: relations.count, predicates: predicates.count,
      sources: sources.count)
  }

  /// Takes back the facts, values and typed sentences that were added since the program held so much.
  ///
  /// Takes time in proportion to what is taken back, as long as the program has no copies.
  public mutating func shrink(to extent: Extent) {
    facts.removeLast(facts.count - extent.facts)
    factArguments.removeLast(factArguments.count - extent.factArguments)
    particulars.removeLast(particulars.count - extent.particulars)
    relations.removeLast(relations.count - extent.relations)
    predicates.removeLast(predicates.count - extent.predicates)
    sources.removeLast(sources.count - extent.sources)
    values.shrink(to: extent.values)
  }
}
