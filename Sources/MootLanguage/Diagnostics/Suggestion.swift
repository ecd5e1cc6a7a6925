/// The candidate that a mistyped name most likely meant, or `nil` when none is near.
///
/// Near is at most one slip in three letters, counted by `slips`; another capitalisation is always near.
/// Among equally near candidates the first in byte order is taken, so the order of `candidates` does not
/// matter. Linear in the candidates, most of which are dismissed by their length.
public func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  let typed = Array(name.utf8)
  var limit = max(1, typed.count / 3)
  var best: String?
  for candidate in candidates where candidate != name {
    let distance: Int
    if hasSameLetters(candidate.utf8, typed) {
      distance = 1
    } else {
      let length = candidate.utf8.count
      guard abs(length - typed.count) <= limit,
        let found = slips(from: typed[...], to: Array(candidate.utf8)[...], atMost: limit),
        found < max(typed.count, length)
      else { continue }
      distance = found
    }
    if let known = best, distance == limit, !candidate.utf8.lexicographicallyPrecedes(known.utf8) {
      continue
    }
    best = candidate
    limit = distance
  }
  return best
}

/// The slips that lead from one text to the other, or `nil` when there are more than `limit`.
///
/// A slip is a byte left out, put in, or put for another, or two neighbours exchanged (optimal string
/// alignment; Damerau 1964).
func slips(from typed: ArraySlice<UInt8>, to meant: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
  guard abs(typed.count - meant.count) <= limit else { return nil }
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (meant.count + 1)) { rows in
    slips(from: typed, to: meant, atMost: limit, in: rows)
  }
}

/// The slips from one text to the other, with room for three rows of the table of all slips.
private func slips(
  from typed: ArraySlice<UInt8>, to meant: ArraySlice<UInt8>, atMost limit: Int,
  in rows: UnsafeMutableBufferPointer<Int>
) -> Int? {
  let width = meant.count + 1
  var (beforeLast, last, current) = (0, width, 2 * width)
  for column in 0..<width { rows[last + column] = column }
  for (row, letter) in typed.enumerated() {
    rows[current] = row + 1
    var least = row + 1
    for (column, other) in meant.enumerated() {
      let change = letter == other ? 0 : 1
      var cost = min(
        rows[last + column] + change, rows[last + column + 1] + 1, rows[current + column] + 1)
      if row > 0, column > 0, letter == meant[meant.startIndex + column - 1],
        typed[typed.startIndex + row - 1] == other
      {
        cost = min(cost, rows[beforeLast + column - 1] + 1)
      }
      rows[current + column + 1] = cost
      least = min(least, cost)
    }
    guard least <= limit else { return nil }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  let found = rows[last + meant.count]
  return found <= limit ? found : nil
}

/// Whether two names are the same but for the capitalisation of ASCII letters.
private func hasSameLetters(_ candidate: String.UTF8View, _ typed: [UInt8]) -> Bool {
  candidate.elementsEqual(typed) { left, right in
    left == right
      || (left ^ right == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(left | 0x20))
  }
}
