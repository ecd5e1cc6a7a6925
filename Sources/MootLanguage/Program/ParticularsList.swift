/// What is stated along with facts, by the indices that facts have.
///
/// Of rows that state nothing besides their values only the place is kept, eight bytes each.
public struct ParticularsList: Sendable {
  private var runs: [Run] = []
  private var entries: [Fact.Particulars] = []
  /// Where rows begin and end, two numbers each.
  private var bounds: [UInt32] = []

  /// A stretch of particulars that are kept in the same way.
  private struct Run {
    var range: Range<Int>
    /// The place of the first one, among the entries or the bounds.
    let first: Int
    /// The file of places.
    let file: UInt32?
  }

  /// Creates a list with one entry, that of facts with which nothing is stated.
  init(first: Fact.Particulars) { append(first) }

  /// Adds what is stated along with one fact.
  mutating func append(_ particulars: Fact.Particulars) {
    entries.append(particulars)
    if let last = runs.last, last.file == nil {
      runs[runs.count - 1].range = last.range.lowerBound..<endIndex + 1
    } else {
      runs.append(
        Run(range: endIndex..<endIndex + 1, first: entries.count - 1, file: nil))
    }
  }

  /// Adds the places of rows with which nothing else is stated: where each begins and ends in a file.
  mutating func append(places: [UInt32], file: UInt32) {
    guard !places.isEmpty else { return }
    let first = bounds.count
    bounds += places
    runs.append(Run(range: endIndex..<endIndex + places.count / 2, first: first, file: file))
  }

  /// Whether an entry and those behind it say nothing but places.
  public func arePlaces(from index: Int, count: Int) -> Bool {
    let run = runs[runIndex(of: index)]
    return run.file != nil && index + count <= run.range.upperBound
  }

  private func runIndex(of index: Int) -> Int {
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high) / 2
      if index < runs[middle].range.upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension ParticularsList {
  /// How many entries a list holds, and how they are kept.
  struct Extent: Sendable {
    fileprivate let count: Int
    fileprivate let runs: Int
    fileprivate let entries: Int
    fileprivate let bounds: Int
  }

  /// How many entries the list holds.
  var extent: Extent {
    Extent(count: endIndex, runs: runs.count, entries: entries.count, bounds: bounds.count)
  }

  /// Takes back the entries that were added since the list held so many.
  mutating func shrink(to extent: Extent) {
    runs.removeLast(runs.count - extent.runs)
    entries.removeLast(entries.count - extent.entries)
    bounds.removeLast(bounds.count - extent.bounds)
    if let last = runs.last, last.range.upperBound > extent.count {
      runs[runs.count - 1].range = last.range.lowerBound..<extent.count
    }
  }
}

extension ParticularsList: RandomAccessCollection {
  /// The index of the first entry, which is empty.
  public var startIndex: Int { 0 }

  /// The number of entries.
  public var endIndex: Int { runs.last?.range.upperBound ?? 0 }

  /// What is stated along with a fact.
  public subscript(index: Int) -> Fact.Particulars {
    let run = runs[runIndex(of: index)]
    let offset = index - run.range.lowerBound
    guard let file = run.file else { return entries[run.first + offset] }
    let place = run.first + offset * 2
    return Fact.Particulars(
      stated: SourceSpan(file: file, lower: bounds[place], upper: bounds[place + 1]))
  }
}
