public import ProgrammeTheory

/// Certificates held against models: the same models with an action and without it, at every step, while the partners stay
/// together. A proof needs no models; what contradicts it would be a fault of the program.
public struct CertificateTrial: Sendable {
  /// How many comparisons of a level in a step were made.
  public private(set) var comparisons = 0
  /// How many of them contradict what was proved.
  public private(set) var contradictions = 0

  /// What rounding can bring about.
  private static let tolerance = 1e-12

  /// Holds what is proved of actions against models.
  ///
  /// - Parameters:
  ///   - certificates: the proofs, with the model that they are about.
  ///   - levers: the actions; each is under way from the first round on.
  ///   - concepts: the concepts.
  ///   - settings: how many models, for how long, drawn how.
  ///   - threads: how many tasks share the work, from 1.
  ///   - progress: called with how many actions are done of how many.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of certificates: Certificates, _ levers: [Lever.ID], on concepts: [Concept.ID],
    _ settings: EnsembleSettings,
    threads: Int = 1, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws {
    for (index, lever) in levers.enumerated() {
      let proved = concepts.compactMap { concept -> (term: Term, certificate: Certificate)? in
        guard let certificate = certificates.certificate(of: lever, on: concept),
          let level = certificates.model.levels.first(where: { $0.concept == concept })
        else { return nil }
        if case .open = certificate { return nil }
        return (level.term, certificate)
      }
      progress(index, levers.count)
      guard !proved.isEmpty else { continue }
      let pair = Pair(model: certificates.model, lever: lever, proved: proved, settings: settings)
      for prior in settings.priors {
        let counted = try await pair.count(prior, threads: max(1, threads))
        comparisons += counted.comparisons
        contradictions += counted.contradictions
      }
    }
  }

  /// The same models with one action and without it.
  private struct Pair: Sendable {
    let model: Model
    let lever: Lever.ID
    let proved: [(term: Term, certificate: Certificate)]
    let settings: EnsembleSettings

    func count(_ prior: Prior, threads: Int) async throws -> (comparisons: Int, contradictions: Int) {
      let width = Lanes<Double>.width
      let blocks = (settings.draws + width - 1) / width
      return try await withThrowingTaskGroup(of: (Int, Int).self) { group in
        for thread in 0..<min(threads, blocks) {
          group.addTask { try count(prior, Array(stride(from: thread, to: blocks, by: threads)), width) }
        }
        var sum = (0, 0)
        for try await part in group { sum = (sum.0 + part.0, sum.1 + part.1) }
        return sum
      }
    }

    private func count(_ prior: Prior, _ blocks: [Int], _ width: Int) throws -> (Int, Int) {
      let tape = Tape(model.program, reporting: proved.map(\.term))
      var (with, without) = (Lanes<Double>(tape), Lanes<Double>(tape))
      let acting = Drawing(model.program, settings.sequence, prior, plan: Plan([Plan.Step(lever)]))
      let still = Drawing(model.program, settings.sequence, prior)
      var drawn = DrawnBlock()
      var (comparisons, contradictions) = (0, 0)
      for block in blocks {
        try Task.checkCancellation()
        let draws = block * width..<min((block + 1) * width, settings.draws)
        acting.fill(&with, with: draws, sharing: &drawn)
        still.fill(&without, with: draws, sharing: &drawn)
        for step in 0...settings.rounds * Model.stepsInARound {
          if step.isMultiple(of: Model.stepsInARound) {
            acting.feed(&with, draws, round: step / Model.stepsInARound + 1, sharing: &drawn)
            still.feed(&without, draws, round: step / Model.stepsInARound + 1, sharing: &drawn)
          }
          with.read()
          without.read()
          for (index, proof) in proved.enumerated() {
            for lane in 0..<draws.count {
              comparisons += 1
              let gain = with.report(index, lane: lane) - without.report(index, lane: lane)
              if CertificateTrial.contradicts(gain, proof.certificate) { contradictions += 1 }
            }
          }
          with.step()
          without.step()
        }
      }
      return (comparisons, contradictions)
    }
  }

  /// Whether what an action adds to a level contradicts a certificate; what is no number contradicts all.
  private static func contradicts(_ gain: Double, _ certificate: Certificate) -> Bool {
    guard gain.isFinite else { return true }
    return switch certificate {
    case .noEffect: abs(gain) > tolerance
    case .neverLowers: gain < -tolerance
    case .neverRaises: gain > tolerance
    case .open: false
    }
  }
}
