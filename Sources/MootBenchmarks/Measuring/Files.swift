import Glibc

/// The bytes of a file.
func contents(ofFile path: String) throws(Failure) -> [UInt8] {
  guard let file = fopen(path, "r") else { throw .unreadable(path) }
  defer { fclose(file) }
  var status = stat()
  fstat(fileno(file), &status)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(status.st_size) + 1)
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    guard count > 0 else { break }
    bytes.append(contentsOf: chunk[..<count])
  }
  guard ferror(file) == 0 else { throw .unreadable(path) }
  return bytes
}

/// Writes a file.
func write(_ bytes: [UInt8], toFile path: String) throws(Failure) {
  guard let file = fopen(path, "w") else { throw .unwritable(path) }
  let count = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, count == bytes.count else { throw .unwritable(path) }
}

/// Makes a folder unless it is there.
func makeFolder(_ path: String) throws(Failure) {
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .unwritable(path) }
}

/// A new folder for what is only needed for a while.
func makeTemporaryFolder() throws(Failure) -> String {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/moot-benchmarks-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw .unwritable(parent) }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The names of the files in a folder, sorted.
func names(inFolder path: String) throws(Failure) -> [String] {
  guard let folder = opendir(path) else { throw .unreadable(path) }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
        String(cString: $0)
      }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

/// Removes a folder with the files in it.
func removeFolder(_ path: String) {
  for name in (try? names(inFolder: path)) ?? [] { unlink("\(path)/\(name)") }
  rmdir(path)
}
