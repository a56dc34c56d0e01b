import Bibliography
import Casework
import Foundation
import ProgrammeTheory
import Testing

@testable import WebApp

extension Event {
  static func sample(_ number: Int) throws -> Event {
    Event(
      id: try #require(Event.ID("event-\(number)")), date: try #require(PartialDate(iso: "2015-06")),
      kind: .other,
      what: "Event \(number)")
  }
}

@Suite("Keeping watch, and telling the board")
struct WatchTests {
  private func told(
    _ site: TestSite, _ base: String, _ fields: [(String, String)], at path: String = "events/new"
  )
    async throws -> TestSite.Answer
  {
    let revision = try await site.revision(of: base)
    return try await site.post("\(base)/\(path)", [("revision", "\(revision)")] + fields)
  }

  @Test("What happened goes into the case by its date, and can be taken out again")
  func events() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    let before = try await site.document(base)
    let answer = try await told(
      site, base,
      [
        ("date", "2031-5"), ("what", "A tap is laid"), ("kind", "resources"), ("concept-0", "water-access"),
        ("change-0", "raises"),
      ])
    #expect(answer.status == 303)
    let document = try await site.document(base)
    #expect(document.contains("date: \"2031-05\"") || document.contains("date: 2031-05"))
    #expect(document.contains("raises water-access"))
    #expect(try await told(site, base, [], at: "events/a-tap-is-laid/remove").status == 303)
    #expect(try await site.document(base) == before)
  }

  @Test(
    "What is no event is said, and saves nothing",
    arguments: [
      [("date", ""), ("what", "x"), ("kind", "other")], [("date", "soon"), ("what", "x"), ("kind", "other")],
      [("date", "2020"), ("what", ""), ("kind", "other")],
      [("date", "2020"), ("what", "x"), ("kind", "none")],
      [
        ("date", "2020"), ("what", "x"), ("kind", "other"), ("concept-0", "unheard-of"),
        ("change-0", "raises"),
      ],
      [("date", "2020"), ("what", "x"), ("kind", "other"), ("concept-0", "water-access")],
    ])
  func noEvent(_ fields: [(String, String)]) async throws {
    let site = try TestSite()
    let base = try await site.copy()
    let before = try await site.document(base)
    let answer = try await told(site, base, fields)
    #expect(answer.status == 422)
    #expect(answer.text.contains("There is a problem"))
    #expect(try await site.document(base) == before)
  }

  @Test("A measurement outside its scale isn't taken; one inside is listed")
  func observations() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    let fields = [("date", "2031"), ("concept", "shared-work"), ("lowest", "1"), ("highest", "5")]
    for score in ["6", "nan", "1e400", "inf", "a", ""] {
      let answer = try await told(site, base, fields + [("score", score)], at: "observations/new")
      #expect(answer.status == 422, "\(score)")
    }
    #expect(try await told(site, base, fields + [("score", "3,5")], at: "observations/new").status == 303)
    #expect(try await site.document(base).contains("score: 3.5"))
    #expect(try await site.get("\(base)/watch").text.contains("3.5 (1 to 5)"))
  }

  @Test("An assessment that was shown opens later as it was, whatever was told since")
  func earlier() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    let first = try await site.get("\(base)/assessment").text
    _ = try await told(
      site, base,
      [
        ("date", "2031-05"), ("what", "The city lets go"), ("kind", "other"), ("concept-0", "city-led"),
        ("change-0", "lowers"),
      ])
    let second = try await site.get("\(base)/assessment").text
    #expect(first != second)
    let kept = try await site.get("\(base)/assessments/1").text
    #expect(kept.contains("Shown as it was then"))
    // All that the renderer made is there, byte for byte.
    let story = try #require(first.range(of: "<section class=\"story\""))
    let end = try #require(first.range(of: "</main>"))
    let told = first[story.lowerBound..<end.lowerBound].split(separator: "\n").filter {
      !$0.contains("contents")
    }
    #expect(told.allSatisfy { kept.contains($0) })
    #expect(try await site.get("\(base)/revisions/1").status == 200)
    #expect(try await site.get("\(base)/revisions/1/assessment").text.contains("What was told in state 1"))
    #expect(try await site.get("\(base)/history").text.contains("The city lets go"))
  }

  @Test("Shown twice, an assessment is kept once")
  func keptOnce() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    for _ in 0..<3 { _ = try await site.get("\(base)/assessment") }
    #expect(try await site.site.store.assessments(of: String(base.split(separator: "/")[1])).count == 1)
  }

  @Test("A redacted report holds nothing that anybody wrote, nor a name from the document")
  func redacted() async throws {
    let site = try TestSite()
    // Each text and each name holds a mark, and so does what the theory doesn't know.
    let text = """
      format: realist-case/1
      id: zq-case
      title: Zq title
      summary: Zq summary
      kind: real
      theory: neighbourhood-gardens
      start: 2020
      arrangement: zq-form
      entryPoints: [zq-entry]
      partners:
        - {id: zq-north, name: Zq North, about: Zq about}
        - {id: zq-south, name: Zq South}
      facts:
        - {concept: neighbour-bonds, is: low, of: zq-north, towards: zq-south, saidBy: Zq head, source: Zq letter}
        - {concept: water-access, is: high, note: Zq note}
        - {concept: zq-concept, is: high}
      aims:
        - {what: Zq aim, ambition: high, source: Zq plan}
      events:
        - {id: zq-event, date: 2021, kind: conflict, what: Zq shouts, source: Zq minutes, moves: [raises zq-moved]}
      observations:
        - {date: 2021, concept: shared-work, score: 3, lowest: 1, highest: 5, instrument: Zq survey, source: Zq file}
      further:
        - {what: Zq rent, source: Zq whisper}
      end: {outcome: improved, date: 2022, what: Zq end, source: Zq paper}

      """
    let base = try await site.bring(text)
    let open = try await site.get("\(base)/board").text.lowercased()
    #expect(open.contains("zq title") && open.contains("zq rent"))
    let hidden = try await site.get("\(base)/board/redacted").text.lowercased()
    #expect(!hidden.contains("zq"))
    #expect(hidden.contains("a collaboration") && hidden.contains("something that was told (1)"))
  }
}
