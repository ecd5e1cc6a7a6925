import Foundation
import Testing

/// The rules of the house: what every file of the repository keeps to.
struct HouseTests {
  private static let swiftFiles =
    Repository.files(in: "Sources", suffixes: [".swift"])
    + Repository.files(in: "Tests", suffixes: [".swift"])

  @Test func `every file is formatted`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: Repository.root)
    process.arguments = ["swift", "format", "lint", "--strict", "--parallel"] + Self.swiftFiles
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    #expect(process.terminationStatus == 0, "swift format -i -r Sources Tests mends this:\n\(text)")
  }

  @Test(arguments: swiftFiles)
  func `a file is short and finished`(path: String) throws {
    let text = try #require(Repository.text(of: path))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 400, "\(path) is to be split")
    let unfinished = ["TO" + "DO", "FIX" + "ME", "// MA" + "RK"]
    #expect(!unfinished.contains { text.contains($0) }, "\(path) has something unfinished")
  }

  @Test(arguments: swiftFiles.filter { $0.hasPrefix("Sources/") })
  func `the sources import no more of Foundation than its essentials`(path: String) throws {
    let imports = try imports(of: path)
    #expect(imports.isDisjoint(with: ["Foundation", "Dispatch"]), "\(path)")
  }

  @Test(
    arguments: swiftFiles.filter { path in
      ["MootKit", "MootLanguage", "MootProofChecker", "MootReasoning", "MootReporting"].contains {
        path.hasPrefix("Sources/\($0)/")
      }
    })
  func `the pipeline reads no file, prints nothing and never exits`(path: String) throws {
    #expect(try imports(of: path).isDisjoint(with: ["Glibc", "Darwin", "Musl"]), "\(path)")
    let text = try #require(Repository.text(of: path))
    let edges = ["FileManager", "FileHandle", "contentsOfFile"]
    #expect(!edges.contains { text.contains($0) }, "\(path)")
    let prints = text.split(separator: "\n").contains { line in
      let words = line.trimmingPrefix { $0 == " " }
      return words.hasPrefix("print(") || words.hasPrefix("debugPrint(") || words.hasPrefix("exit(")
    }
    #expect(!prints, "\(path)")
  }

  @Test func `the package depends on nothing`() throws {
    let manifest = try #require(Repository.text(of: "Package.swift"))
    #expect(!manifest.contains(".package("))
  }

  /// The modules a file imports.
  private func imports(of path: String) throws -> Set<String> {
    let text = try #require(Repository.text(of: path))
    let lines = text.split(separator: "\n").filter { $0.contains("import ") && !$0.hasPrefix("/") }
    return Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place < 3 else { return nil }
        return words.last.map { String($0.prefix { $0 != "." }) }
      })
  }
}
