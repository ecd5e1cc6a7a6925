extension Program {
  /// How much a program holds: what `shrink(to:)` takes it back to.
  public struct Extent: Sendable {
    /// The number of facts.
    public var facts: Int { factList.count }
    /// The number of predicates.
    public let predicates: Int
    /// The number of values.
    public var values: Int { valueMark.count }
    fileprivate let factList: FactList.Extent
    fileprivate let particulars: ParticularsList.Extent
    fileprivate let relations: Int
    fileprivate let sources: Int
    fileprivate let valueMark: ValueTable.Mark
  }

  /// How much the program holds.
  public var extent: Extent {
    Extent(
      predicates: predicates.count, factList: facts.extent, particulars: particulars.extent,
      relations: relations.count, sources: sources.count, valueMark: values.mark)
  }

  /// Takes back the facts, values and typed sentences that were added since the program held so much.
  ///
  /// Takes time in proportion to what is taken back, as long as the program has no copies.
  public mutating func shrink(to extent: Extent) {
    facts.shrink(to: extent.factList)
    particulars.shrink(to: extent.particulars)
    relations.removeLast(relations.count - extent.relations)
    predicates.removeLast(predicates.count - extent.predicates)
    sources.removeLast(sources.count - extent.sources)
    values.forget(since: extent.valueMark)
  }
}
