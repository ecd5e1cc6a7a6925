/// The arguments of a fact.
public struct FactArguments: RandomAccessCollection, Sendable {
  private let storage: Storage

  private enum Storage {
    case written(ArraySlice<ValueID>)
    case row(Int, columns: [[UInt32]])
  }

  /// Creates the arguments of a written fact.
  init(_ values: ArraySlice<ValueID>) { storage = .written(values) }

  /// Creates the arguments of a row.
  init(row: Int, of columns: [[UInt32]]) { storage = .row(row, columns: columns) }

  /// The place of the first argument.
  public var startIndex: Int { 0 }

  /// The number of arguments.
  public var endIndex: Int {
    switch storage {
    case .written(let values): values.count
    case .row(_, let columns): columns.count
    }
  }

  /// An argument, by its place from 0.
  public subscript(index: Int) -> ValueID {
    switch storage {
    case .written(let values): values[values.startIndex + index]
    case .row(let row, let columns): ValueID(raw: columns[index][row])
    }
  }
}
