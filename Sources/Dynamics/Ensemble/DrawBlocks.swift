import Synchronization

/// The models of one prior in blocks that run side by side, shared among tasks.
///
/// Which task runs which block makes no difference: what workers count is added up, and whole numbers add up alike in
/// any order.
struct DrawBlocks: Sendable {
  /// How many models there are.
  let draws: Int
  /// How many run side by side.
  let width: Int
  /// Which part of them is run.
  var shard = Shard.whole
  /// How many tasks share the work, from 1.
  let threads: Int

  /// How often progress is told: after so many blocks of a task.
  private static let blocksBetweenTelling = 16

  /// Carries out work on every block.
  ///
  /// - Parameters:
  ///   - progress: called now and then with how many models are done of how many.
  ///   - start: makes the worker of a task.
  ///   - work: carries out a block.
  /// - Returns: the workers with what they have counted, in no order.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  func carryOut<Worker: Sendable>(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }, start: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Range<Int>) -> Void
  ) async throws -> [Worker] {
    let blocks = (draws + width - 1) / width
    let own = Array(stride(from: shard.index - 1, to: blocks, by: shard.count))
    let tasks = min(max(1, threads), max(1, own.count))
    let done = Counter()
    let queue = Queue()
    return try await withThrowingTaskGroup(of: Worker.self) { group in
      for _ in 0..<tasks {
        group.addTask {
          var worker = start()
          var count = 0
          // A task that comes late, since something else had its processor, leaves more to the others.
          while let index = queue.next(of: own.count) {
            try Task.checkCancellation()
            let first = own[index] * width
            work(&worker, first..<min(first + width, draws))
            count += 1
            if count.isMultiple(of: Self.blocksBetweenTelling) {
              progress(await done.add(Self.blocksBetweenTelling * width, most: draws), draws)
            }
          }
          return worker
        }
      }
      var workers: [Worker] = []
      for try await worker in group { workers.append(worker) }
      return workers
    }
  }
}

/// Gives each of several tasks the next of some numbers from 0.
private final class Queue: Sendable {
  private let taken = Atomic(0)

  /// The next number below a limit; `nil` when all are taken.
  func next(of count: Int) -> Int? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }
}

/// Counts what several tasks have done.
private actor Counter {
  private var count = 0

  func add(_ amount: Int, most: Int) -> Int {
    count = min(count + amount, most)
    return count
  }
}
