import Synchronization

/// The port that the server listens on; known only once it listens where any free one was asked for.
final class BoundPort: Sendable {
  private let value: Mutex<Int>

  init(_ port: Int) { value = Mutex(port) }

  var number: Int { value.withLock { $0 } }

  func set(_ port: Int) { value.withLock { $0 = port } }
}
