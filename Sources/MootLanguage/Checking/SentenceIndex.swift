/// Sentences by what they say, to find those that can have an instance in common with another one.
///
/// Sentences without variables, of which there can be as many as there are facts, are found by their arguments.
struct SentenceIndex {
  private var groups: [SignedPredicate: Group] = [:]

  /// The sentences of one signed predicate, in the order in which they came.
  private struct Group {
    /// All of them.
    var all: [Entry] = []
    /// Those with variables.
    var open: [Entry] = []
    /// The others, by their arguments.
    var closed: [[ValueID?]: [Int]] = [:]
  }

  private typealias Entry = (number: Int, sentence: Sentence)

  /// Adds a sentence under a number.
  mutating func insert(_ sentence: Sentence, number: Int) {
    let pattern = sentence.pattern
    groups[sentence.predicate, default: Group()].all.append((number, sentence))
    if pattern.contains(nil) {
      groups[sentence.predicate]?.open.append((number, sentence))
    } else {
      groups[sentence.predicate]?.closed[pattern, default: []].append(number)
    }
  }

  /// The least number of a sentence that can have an instance in common with another one and is meant.
  func firstNumber(
    meeting sentence: Sentence, where isMeant: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard let group = groups[sentence.predicate] else { return nil }
    let pattern = sentence.pattern
    if pattern.contains(nil) {
      return group.all.first { $0.sentence.canMeet(sentence) && isMeant($0.number) }?.number
    }
    let closed = group.closed[pattern]?.first(where: isMeant)
    let open = group.open.first { $0.sentence.canMeet(sentence) && isMeant($0.number) }?.number
    return [closed, open].compactMap(\.self).min()
  }
}
