/// What has to change in the expected lines to get the actual ones: `-` and `+` before lines that differ, with
/// two lines around them.
func lineDifference(expected: String, actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in changes {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [(mark: Character, text: Substring)] = []
  var (left, right) = (0, 0)
  while left < old.count || right < new.count {
    if removed.contains(left) {
      lines.append(("-", old[left]))
      left += 1
    } else if inserted.contains(right) {
      lines.append(("+", new[right]))
      right += 1
    } else {
      lines.append((" ", old[left]))
      left += 1
      right += 1
    }
  }
  let shown = lines.indices.filter { index in
    lines[max(0, index - 2)...min(lines.count - 1, index + 2)].contains { $0.mark != " " }
  }
  return shown.map { "\(lines[$0].mark) \(lines[$0].text)" }.joined(separator: "\n")
}
