import Testing

@testable import MootCommand

/// What pages show of the language is right.
struct PageTests {
  @Test(arguments: Repository.pages)
  func `a whole file on a page is free of mistakes and meets its expectations`(path: String) throws
  {
    let text = try #require(Repository.text(of: path))
    for file in blocks("moot", of: text) where file.hasPrefix("title ") {
      var surroundings = Surroundings()
      surroundings.standardInput = { () throws(FileFailure) in Array(file.utf8) }
      let result = MootCommand.perform(["test", "-"], in: surroundings)
      #expect(result.exitCode == .answered, "\(path):\n\(result.messages)\(result.output)")
    }
  }

  @Test(arguments: Repository.files(in: "Examples", suffixes: [".moot"]))
  func `a file among the examples meets its expectations`(path: String) throws {
    guard !path.hasSuffix("/mistakes.moot") else { return }
    let folder = folder(of: path) + "facts"
    let hasFacts = MootCommand.kind(ofPath: Repository.root + "/" + folder) == .folder
    let facts = hasFacts ? ["--facts", folder] : []
    let result = Repository.perform(["test", path] + facts)
    #expect(result.exitCode == .answered, "\(path):\n\(result.messages)\(result.output)")
  }

  @Test(arguments: Repository.pages)
  func `a page links to what there is`(path: String) throws {
    let text = try #require(Repository.text(of: path))
    for link in text.matches(of: /\]\((?<target>[^)#:]+)(#[^)]*)?\)/) {
      let target = Repository.root + "/" + folder(of: path) + link.target
      #expect(MootCommand.kind(ofPath: target) != .nothing, "\(path): \(link.target)")
    }
  }

  /// The folder of a file, with a slash at the end; nothing for the top folder.
  private func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
  }

  /// The blocks of a page with a mark.
  private func blocks(_ mark: String, of text: String) -> [String] {
    var blocks: [String] = []
    var open: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = open {
        guard line == "```" else {
          open = lines + [line]
          continue
        }
        blocks.append(lines.joined(separator: "\n") + "\n")
        open = nil
      } else if line == "```" + mark {
        open = []
      }
    }
    return blocks
  }
}
