import Foundation
import Synchronization

@testable import MootCommand

/// The repository the tests are part of.
enum Repository {
  /// Its top folder, without a slash at the end.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// Whether expectations are to be rewritten.
  static let isUpdating = ProcessInfo.processInfo.environment["MOOT_UPDATE"] == "1"

  /// The files below a folder with one of the suffixes, as paths from the root, in order.
  static func files(in folder: String, suffixes: [String]) -> [String] {
    let below = FileManager.default.enumerator(atPath: root + "/" + folder)
    let names = (below?.allObjects as? [String]) ?? []
    return names.filter { name in suffixes.contains { name.hasSuffix($0) } }
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { folder + "/" + $0 }.sorted()
  }

  /// The pages that are read by people: the README, those of the examples, and the documentation.
  static let pages =
    ["README.md"] + files(in: "Examples", suffixes: ["README.md"])
    + files(in: "Sources", suffixes: [".md"])

  /// The text of a file by its path from the root; `nil` when there is none.
  static func text(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: root + "/" + path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// Replaces the text of a file.
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + path))
  }

  /// Runs a command line as if in the top folder.
  static func perform(
    _ words: [String], in surroundings: Surroundings = Surroundings()
  ) -> CommandResult {
    guard atRoot else { fatalError("the top folder of the repository cannot be entered") }
    return MootCommand.perform(words, in: surroundings)
  }

  /// Runs a command line and types lines where it asks; what it says meanwhile stands before its output and
  /// messages.
  static func perform(_ words: [String], typing lines: [String]) -> CommandResult {
    var rest = lines[...]
    var (said, told) = ("", "")
    var surroundings = Surroundings()
    surroundings.readLine = { () throws(FileFailure) in rest.popFirst() }
    surroundings.write = { (text) throws(FileFailure) in said += text }
    surroundings.writeMessage = { told += $0 }
    surroundings.readBytes = { () throws(FileFailure) in
      rest.popFirst().map { Array("\($0)\n".utf8) } ?? []
    }
    surroundings.writeBytes = { (bytes) throws(FileFailure) in
      said += String(decoding: bytes, as: UTF8.self)
    }
    var result = perform(words, in: surroundings)
    result.output = said + result.output
    result.messages = told + result.messages
    return result
  }

  /// Enters the top folder, once.
  private static let atRoot = FileManager.default.changeCurrentDirectoryPath(root)
}
