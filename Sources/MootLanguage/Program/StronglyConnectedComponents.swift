/// The strongly connected components of a graph, those that others lead to first (Tarjan 1972), without
/// recursion.
///
/// - Parameter successors: for each node, the nodes it leads to.
public func stronglyConnectedComponents(_ successors: [[Int]]) -> [[Int]] {
  var search = ComponentSearch(successors)
  for node in successors.indices where search.isUnvisited(node) { search.visit(from: node) }
  return search.components
}

private struct ComponentSearch {
  private(set) var components: [[Int]] = []
  private let successors: [[Int]]
  private var numbers: [Int32]
  private var lowest: [Int32]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var path: [(node: Int, next: Int)] = []
  private var counter: Int32 = 0

  init(_ successors: [[Int]]) {
    self.successors = successors
    numbers = Array(repeating: -1, count: successors.count)
    lowest = numbers
    isOpen = Array(repeating: false, count: successors.count)
  }

  func isUnvisited(_ node: Int) -> Bool { numbers[node] < 0 }

  mutating func visit(from root: Int) {
    enter(root)
    while let (node, next) = path.last {
      if next < successors[node].count {
        path[path.count - 1].next += 1
        let successor = successors[node][next]
        if isUnvisited(successor) {
          enter(successor)
        } else if isOpen[successor] {
          lowest[node] = min(lowest[node], numbers[successor])
        }
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: Int) {
    numbers[node] = counter
    lowest[node] = counter
    counter += 1
    open.append(node)
    isOpen[node] = true
    path.append((node, 0))
  }

  private mutating func leave(_ node: Int) {
    path.removeLast()
    if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
    guard lowest[node] == numbers[node] else { return }
    var component: [Int] = []
    while let member = open.popLast() {
      isOpen[member] = false
      component.append(member)
      if member == node { break }
    }
    components.append(component.sorted())
  }
}
