import Glibc

/// Where the lines go: standard output, or a file.
struct BatchOutput {
  /// What messages call it.
  let name: String
  /// Writes bytes.
  let write: ([UInt8]) throws(FileFailure) -> Void

  /// Opens the output; a run that goes on where another stopped adds to the file.
  init(
    named path: String?, isContinued: Bool, in surroundings: Surroundings
  ) throws(CommandFailure) {
    guard let path else {
      name = "standard output"
      write = surroundings.writeBytes
      return
    }
    name = "\"\(path.shown)\""
    let mode = isContinued ? O_APPEND : O_TRUNC
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o666)
    guard file >= 0 else {
      let reason = FileFailure.ofSystem().reason
      throw CommandFailure(.file, "\"\(path.shown)\" cannot be written: \(reason)")
    }
    write = { bytes throws(FileFailure) in
      guard bytes.withUnsafeBufferPointer({ writeAll($0, to: file) }) else { throw .ofSystem() }
    }
  }
}
