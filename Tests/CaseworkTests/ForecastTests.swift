import Bibliography
import Casework
import Documents
import Dynamics
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("A forecast")
struct ForecastTests {
  static let few = ForecastSettings(rounds: 5, models: 256, seed: 3, threads: 2)

  private func forecast(_ subject: Case, _ settings: ForecastSettings = few, asOf date: PartialDate? = nil)
    async throws -> Forecast
  {
    try await Forecast(of: subject, by: try Fixture.gardens(), asOf: date, settings)
  }

  private func record(_ forecast: Forecast) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(
      decoding: try encoder.encode(ForecastRecord(forecast, madeBy: "realist 0")), as: UTF8.self)
  }

  @Test("What is said of one partner starts in that partner's place, and of all in every place")
  func places() throws {
    let theory = try Fixture.gardens()
    let subject = try GardenCase.read("mill-lane")
    let start = CaseStart(of: subject, subject.startingSituation(in: theory), in: theory).start
    func known(_ concept: String) throws -> [StartingPoint.Known] {
      let id = try GardenCase.concept(concept)
      return start.known.filter { $0.concept == id }
    }
    #expect(
      try known("know-how") == [
        .init(try GardenCase.concept("know-how"), .lies(.more, much: false), .at(.partner(0))),
        .init(try GardenCase.concept("know-how"), .lies(.less, much: true), .at(.partner(1))),
      ])
    #expect(
      try known("neighbour-bonds").map(\.extent) == [.at(.relation(of: 0, towards: 1))])
    #expect(try known("volunteer-fatigue").map(\.extent) == [.everywhere])
    // It was asked, and isn't known: then it is drawn.
    #expect(try known("produce-theft").isEmpty)
    #expect(start.roundMonths == 6...6 && start.partners.count == 2)
  }

  @Test("What becomes known later of one partner takes the place of what was known of that partner alone")
  func later() throws {
    let theory = try Fixture.gardens()
    let subject = try GardenCase.made(
      "partners: [{id: a, name: A}, {id: b, name: B}]",
      "facts:", "  - {concept: know-how, is: high, of: a}", "  - {concept: know-how, is: low, of: b}",
      "  - {concept: know-how, is: low, of: a, since: 2020}")
    let now = Assessment(of: subject, by: theory).now
    let known = CaseStart(of: subject, now, in: theory).start.known
    #expect(
      Set(known) == [
        .init(try GardenCase.concept("know-how"), .lies(.less, much: false), .at(.partner(0))),
        .init(try GardenCase.concept("know-how"), .lies(.less, much: false), .at(.partner(1))),
      ])
  }

  @Test("Too few or too many partners are told as an assumption", arguments: [0, 1, 60])
  func partners(_ count: Int) throws {
    let theory = try Fixture.gardens()
    let list = (0..<count).map { "{id: p\($0), name: P}" }.joined(separator: ", ")
    let subject = try GardenCase.made("partners: [\(list)]")
    let start = CaseStart(of: subject, subject.startingSituation(in: theory), in: theory)
    #expect(start.start.partners.count == min(max(count, 2), 50))
    #expect(start.assumptions.contains { $0.contains("partner") })
    #expect(start.assumptions.contains { $0.contains("how long a round of work takes") })
  }

  @Test("Any number of threads gives the same record")
  func threads() async throws {
    let subject = try GardenCase.read("mill-lane")
    var seen: Set<String> = []
    for threads in [1, 3] {
      seen.insert(
        try record(
          try await forecast(
            subject, ForecastSettings(rounds: 4, models: 256, seed: 3, threads: threads))))
    }
    #expect(seen.count == 1)
  }

  @Test("At an earlier date it gives what could be forecast then, and never sees the end")
  func earlier() async throws {
    let text = try String(contentsOfFile: GardenCase.path("mill-lane"), encoding: .utf8)
    let subject = try GardenCase.read("mill-lane")
    let date = try #require(PartialDate(iso: "2019-08"))
    let then = try await forecast(subject, asOf: date)
    // The same document, with all that came later cut away.
    let known = text.replacing(
      try Regex("(?s)  - id: common-plot.*?\nobservations:"), with: "observations:"
    ).replacing(try Regex("(?s)\nend:.*"), with: "\n")
    let short = try CaseDocument.read(DocumentFile(name: "short.yaml", text: known))
    #expect(short.events.count == 1 && short.end == nil && subject.events.count == 3)
    let record = try record(try await forecast(short, asOf: date))
    #expect(try self.record(then) == record)
    let now = try self.record(try await forecast(subject))
    #expect(record != now)
  }

  @Test("A statement of the page leads to its configurations, and no share is told as one number")
  func page() async throws {
    for name in ["mill-lane", "quarry-row"] {
      let page = ForecastTeller(of: try await forecast(try GardenCase.read(name)), madeBy: "realist 0").page
      #expect(Mentions(of: page).dangling == [])
      let told = MarkdownRenderer().render(page)
      #expect(!told.contains("%") && !told.contains("about 1 of 10"))
      #expect(told.contains("no probabilities"))
      for figure in page.figures {
        #expect(!figure.description.isEmpty && !figure.table.rows.isEmpty, "\(figure.id)")
      }
      #expect(Set(page.figures.map(\.id)).count == page.figures.count)
    }
  }

  @Test("The counts of the page's numbers hold together")
  func counts() async throws {
    let forecast = try await forecast(try GardenCase.read("mill-lane"))
    let ranks = ModelEnd.Rank.allCases
    for prior in 0..<4 {
      #expect(forecast.ensemble.ranks.map { $0.share.counts[prior] }.reduce(0, +) == 64)
      let trials = forecast.besideNeutral
      for option in trials.options.indices {
        #expect(ranks.map { trials.ends(option, $0).counts[prior] }.reduce(0, +) == 64)
        #expect(
          trials.better(option).counts[prior] + trials.worse(option).counts[prior]
            + trials.same(option).counts[prior] == 64)
      }
    }
    // The case on the same models, run with what drove it and run for its end alone, ends alike.
    #expect(
      forecast.ensemble.ranks.map(\.share.counts) == ranks.map { forecast.besideNeutral.ends(1, $0).counts })
    let history = try #require(forecast.history)
    #expect(history.turns.count == forecast.turns.count)
    let last = history.trials.options.count - 1
    #expect(
      ranks.map { history.trials.ends(last, $0) } == ranks.map { history.trials.ends(last - 1, $0) })
  }

  @Test("Where a round has a length, the fan goes back from one thing that happened to the next")
  func past() async throws {
    let subject = try GardenCase.read("mill-lane")
    let now = try await forecast(subject)
    let past = try #require(now.history?.past)
    #expect(past.events.map(\.turn.title) == now.turns.map(\.title))
    #expect(past.events.last?.at == 0 && past.events.dropLast().allSatisfy { $0.at < 0 })
    #expect(zip(past.events, past.events.dropFirst()).allSatisfy { $0.at <= $1.at })
    // After each thing that happened it begins where a forecast as of then does.
    var compared = 0
    for stretch in past.stretches {
      guard let event = past.events.last(where: { $0.at == stretch.span.lowerBound }) else { continue }
      let then = try await forecast(subject, asOf: event.turn.date)
      for (line, concept) in now.mainThings.enumerated() {
        let bands = try #require(then.ensemble.bands(of: concept, after: 0))
        #expect(stretch.courses.bands(of: line, after: 0) == bands)
        compared += 1
      }
    }
    #expect(compared > 0)
    guard
      case .courses(let chart)? = ForecastTeller(of: now, madeBy: "realist 0").page.figures.first(where: {
        $0.id == "fan"
      })?
      .picture
    else {
      Issue.record("There is no fan.")
      return
    }
    #expect(chart.events.count == now.turns.count && chart.span.lowerBound < 0)
    for series in chart.panels.flatMap(\.series) {
      #expect(series.points.contains { $0.time < 0 } && series.points.last?.time == chart.span.upperBound)
      #expect(zip(series.points, series.points.dropFirst()).allSatisfy { $0.time < $1.time })
    }
  }

  @Test("Where a round has no length, what happened has no place on the fan but its beginning")
  func withoutClock() async throws {
    let text = try String(contentsOfFile: GardenCase.path("mill-lane"), encoding: .utf8)
      .replacing(try Regex("\nroundMonths: .*"), with: "")
    let now = try await forecast(try CaseDocument.read(DocumentFile(name: "no-clock.yaml", text: text)))
    #expect(now.history != nil && now.history?.past == nil)
    let figures = ForecastTeller(of: now, madeBy: "realist 0").page.figures
    guard case .courses(let chart)? = figures.first(where: { $0.id == "fan" })?.picture else {
      Issue.record("There is no fan.")
      return
    }
    #expect(chart.span.lowerBound == 0 && chart.events.map(\.at) == [0])
    #expect(chart.events.first?.label.contains("the last of \(now.turns.count)") == true)
  }
}

@Suite("The two accountable care organisations of the source")
struct AccountableCareTests {
  @Test("can't be told apart at the start, and part with events the way in which it happened")
  func parting() async throws {
    let cases = try BundledCases.all()
    let (access, collaborative) = (cases[0], cases[1])
    let forecast = try await Forecast(
      of: access, by: try BundledCases.theory(), beside: [collaborative],
      ForecastSettings(rounds: 12, models: 256, seed: 1, threads: 2))
    let beside = try #require(forecast.besides.first)
    #expect(beside.isSameAtStart)
    #expect(beside.trials.better(1).frequency == .never && beside.trials.worse(1).frequency == .never)
    // What happened helped the one and harmed the other, in every way of drawing.
    func balance(_ option: Int) -> [Int] {
      zip(beside.trials.better(option).counts, beside.trials.worse(option).counts).map { $0 - $1 }
    }
    #expect(balance(2).allSatisfy { $0 > 0 })
    #expect(balance(3).allSatisfy { $0 < 0 })
    #expect(balance(4).allSatisfy { $0 < 0 })
    let story = ForecastTeller(of: forecast, madeBy: "realist 0").page.story.map(\.text)
    #expect(story.contains { $0.contains("At the start this case can't be told apart from") })
  }
}
