import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A few threads of their own for work that takes long: whatever runs on them, tasks of a group included, keeps no page
/// waiting, since pages are answered elsewhere and come first.
final class WorkThreads: TaskExecutor {
  /// Those of this process: one fewer than it has processors, and one at least.
  static let shared = WorkThreads(count: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))

  /// One more, for first answers only.
  static let spare = WorkThreads(count: 1)

  /// How much less they count than the threads that answer pages, as the operating system's “nice” value has it.
  private static let niceness: Int32 = 10

  /// How many there are.
  let count: Int
  private let waiting = Mutex<[UnownedJob]>([])
  private let signal = DispatchSemaphore(value: 0)

  /// Starts threads, which stay until the process ends.
  init(count: Int) {
    self.count = count
    for number in 1...max(1, count) {
      let thread = Thread { [self] in run() }
      thread.name = "forecast \(number)"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    waiting.withLock { $0.append(job) }
    signal.signal()
  }

  private func run() {
    // 0 is PRIO_PROCESS, which libraries of C give different types. On Linux it means this thread alone; where it can't be
    // done the work is merely as important as the rest.
    _ = setpriority(0, 0, Self.niceness)
    while true {
      signal.wait()
      let job = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      job?.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
