/// A path to a rule file, with `.` and `..` resolved.
struct FilePath {
  /// Whether it begins at the root of the file system.
  let isAbsolute: Bool
  /// Folders, and last the file.
  let components: [Substring]

  /// Reads a path.
  init(_ text: String) {
    isAbsolute = text.beginsWithBytes(of: "/")
    var components: [Substring] = []
    for part in text.pathParts where part != "." {
      if part == "..", let last = components.last, last != ".." {
        components.removeLast()
      } else {
        components.append(part)
      }
    }
    self.components = components
  }

  /// Creates a path from its parts.
  private init(isAbsolute: Bool, components: [Substring]) {
    self.isAbsolute = isAbsolute
    self.components = components
  }

  /// The path as text.
  var text: String { (isAbsolute ? "/" : "") + components.joined(separator: "/") }

  /// The path of a file that a file with this path names; `nil` when the name leads out of a folder.
  func sibling(_ name: String, within folder: [Substring]) -> FilePath? {
    var parts = Array(components.dropLast())
    for part in name.pathParts where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.count > folder.count {
        parts.removeLast()
      } else {
        return nil
      }
    }
    guard parts.count > folder.count, parts.starts(with: folder) else { return nil }
    return FilePath(isAbsolute: isAbsolute, components: parts)
  }
}

extension String {
  /// What stands between the slashes of a path: to a system, a slash with an accent behind it is one too.
  var pathParts: [Substring] {
    utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }
}
