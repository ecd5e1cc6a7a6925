import Foundation
import MootLanguage

/// The rule files of the repository.
enum RuleFiles {
  /// The top folder, without a slash at the end.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/")
  }()

  /// The files that ship and are right, as paths from the root, in order.
  static let shipped = (files(in: "Rules") + files(in: "Examples")).filter { path in
    text(of: path).map { load(path, text: $0).program != nil } ?? false
  }

  /// The text of a file; `nil` when there is none.
  static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What comes of a file with a text that may not be its own, and of the files it uses.
  static func load(_ path: String, text: String) -> LoadedProgram {
    loadProgram(roots: [SourceFile(name: path, bytes: Array(text.utf8))]) { path in
      self.text(of: path).map { .file(SourceFile(name: path, bytes: Array($0.utf8))) } ?? .notFound
    }
  }

  private static func files(in folder: String) -> [String] {
    let below = FileManager.default.enumerator(atPath: root + "/" + folder)
    let names = (below?.allObjects as? [String]) ?? []
    return names.filter { $0.hasSuffix(".moot") }.map { folder + "/" + $0 }.sorted()
  }
}
