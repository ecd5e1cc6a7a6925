import Foundation
import Testing

@testable import MootCommand

/// What a rule file uses lies in its folder, whatever the file is called.
struct FolderTests {
  @Test(arguments: ["m.moot", "\u{301}m.moot"])
  func `a link that leads out of the folder is not followed`(name: String) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.path + "/moot-\(UUID().uuidString)"
    try manager.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    try write("relation ?x is up\nfact A is up\n", to: folder + "/secret.moot")
    try manager.createSymbolicLink(
      atPath: folder + "/in/s.moot", withDestinationPath: "../secret.moot")
    try write("use \"s.moot\"\n", to: folder + "/in/" + name)
    let result = Repository.perform(["check", folder + "/in/" + name])
    #expect(result.exitCode.rawValue == 1)
    #expect((result.output + result.messages).contains("a link that leads out of the folder"))
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
