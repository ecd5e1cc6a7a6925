/// The facts of a program, in source order.
///
/// Those written one by one are kept one by one, those of tables in columns: four bytes for each argument, and
/// nothing besides where all rows have the same particulars. Whoever goes through all facts of a large base
/// does so by its `runs`.
public struct FactList: Sendable {
  /// The stretches of facts that are kept in the same way; one after another they are all facts.
  public private(set) var runs: [FactRun] = []
  /// The written facts of all runs.
  private var written: [Written] = []
  /// For each run, how many written facts are in those before it.
  private var writtenBefore: [Int] = []
  /// The arguments of the written facts.
  private var writtenArguments: [ValueID] = []

  private struct Written {
    let predicate: SignedPredicate
    let isImplied: Bool
    /// The index of its first argument in `writtenArguments`.
    let lower: UInt32
    /// The index after its last argument.
    let upper: UInt32
    var particulars: UInt32
  }

  /// Creates an empty list.
  init() {}

  /// The arguments of a fact.
  public func arguments(at index: Int) -> FactArguments {
    let (number, offset) = place(of: index)
    switch runs[number].content {
    case .written:
      let fact = written[writtenBefore[number] + offset]
      return FactArguments(writtenArguments[Int(fact.lower)..<Int(fact.upper)])
    case .rows(let rows):
      return FactArguments(row: rows.row(ofFact: offset), of: rows.columns)
    }
  }

  /// Adds a written fact.
  mutating func append(
    _ predicate: SignedPredicate, _ arguments: some Sequence<ValueID>, particulars: UInt32
  ) {
    let lower = UInt32(writtenArguments.count)
    writtenArguments.append(contentsOf: arguments)
    append(
      Written(
        predicate: predicate, isImplied: false, lower: lower,
        upper: UInt32(writtenArguments.count), particulars: particulars))
  }

  /// Adds what follows from the written fact that was added last.
  mutating func appendImplied(_ predicate: SignedPredicate) {
    guard let last = written.last else { return }
    append(
      Written(
        predicate: predicate, isImplied: true, lower: last.lower, upper: last.upper,
        particulars: last.particulars))
  }

  /// Forgets the particulars of the written facts.
  mutating func forgetParticulars() {
    for index in written.indices { written[index].particulars = 0 }
  }

  /// Adds the facts of a table.
  mutating func append(_ rows: FactRows) {
    guard rows.count > 0 else { return }
    writtenBefore.append(written.count)
    runs.append(FactRun(range: endIndex..<endIndex + rows.factCount, content: .rows(rows)))
  }

  private mutating func append(_ fact: Written) {
    written.append(fact)
    if let last = runs.last, case .written = last.content {
      runs[runs.count - 1] = FactRun(
        range: last.range.lowerBound..<last.range.upperBound + 1, content: .written)
    } else {
      writtenBefore.append(written.count - 1)
      runs.append(FactRun(range: endIndex..<endIndex + 1, content: .written))
    }
  }

  /// The run of a fact, and its place in it.
  private func place(of index: Int) -> (run: Int, offset: Int) {
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high) / 2
      if index < runs[middle].range.upperBound { high = middle } else { low = middle + 1 }
    }
    return (low, index - runs[low].range.lowerBound)
  }
}

extension FactList {
  /// How many facts a list holds, and how they are kept.
  struct Extent: Sendable {
    /// The number of facts.
    let count: Int
    fileprivate let runs: Int
    fileprivate let written: Int
    fileprivate let arguments: Int
  }

  /// How many facts the list holds.
  var extent: Extent {
    Extent(
      count: endIndex, runs: runs.count, written: written.count,
      arguments: writtenArguments.count)
  }

  /// Takes back the facts that were added since the list held so many.
  mutating func shrink(to extent: Extent) {
    writtenBefore.removeLast(runs.count - extent.runs)
    runs.removeLast(runs.count - extent.runs)
    written.removeLast(written.count - extent.written)
    writtenArguments.removeLast(writtenArguments.count - extent.arguments)
    if let last = runs.last, last.range.upperBound > extent.count {
      runs[runs.count - 1] = FactRun(
        range: last.range.lowerBound..<extent.count, content: last.content)
    }
  }
}

extension FactList: RandomAccessCollection {
  /// The index of the first fact.
  public var startIndex: Int { 0 }

  /// The number of facts.
  public var endIndex: Int { runs.last?.range.upperBound ?? 0 }

  /// A fact.
  public subscript(index: Int) -> Fact {
    let (number, offset) = place(of: index)
    switch runs[number].content {
    case .written:
      let fact = written[writtenBefore[number] + offset]
      return Fact(
        predicate: fact.predicate, index: index, particulars: fact.particulars,
        isImplied: fact.isImplied)
    case .rows(let rows): return rows.fact(offset, index: index)
    }
  }
}
