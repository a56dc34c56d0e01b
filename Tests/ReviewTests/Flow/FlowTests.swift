import Foundation
import Review
import TestSupport
import Testing

@Suite("A flow computed from entries")
struct FlowTests {
  @Test("The paper's own events give its numbers, and what they leave open is what is left")
  func paper() throws {
    let flow = Flow(ReviewsInNumbers.paper)
    #expect(flow.stages.map(\.stage) == [.titleAndAbstract, .fullText, .relevance])
    #expect(flow.stages.map(\.screened) == [2_769, 121, 52] && flow.stages.map(\.kept) == [117, 52, 35])
    #expect(flow.stages.map(\.left) == [2_652, 69, 0] && flow.stages.map(\.excludedInAll) == [0, 0, 17])
    #expect(flow.stages.map(\.fromBefore) == [nil, 117, 52])
    #expect(
      flow.stages[1].gate.entered == 4 && flow.stages[1].gate.arrivals.first?.sources.first?.hits == 426_000)
    #expect(flow.joined.arrivals.map(\.entered) == [4, 14] && flow.included == 53)
    #expect(flow.contradictions.isEmpty && flow.awaiting == 0)
    // How many the databases brought isn't said; that all of them were screened is.
    let first = try #require(flow.stages.first?.gate)
    #expect(first.found == nil && first.entered == 2_769 && first.arrivals.first?.entered == 2_769)
  }

  @Test(
    "Counted from a file, nothing is left over: found is taken out or screened, screened is kept, left out or waits"
  )
  func gardens() throws {
    let flow = Flow(ReviewsInNumbers.gardens)
    let first = try #require(flow.stages.first)
    #expect(first.gate.found == 2_158 && first.gate.removedInAll == 515 && first.gate.entered == 1_643)
    #expect(first.gate.arrivals.map(\.entered) == [1_627, 19, 3])
    #expect(flow.stages.allSatisfy { $0.left == 0 && $0.surplus == 0 } && flow.contradictions.isEmpty)
    #expect(flow.included == 22 && flow.awaiting == 53)
  }

  @Test("Counts that can't all be right are told, and none is changed to fit")
  func contradictions() {
    let found = FlowEntry.found(FoundCount(waves: [.database], source: "A", count: 100))
    func screened(_ screened: Int?, _ kept: Int, _ out: Int) -> FlowEntry {
      .screened(
        ScreenedCount(
          stage: .titleAndAbstract, screened: screened, kept: kept, excluded: [.init(reason: "r", count: out)]
        ))
    }
    var flow = Flow([found, screened(nil, 90, 20)])
    #expect(flow.contradictions == [.moreToldThanScreened(.titleAndAbstract, screened: 100, told: 110)])
    #expect(flow.stages.map(\.kept) == [90] && flow.stages.map(\.surplus) == [10])
    flow = Flow([found, screened(80, 40, 40)])
    #expect(flow.contradictions == [.fewerScreenedThanCame(.titleAndAbstract, came: 100, screened: 80)])
    flow = Flow([found, screened(130, 60, 70)])
    #expect(flow.contradictions == [.moreScreenedThanCame(.titleAndAbstract, came: 100, screened: 130)])
    flow = Flow([found, .removed(RemovedCount(waves: [.database], count: 101))])
    #expect(
      flow.contradictions == [
        .moreRemovedThanFound(.stage(.titleAndAbstract), found: 100, removed: 101)
      ])
    flow = Flow([
      .found(FoundCount(waves: [.suggestions], source: "B", count: 1, entering: .included)),
      .removed(RemovedCount(count: 3, entering: .included)),
    ])
    #expect(flow.contradictions == [.moreRemovedThanFound(.included, found: 1, removed: 3)])
    #expect(flow.included == 0)
  }

  @Test(
    "Records that nobody has screened yet wait; those whose fate isn't said but for how many were left out are kept"
  )
  func open() {
    let found = FlowEntry.found(FoundCount(waves: [.database], source: "A", count: 12))
    #expect(Flow([found]).stages.map(\.awaiting) == [12] && Flow([found]).included == 0)
    let out = ScreenedCount(stage: .titleAndAbstract, kept: nil, excluded: [.init(reason: "", count: 5)])
    #expect(Flow([found, .screened(out)]).stages.map(\.kept) == [7])
    #expect(Flow([]).stages.isEmpty && Flow([]).included == 0)
    // A stage that a review doesn't have is passed over.
    let kept = ScreenedCount(stage: .relevance, kept: 3)
    #expect(Flow([found, .screened(out), .screened(kept)]).stages.map(\.fromBefore) == [nil, 7])
  }

  @Test("Entries of one stage told apart by way are one stage, each reason told once")
  func apart() {
    func part(_ wave: Wave, _ screened: Int, _ kept: Int) -> FlowEntry {
      .screened(
        ScreenedCount(
          stage: .fullText, waves: [wave], screened: screened, kept: kept,
          excluded: [.init(reason: "thin", count: screened - kept)]))
    }
    let flow = Flow([part(.database, 10, 4), part(.suggestions, 5, 5), part(.googleScholar, 7, 1)])
    #expect(flow.stages.map(\.screened) == [22] && flow.stages.map(\.kept) == [10])
    #expect(flow.stages.first?.excluded == [.init(reason: "thin", count: 12)])
  }

  // MARK: Laws

  private func entry(_ numbers: inout SplitMix64) -> FlowEntry {
    let counts = [0, 1, 7, 117, 2_769, .max, -5, Int.random(in: 0...500, using: &numbers)]
    func count() -> Int { numbers.pick(counts) }
    func perhaps() -> Int? { Bool.random(using: &numbers) ? count() : nil }
    let places = ScreeningStage.allCases.map { FlowPlace.stage($0) } + [.included]
    let waves = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in numbers.pick(Wave.allCases) }
    let basis = numbers.pick(FlowBasis.allCases)
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0:
      return .found(
        FoundCount(
          waves: waves, source: numbers.pick(NastyText.examples), count: perhaps(), hits: perhaps(),
          read: numbers.pick(["", "first 40 pages"]), entering: numbers.pick(places), basis: basis))
    case 1:
      return .removed(
        RemovedCount(
          waves: waves, reason: numbers.pick(RemovedCount.Reason.allCases), count: count(),
          entering: numbers.pick(places), basis: basis))
    default:
      let excluded = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        ScreenedCount.Exclusion(reason: numbers.pick(NastyText.examples + ["a", "b"]), count: count())
      }
      return .screened(
        ScreenedCount(
          stage: numbers.pick(ScreeningStage.allCases), waves: waves, screened: perhaps(), kept: perhaps(),
          excluded: excluded, notRetrieved: count(), awaiting: count(), basis: basis))
    }
  }

  @Test("Whatever the entries are, no count is negative and the boxes add up")
  func laws() throws {
    for seed in 0..<600 as Range<UInt64> {
      var numbers = SplitMix64(seed: seed)
      let entries = (0..<Int.random(in: 0...14, using: &numbers)).map { _ in entry(&numbers) }
      let flow = Flow(entries)
      for stage in flow.stages {
        let told = stage.kept + stage.excludedInAll + stage.notRetrieved + stage.awaiting + stage.left
        #expect(stage.screened + stage.surplus == told, "seed \(seed)")
        #expect(stage.left == 0 || stage.surplus == 0, "seed \(seed)")
        let parts = [
          stage.screened, stage.kept, stage.notRetrieved, stage.awaiting, stage.left, stage.surplus,
        ]
        #expect(parts.allSatisfy { $0 >= 0 } && stage.excluded.allSatisfy { $0.count >= 0 }, "seed \(seed)")
        let doubts = flow.contradictions.contains { contradiction in
          if case .moreToldThanScreened(stage.stage, _, _) = contradiction { return true }
          return false
        }
        #expect(doubts == (stage.surplus > 0), "seed \(seed)")
      }
      for gate in flow.stages.map(\.gate) + [flow.joined] {
        #expect(
          (gate.entered ?? 0) >= 0 && gate.arrivals.allSatisfy { ($0.entered ?? 0) >= 0 }, "seed \(seed)")
        if let found = gate.found, let entered = gate.entered, found >= gate.removedInAll {
          #expect(found == gate.removedInAll + entered, "seed \(seed)")
        }
      }
      #expect(flow.included >= 0)
      let json = try JSONEncoder().encode(entries)
      #expect(try JSONDecoder().decode([FlowEntry].self, from: json) == entries, "seed \(seed)")
    }
  }

  @Test("The order of the entries changes no number")
  func order() {
    var numbers = SplitMix64(seed: 20)
    for entries in [ReviewsInNumbers.paper, ReviewsInNumbers.gardens] {
      let flow = Flow(entries)
      for _ in 0..<30 {
        let other = Flow(entries.shuffled(using: &numbers))
        #expect(other.stages.map(\.screened) == flow.stages.map(\.screened))
        #expect(other.stages.map(\.kept) == flow.stages.map(\.kept))
        #expect(other.stages.map(\.left) == flow.stages.map(\.left) && other.included == flow.included)
      }
    }
  }

  // MARK: Entries in JSON

  @Test("An entry is read from plain JSON, with what may be left out left out")
  func reading() throws {
    let text = """
      [{"kind": "found", "waves": ["google-scholar"], "source": "Google Scholar", "hits": 426000,
        "read": "first 40 pages", "count": 4, "entering": "full-text"},
       {"kind": "removed", "count": 12},
       {"kind": "screened", "stage": "relevance", "kept": 35, "excluded": [{"count": 17}]}]
      """
    let entries = try JSONDecoder().decode([FlowEntry].self, from: Data(text.utf8))
    #expect(
      entries == [
        .found(
          FoundCount(
            waves: [.googleScholar], source: "Google Scholar", count: 4, hits: 426_000,
            read: "first 40 pages",
            entering: .stage(.fullText), basis: .noted)), .removed(RemovedCount(count: 12, basis: .noted)),
        .screened(
          ScreenedCount(stage: .relevance, kept: 35, excluded: [.init(reason: "", count: 17)], basis: .noted)),
      ])
  }

  @Test(
    "What is no entry is refused",
    arguments: [
      #"{"kind": "lost"}"#, #"{"kind": "removed"}"#, #"{"kind": "removed", "count": -1}"#,
      #"{"kind": "removed", "count": 1000000000001}"#, #"{"kind": "removed", "count": 1.5}"#,
      #"{"kind": "found", "source": "A", "entering": "nowhere"}"#, #"{"kind": "screened", "kept": 1}"#,
      #"{"kind": "screened", "stage": "relevance", "excluded": [{"reason": "r"}]}"#,
      #"{"kind": "found", "source": "A", "waves": ["aether"]}"#, "7", "{}",
    ])
  func refused(_ text: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(FlowEntry.self, from: Data(text.utf8)) }
  }
}
