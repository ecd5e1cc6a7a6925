/// Steps that wait to be decided, each once, the earliest first: a binary heap.
struct Agenda {
  private var heap: [Int32] = []
  private var isWaiting: [Bool]

  /// An empty agenda for steps below `count`.
  init(count: Int) { isWaiting = Array(repeating: false, count: count) }

  /// Whether no step waits.
  var isEmpty: Bool { heap.isEmpty }

  /// Adds a step unless it waits already.
  mutating func insert(_ step: Int32) {
    guard !isWaiting[Int(step)] else { return }
    isWaiting[Int(step)] = true
    heap.append(step)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] > heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the earliest step.
  mutating func popFirst() -> Int32? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    isWaiting[Int(first)] = false
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[place] else { break }
      heap.swapAt(place, child)
      place = child
    }
    return first
  }
}
