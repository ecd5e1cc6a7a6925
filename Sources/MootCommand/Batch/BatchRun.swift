import Glibc
import MootLanguage

/// A run over cases: one thread cuts them out of their streams, all answer them, and what comes of them is
/// written in their order.
///
/// A class because threads share it; everything that changes is changed under the lock alone.
final class BatchRun: @unchecked Sendable {
  private let shared: CaseAnswerer.Shared
  private let surroundings: Surroundings
  private let firstCase: Int
  private let write: ([UInt8]) throws(FileFailure) -> Void
  private let lock = ConditionLock()
  /// What waits to be answered, in order.
  private var waiting: ArraySlice<Portion> = []
  /// What is answered and waits for its turn to be written.
  private var answered: [Int: (portion: Portion, result: CaseAnswerer.Result)] = [:]
  /// How many portions are cut, by the thread that cuts them.
  private var cutCount = 0
  /// How many portions are written.
  private var writtenCount = 0
  private var isOver = false
  private var progress: BatchProgress
  /// What came of the run so far.
  private(set) var tally = Tally()

  /// Cases that are answered together.
  private struct Portion {
    let number: Int
    let cases: [CaseText]
    let name: String
    let table: CaseTable?
  }

  /// What came of a run.
  struct Tally {
    /// The number of the last case whose line is written.
    var lastCase = 0
    /// How many cases have a line.
    var written = 0
    /// How many of these were skipped.
    var skipped = 0
    /// How many of these a limit stopped.
    var limited = 0
    /// Why no more can be written.
    var failure: FileFailure?
  }

  /// The most cases that are answered together.
  private static let portionSize = 64

  /// Prepares a run.
  init(
    _ shared: CaseAnswerer.Shared, from firstCase: Int, in surroundings: Surroundings,
    write: @escaping ([UInt8]) throws(FileFailure) -> Void
  ) {
    self.shared = shared
    self.firstCase = firstCase
    self.surroundings = surroundings
    self.write = write
    progress = BatchProgress(isShown: surroundings.showsProgress)
    tally.lastCase = firstCase - 1
  }

  /// Answers the cases of some streams, one after the other.
  func run(_ streams: [CaseStream]) throws(FileFailure) {
    let threads = WorkerThreads(
      surroundings.threadCount > 1 ? surroundings.threadCount : 0, work)
    var alone = threads.count == 0 ? CaseAnswerer(shared) : nil
    var failure: FileFailure?
    do throws(FileFailure) {
      try give(streams) { portion in
        guard alone != nil else { return hand(over: portion) }
        var result = CaseAnswerer.Result()
        alone?.answer(portion.cases, table: portion.table, from: portion.name, into: &result)
        take(result, of: portion)
      }
    } catch {
      failure = error
    }
    lock.withLock { isOver = true }
    threads.join()
    surroundings.writeMessage(progress.end())
    if let failure, !surroundings.isInterrupted() { throw failure }
  }

  /// Cuts the cases of all streams into portions, until there are no more or the run is to stop.
  private func give(
    _ streams: [CaseStream], _ take: (Portion) -> Void
  ) throws(FileFailure) {
    var number = 0
    for stream in streams {
      repeat {
        var cases: [CaseText] = []
        for piece in try stream.next() {
          number += 1
          guard number >= firstCase else { continue }
          cases.append(
            CaseText(
              number: number, line: piece.line, bytes: piece.bytes, isTooLong: piece.isTooLong))
          if cases.count == Self.portionSize {
            take(portion(of: cases, stream))
            cases = []
          }
        }
        if !cases.isEmpty { take(portion(of: cases, stream)) }
        if isStopped { return }
      } while !stream.isAtEnd
    }
  }

  private func portion(of cases: [CaseText], _ stream: CaseStream) -> Portion {
    defer { cutCount += 1 }
    return Portion(number: cutCount, cases: cases, name: stream.name, table: stream.table)
  }

  private var isStopped: Bool {
    surroundings.isInterrupted() || lock.withLock { tally.failure != nil }
  }

  /// Gives a portion to the threads; waits while they have enough to do.
  private func hand(over portion: Portion) {
    lock.withLock {
      lock.wait { portion.number - writtenCount < 8 * surroundings.threadCount }
      waiting.append(portion)
    }
  }

  /// What each thread does: answer portions until there are no more.
  private func work() {
    var answerer = CaseAnswerer(shared)
    while true {
      let next = lock.withLock {
        lock.wait { !waiting.isEmpty || isOver }
        return waiting.popFirst()
      }
      guard let portion = next else { return }
      var result = CaseAnswerer.Result()
      answerer.answer(portion.cases, table: portion.table, from: portion.name, into: &result)
      lock.withLock { take(result, of: portion) }
    }
  }

  /// Writes what came of a portion, and of those behind it, as soon as it is their turn.
  private func take(_ result: CaseAnswerer.Result, of portion: Portion) {
    answered[portion.number] = (portion, result)
    while let (portion, result) = answered.removeValue(forKey: writtenCount) {
      writtenCount += 1
      guard tally.failure == nil else { continue }
      do throws(FileFailure) {
        try write(result.output)
      } catch {
        tally.failure = error
        continue
      }
      tally.lastCase = portion.cases.last?.number ?? tally.lastCase
      tally.written += portion.cases.count
      tally.skipped += result.skipped
      tally.limited += result.limited
      let text = progress.text(after: tally)
      if !result.messages.isEmpty {
        surroundings.writeMessage(progress.cleared() + result.messages)
      } else if !text.isEmpty {
        surroundings.writeMessage(text)
      }
    }
  }
}
