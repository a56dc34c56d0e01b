import ProgrammeTheory
import Synchronization

/// The bundled theories as they are explored: each is worked out when it is first asked for, once for everybody.
final class Explorations: Sendable {
  private let made = Mutex<[Theory.ID: Task<Exploration, Never>]>([:])

  init() {}

  func exploration(of theory: Theory) async -> Exploration {
    let task = made.withLock { made in
      if let task = made[theory.identity.id] { return task }
      let task = Task { Exploration(theory) }
      made[theory.identity.id] = task
      return task
    }
    return await task.value
  }
}

extension Site {
  /// A bundled theory.
  ///
  /// - Throws: ``PageError/noSuchTheory`` when there is none of this name.
  func exploration(_ id: String) async throws(PageError) -> Exploration {
    guard let id = Theory.ID(id), let theory = library.theory(id) else { throw .noSuchTheory }
    return await library.explorations.exploration(of: theory)
  }
}

extension PageError {
  static let noSuchTheory = PageError(
    404, "Theory not found", "No theory of this name is bundled here.",
    "The page “The theory” lists those that there are.")

  /// What is told of a part that a theory doesn't have. The name that was asked for isn't repeated: it may be anything.
  static func notInTheory(_ what: String, _ theory: Theory) -> PageError {
    PageError(
      404, "\(Theory.capitalised(what)) not found",
      "The theory “\(theory.identity.title)” has no \(what) at this address.",
      "It may have another name in this version. Search the theory, or start from its first page.")
  }
}
