import Testing
import TestSupport

@testable import Literature

@Suite("Simulated screening")
struct SimulationTests {
  @Test("Priors are drawn as NumPy's RandomState draws them")
  func draws() throws {
    for draw in try RankingReference.read().draws {
      var numbers = MersenneTwister(seed: draw.seed)
      #expect(numbers.choice(draw.count, of: Array(0..<draw.size)) == draw.drawn, "seed \(draw.seed)")
    }
  }

  @Test("The measures are those of asreview-insights")
  func measures() throws {
    for example in try RankingReference.read().measures {
      let labels = example.labels.map { $0 == "1" }
      var run = ScreeningRun(
        seed: 1, priors: [], records: labels.count, relevant: labels.count(where: \.self))
      for (record, label) in labels.enumerated() { run.read(record, isRelevant: label) }
      #expect(run.workSaved(at: 0.95) == example.wss95)
      #expect(run.workSaved(at: 1) == example.wss100)
      #expect(run.recall(afterReading: 0.1) == example.rrf10)
      #expect(abs((run.extraRecall(afterReading: 0.1) ?? 9) - example.erf10) < 1e-12)
      #expect(abs((run.averageTimeToDiscovery ?? 0) - example.atd) < 1e-9)
    }
  }

  @Test("Where nothing is to be found, there is no measure")
  func nothing() {
    let run = ScreeningRun(seed: 1, priors: [0, 1], records: 9, relevant: 0)
    #expect(run.workSaved(at: 0.95) == nil && run.recall(afterReading: 0.1) == nil)
    #expect(run.averageTimeToDiscovery == nil && run.recallAtStop == nil)
    let empty = ScreeningRun(seed: 1, priors: [0, 1], records: 0, relevant: 0)
    #expect(empty.extraRecall(afterReading: 0.1) == nil)
  }

  @Test("The same seeds give the same runs, one after another or at once")
  func threads() async throws {
    let corpus = ScreeningCorpus(seed: 11)
    let simulation = ScreeningSimulation(corpus.texts, labels: corpus.labels)
    let together = try await simulation.run(seeds: [3, 1, 2], until: .all)
    #expect(together.map(\.seed) == [3, 1, 2])
    for run in together { #expect(try simulation.run(seed: run.seed, until: .all) == run) }
  }

  @Test("A simulation reads every record once, the priors not at all")
  func whole() throws {
    let corpus = ScreeningCorpus(seed: 12)
    let simulation = ScreeningSimulation(corpus.texts, labels: corpus.labels)
    let run = try simulation.run(seed: 4, priors: PriorCounts(included: 2, excluded: 3), until: .all)
    #expect(run.priors.map { corpus.labels[$0] } == [true, true, false, false, false])
    #expect((run.priors + run.order).sorted() == Array(0..<120))
    #expect(run.found == run.relevant && run.relevant == 22)
    #expect(try simulation.run(seed: 4, until: .relevant).order.count < 118)
  }

  @Test("Ranking finds more than chance does")
  func better() throws {
    let corpus = ScreeningCorpus(seed: 13, records: 300, included: 10)
    let run = try ScreeningSimulation(corpus.texts, labels: corpus.labels).run(seed: 1)
    #expect((run.workSaved(at: 0.95) ?? 0) > 0.3)
  }

  @Test(
    "Labels of one kind alone, or none, are refused with what to do", arguments: [[true, true], [false], []])
  func oneKind(labels: [Bool]) {
    let simulation = ScreeningSimulation(labels.map { _ in ScreeningText(title: "bees") }, labels: labels)
    #expect(throws: SimulationError.self) { try simulation.run(seed: 1) }
  }
}

@Suite("When to stop")
struct StoppingTests {
  @Test("The hypergeometric distribution is SciPy's")
  func distribution() throws {
    for example in try RankingReference.read().hypergeometric {
      let numbers = example.dropLast().map { Int($0) }
      let chance = LogFactorials(upTo: numbers[1])
        .atMost(numbers[0], of: numbers[2], in: numbers[1], drawing: numbers[3])
      #expect(abs(chance - example[4]) < 1e-9 * max(example[4], 1e-3))
    }
  }

  @Test("A watch gives the smallest chance over all samples, as if each start were tried", arguments: 1...20)
  func watch(seed: UInt64) {
    var random = TestSupport.SplitMix64(seed: seed)
    let labels = (0..<80).map { Int.random(in: 0..<($0 + 3), using: &random) < 3 }
    let test = StoppingTest.usual
    var watch = StoppingWatch(test, total: 120)
    let counts = LogFactorials(upTo: 120)
    for (index, label) in labels.enumerated() {
      watch.note(isRelevant: label)
      let read = index + 1
      let found = labels.prefix(read).count(where: \.self)
      guard found > 0, test.fewestMissed(found: found) <= 120 - read else { continue }
      let chances = (0..<read).map { start in
        let sampled = labels[start..<read].count(where: \.self)
        return counts.atMost(
          sampled, of: test.fewestMissed(found: found) + sampled, in: 120 - start, drawing: read - start)
      }
      #expect(abs(watch.chance - (chances.min() ?? 1)) < 1e-12)
    }
  }

  @Test("One may stop once fewer are unread than would have to be missed")
  func end() {
    var watch = StoppingWatch(total: 40)
    for number in 0..<40 { watch.note(isRelevant: number < 20) }
    #expect(watch.isMet)
    var none = StoppingWatch(total: 5)
    for _ in 0..<5 { none.note(isRelevant: false) }
    #expect(!none.isMet)
  }

  @Test("A random sample of the size that is asked for is as sure as it says, and a smaller one isn't")
  func sample() throws {
    let test = StoppingTest.usual
    let size = try #require(test.sampleSize(found: 60, unread: 1_500))
    // At least 4 must be missed for a recall below 95%: 60 of 64 are 93.75%.
    let counts = LogFactorials(upTo: 1_500)
    #expect(counts.atMost(0, of: 4, in: 1_500, drawing: size) < 0.05)
    #expect(counts.atMost(0, of: 4, in: 1_500, drawing: size - 1) >= 0.05)
    #expect(test.sampleSize(found: 0, unread: 100) == nil)
    #expect(test.sampleSize(found: 60, unread: 3) == 0)
  }
}
