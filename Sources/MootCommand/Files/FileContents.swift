import Glibc

/// Why a file could not be read.
struct FileFailure: Error {
  /// What is the matter with it: lower case, without its name.
  let reason: String
  /// Whether there is no such file.
  let isMissing: Bool
  /// Whether it is there and can be read, but is too large.
  let isTooLarge: Bool
  /// Whether nobody reads any more what is written.
  var isBrokenPipe = false

  /// Creates the failure of the last call to the system.
  static func ofSystem() -> FileFailure {
    FileFailure(
      reason: errno == ENOENT ? "there is no such file" : lowercased(strerror(errno)),
      isMissing: errno == ENOENT, isTooLarge: false, isBrokenPipe: errno == EPIPE)
  }

  /// A file that is a folder.
  static let isFolder = FileFailure(reason: "it is a folder", isMissing: false, isTooLarge: false)

  /// A file beyond the limit.
  static let tooLarge = FileFailure(
    reason: "it has more than 64 MiB", isMissing: false, isTooLarge: true)

  /// The failure of a command that needs the file.
  func failure(reading name: String) -> CommandFailure {
    CommandFailure(isTooLarge ? .badInput : .file, "\"\(name.shown)\" cannot be read: \(reason)")
  }

  private static func lowercased(_ text: UnsafeMutablePointer<CChar>?) -> String {
    text.map { String(cString: $0).lowercased() } ?? "unknown error"
  }
}

/// The largest file that is read.
private let largestFile = 64 << 20

/// The bytes of a file.
func contents(ofFile path: String) throws(FileFailure) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw .ofSystem() }
  defer { close(file) }
  return try contents(of: file, name: path)
}

/// The bytes that a file descriptor still gives.
func contents(of file: Int32, name: String) throws(FileFailure) -> [UInt8] {
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .ofSystem() }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
  let size = Int(status.st_size)
  guard size <= largestFile else { throw .tooLarge }
  var bytes: [UInt8] = []
  // One byte more than the size shows the end of an ordinary file with one further call.
  var room = max(size + 1, 1 << 16)
  while true {
    let count = append(from: file, atMost: room, to: &bytes)
    guard count >= 0 else { throw .ofSystem() }
    guard bytes.count <= largestFile else { throw .tooLarge }
    if count == 0 { return bytes }
    room = 1 << 16
  }
}

/// Whether a path leads to something, and whether that is a folder.
func kind(ofPath path: String) -> PathKind {
  var status = stat()
  guard stat(path, &status) == 0 else { return .nothing }
  return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
}

/// Where a path leads when all links are followed; `nil` when it leads nowhere.
func realPath(of path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// What a path leads to.
enum PathKind {
  case nothing, file, folder
}

/// The names in a folder, in the order of their bytes.
func names(inFolder path: String) throws(FileFailure) -> [String] {
  guard let folder = opendir(path) else { throw .ofSystem() }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Reads some bytes; the number read, 0 at the end and -1 for an error.
func append(from file: Int32, atMost room: Int, to bytes: inout [UInt8]) -> Int {
  let start = bytes.count
  var result = 0
  bytes.append(
    contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      repeat { result = read(file, buffer.baseAddress, room) } while result < 0 && errno == EINTR
      count = max(0, result)
    })
  return result < 0 ? -1 : bytes.count - start
}
