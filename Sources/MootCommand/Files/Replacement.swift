import Glibc
import MootLanguage

/// Gives a file another content: all of it, or, when that fails, none.
///
/// The content is written beside the file, which then takes its place; a link stays a link, and permissions
/// stay as they are.
func replace(_ file: SourceFile) throws(FileFailure) {
  guard let resolved = realpath(file.name, nil) else { throw .ofSystem() }
  defer { free(resolved) }
  var status = stat()
  guard stat(resolved, &status) == 0, access(resolved, W_OK) == 0 else { throw .ofSystem() }
  let temporary = String(cString: resolved) + ".\(getpid()).new"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .ofSystem() }
  let isWritten =
    file.bytes.withUnsafeBufferPointer { writeAll($0, to: descriptor) }
    && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
  let writing = FileFailure.ofSystem()
  guard close(descriptor) == 0, isWritten, rename(temporary, resolved) == 0 else {
    let failure = isWritten ? FileFailure.ofSystem() : writing
    unlink(temporary)
    throw failure
  }
}
