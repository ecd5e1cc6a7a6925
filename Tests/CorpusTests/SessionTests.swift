import Testing

@testable import MootCommand

/// Sessions: lines in, text out, and that they answer as commands do.
///
/// The first line of a `.session` file names the command, `# repl FILE`; the transcript shows each line behind
/// a prompt. `MOOT_UPDATE=1` rewrites expectations; a missing one is written and fails.
struct SessionTests {
  @Test(arguments: Repository.files(in: "Tests/Corpus/session", suffixes: [".session"]))
  func `a session says what is expected`(path: String) throws {
    let text = try #require(Repository.text(of: path))
    let lines = text.split(separator: "\n").map(String.init)
    let words = shellWords(String(try #require(lines.first).dropFirst(2)))
    let actual = Self.transcript(of: words, lines: Array(lines.dropFirst()))
    let expectedPath = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex) + ".expected"
    let expected = Repository.text(of: String(expectedPath))
    if expected == actual { return }
    if Repository.isUpdating || expected == nil {
      try Repository.write(actual, to: String(expectedPath))
    }
    guard let expected else {
      Issue.record("\(path) had no expectation; it is written now, read it:\n\(actual)")
      return
    }
    guard !Repository.isUpdating else { return }
    let difference = lineDifference(expected: expected, actual: actual)
    Issue.record("\(path) says something else (MOOT_UPDATE=1 accepts it):\n\(difference)")
  }

  /// Any sequence of assumptions and retractions leaves what a file that states so from the start says.
  @Test(arguments: 0..<60) func `supposing line by line is as good as a fresh load`(seed: Int) {
    var random = RandomSource(seed: UInt64(seed))
    var stated: Set<String> = ["Ann is kind", "Bob is rich", "Cid is rude"]
    let sentences = ["Ann", "Bob", "Cid"].flatMap { name in
      ["\(name) is kind", "\(name) is rich", "\(name) is rude"]
    }
    var lines: [String] = []
    for _ in 0..<12 {
      let sentence = sentences[random.next(below: sentences.count)]
      if random.next(below: 2) == 0 {
        lines.append("assume \(sentence)")
        stated.insert(sentence)
      } else {
        lines.append("retract \(sentence)")
        stated.remove(sentence)
      }
    }
    let file = "Tests/Corpus/session/guests.moot"
    let rules = (Repository.text(of: file) ?? "").split(separator: "\n")
      .filter { !$0.hasPrefix("fact ") }.joined(separator: "\n")
    let fresh = rules + "\n" + stated.sorted().map { "fact \($0)\n" }.joined()
    let asked = ["?who may come in", "?who must stay out", "?who is a friend"]
    let session = Self.transcript(of: ["repl", file], lines: lines + ["# ask"] + asked)
    let loaded = Self.transcript(of: ["repl", "-"], lines: ["# ask"] + asked, input: fresh)
    #expect(Self.answers(in: session) == Self.answers(in: loaded), "\(lines)")
    #expect(!loaded.contains("error"))
  }

  /// What is printed for the lines behind the mark, sentence by sentence: names are known in another order.
  private static func answers(in transcript: String) -> [String] {
    let lines = transcript.split(separator: "moot> # ask").last?.split(separator: "\n") ?? []
    return lines.map(String.init).filter { !$0.contains("Argued and lost") }.sorted()
  }

  @Test func `a terminal gets a prompt, and a pipe gets answers alone`() {
    let lines = ["changes", "quit"]
    let piped = Conversation(lines)
    _ = MootCommand.perform(["repl"], in: piped.surroundings)
    #expect(piped.text == "nothing is supposed\n")
    let typed = Conversation(lines)
    typed.surroundings.isInteractive = true
    _ = MootCommand.perform(["repl"], in: typed.surroundings)
    #expect(typed.text == Session.greeting + "moot> nothing is supposed\nmoot> ")
  }

  /// What a session prints, each line behind a prompt.
  private static func transcript(of words: [String], lines: [String], input: String = "") -> String
  {
    let conversation = Conversation(lines, isEchoing: true)
    conversation.surroundings.standardInput = { () throws(FileFailure) in Array(input.utf8) }
    let result = Repository.perform(words, in: conversation.surroundings)
    var text = conversation.text + result.output + result.messages
    if result.exitCode != .answered { text += "--- exit code \(result.exitCode.rawValue)\n" }
    return text
  }
}

/// Surroundings that give a session its lines, and keep what it prints.
///
/// A class because the closures of the surroundings share what is said so far; they do not keep it.
final class Conversation {
  /// What was printed so far.
  private(set) var text = ""
  /// The surroundings for the session.
  var surroundings = Surroundings()
  private var lines: ArraySlice<String>

  /// Prepares a conversation; one that echoes puts each line behind a prompt.
  init(_ lines: [String], isEchoing: Bool = false) {
    self.lines = lines[...]
    surroundings.readLine = { [weak self] () throws(FileFailure) in
      let line = self?.lines.popFirst()
      if isEchoing, let line { self?.text += "moot> \(line)\n" }
      return line
    }
    surroundings.write = { [weak self] printed throws(FileFailure) in self?.text += printed }
    surroundings.writeMessage = { [weak self] message in self?.text += message }
  }
}

/// Numbers that look random, the same ones for the same seed.
struct RandomSource {
  private var state: UInt64

  /// Creates a source.
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// The next number from 0 to below a bound.
  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }
}
