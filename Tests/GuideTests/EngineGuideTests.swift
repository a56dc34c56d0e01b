import Dynamics
import ProgrammeTheory
import TestSupport
import Testing

/// The code of the guide to Dynamics, run. The guide quotes it line for line; `QuotationTests` proves that.
@Suite("Guides to Dynamics")
struct EngineGuideTests {
  @Test("Run a theory")
  func running() async throws {
    let theory = try Fixture.gardens()
    guard let partners = Partners(count: 2), let bonds = Concept.ID("neighbour-bonds") else { return }
    let situation = StartingPoint(
      partners: partners, known: [StartingPoint.Known(bonds, .lies(.more, much: false))])
    let model = Model(theory, situation)

    let settings = EnsembleSettings(rounds: 8, draws: 64, seed: 1)
    let ensemble = try await Ensemble(running: model, settings, threads: 2)
    for (rank, share) in ensemble.ranks {
      print(rank, share.range)
    }

    let trace = Trace(model, draw: 0, of: settings.sequence, prior: .uniform, rounds: 8)
    let course = trace.course(of: "level/neighbour-bonds/1/2")

    #expect(ensemble.ranks.reduce(0) { $0 + $1.share.counts[0] } == 64 && ensemble.faults == 0)
    #expect(course?.count == 8 * Model.stepsInARound + 1)
  }
}
