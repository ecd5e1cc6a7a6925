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

  /// A file beyond a limit in MiB.
  static func tooLarge(_ limit: Int) -> FileFailure {
    FileFailure(
      reason: "it has more than \(limit >> 20) MiB", isMissing: false, isTooLarge: true)
  }

  /// The failure of a command that needs the file.
  func failure(reading name: String) -> CommandFailure {
    CommandFailure(isTooLarge ? .badInput : .file, "\"\(name.shown)\" cannot be read: \(reason)")
  }

  private static func lowercased(_ text: UnsafeMutablePointer<CChar>?) -> String {
    text.map { String(cString: $0).lowercased() } ?? "unknown error"
  }
}

/// The largest file that is read, but for tables of facts.
let largestFile = 64 << 20

/// The largest table of facts that is read; a place in it has four bytes.
let largestTable = 4 << 30 - 1 << 20

/// The bytes of a file.
func contents(
  ofFile path: String, atMost limit: Int = largestFile
) throws(FileFailure) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw .ofSystem() }
  defer { close(file) }
  return try contents(of: file, name: path, atMost: limit)
}

/// The bytes that a file descriptor still gives.
func contents(
  of file: Int32, name: String, atMost limit: Int = largestFile
) throws(FileFailure) -> [UInt8] {
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .ofSystem() }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
  let size = Int(status.st_size)
  guard size <= limit else { throw .tooLarge(limit) }
  // One byte more than the size shows the end of an ordinary file with one further call.
  guard var bytes = nextBytes(from: file, atMost: max(size + 1, 1 << 16)) else { throw .ofSystem() }
  var count = bytes.count
  while count > 0 {
    guard bytes.count <= limit else { throw .tooLarge(limit) }
    count = append(from: file, atMost: max(size + 1 - bytes.count, 1 << 16), to: &bytes)
    guard count >= 0 else { throw .ofSystem() }
  }
  return bytes
}

/// Whether a path leads to something, and whether that is a folder.
func kind(ofPath path: String) -> PathKind {
  var status = stat()
  guard stat(path, &status) == 0 else { return .nothing }
  return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
}

/// The bytes of an ordinary file; `nil` of anything else.
func fileSize(_ path: String) -> Int? {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(status.st_size)
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
  guard let new = nextBytes(from: file, atMost: room) else { return -1 }
  bytes.append(contentsOf: new)
  return new.count
}

/// The next bytes, none at the end and `nil` for an error.
private func nextBytes(from file: Int32, atMost room: Int) -> [UInt8]? {
  var result = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    repeat { result = read(file, buffer.baseAddress, room) } while result < 0 && errno == EINTR
    count = max(0, result)
  }
  return result < 0 ? nil : bytes
}
