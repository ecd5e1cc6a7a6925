import Glibc

/// Threads that do the same work.
struct WorkerThreads {
  private var threads: [pthread_t] = []

  /// What a thread is given: a closure, in a box because a thread takes one pointer.
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts threads; signals stay with the thread that starts them.
  init(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    for _ in 0..<count {
      var thread = pthread_t()
      let work = Unmanaged.passRetained(Work(body))
      let error = pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
      if error == 0 { threads.append(thread) } else { work.release() }
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// How many could be started.
  var count: Int { threads.count }

  /// Waits until all are done.
  func join() {
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// A lock whose holder can wait for something that another thread brings about under it.
///
/// A class because the system knows both parts by their addresses.
final class ConditionLock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Creates a lock that nobody holds.
  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Does something that others must not do meanwhile; whoever waits looks again afterwards.
  func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return body()
  }

  /// Waits, under the lock, until something is so.
  func wait(until isSo: () -> Bool) {
    while !isSo() { pthread_cond_wait(condition, mutex) }
  }
}
