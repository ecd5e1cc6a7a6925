/// The candidate that a mistyped name most likely stands for, or `nil` when none is near.
func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8.prefix(80))
  var best: String?
  var bestDistance = max(1, wanted.count / 3) + 1
  for candidate in candidates where abs(candidate.utf8.count - wanted.count) < bestDistance {
    let letters = Array(candidate.utf8)
    if let distance = slips(from: wanted[...], to: letters[...], atMost: bestDistance - 1) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
