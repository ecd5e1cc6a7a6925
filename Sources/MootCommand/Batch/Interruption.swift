import Glibc
import Synchronization

/// Whether the user wants a run to stop: set by a signal.
private let interruption = Atomic<Bool>(false)

/// What a user does who wants a run to stop.
enum Interruption {
  /// Whether it has happened since it is watched for.
  static var hasCome: Bool { interruption.load(ordering: .relaxed) }

  /// Notes it from now on, instead of ending at once; the second time the process ends.
  static func watch() {
    interruption.store(false, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in interruption.store(true, ordering: .relaxed) }
      // Reading is not taken up again after the signal, so that a run stops that waits for more cases.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }
}

/// Reads what a file descriptor has next, and nothing at its end; waits for at least a byte.
func nextBytes(of file: Int32) throws(FileFailure) -> [UInt8] {
  var result = 0
  let room = 1 << 18
  let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    repeat {
      result = read(file, buffer.baseAddress, room)
    } while result < 0 && errno == EINTR && !Interruption.hasCome
    count = max(0, result)
  }
  guard result >= 0 else { throw .ofSystem() }
  return bytes
}
