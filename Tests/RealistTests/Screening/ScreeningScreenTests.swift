import Reporting
import Review
import TestSupport
import Testing

@testable import realist

@Suite("The screen of a screening desk")
struct ScreeningScreenTests {
  private func session(_ desk: MemoryDesk = .usual(), _ keys: String = "", rows: Int = 24) async throws
    -> ScreeningSession
  {
    var session = try await ScreeningSession(at: desk)
    for key in keys {
      let room = ScreeningScreen(session, size: .init(columns: 80, rows: rows)).room
      _ = await session.press(.sign(key), at: 0, in: room)
    }
    return session
  }

  private func text(
    _ session: ScreeningSession, _ columns: Int, _ rows: Int, _ style: TerminalStyle = .letters
  )
    -> String
  {
    ScreeningScreen(session, size: .init(columns: columns, rows: rows)).lines
      .map { $0.painted(in: style) + "\n" }.joined()
  }

  @Test(
    "looks as it did",
    arguments: [
      ("reading", ""), ("reason", "e"), ("more", "o"), ("note", "nA thought"), ("keys", "?"), ("done", "iui"),
    ])
  func golden(_ name: String, _ keys: String) async throws {
    let desk = MemoryDesk.usual()
    await desk.estimate("About 3 of 10 relevant records may be left (Callaghan and Müller-Hansen 2020).")
    let session = try await session(desk, keys)
    #expect(try GoldenFile.difference(text(session, 80, 24), from: "\(name).txt") == nil)
  }

  @Test("Without colour, words of the protocol are bold and underlined, and no colour is sent")
  func monochrome() async throws {
    let session = try await session()
    let text = text(session, 80, 24, .monochrome)
    #expect(text.contains("\u{1B}[1;4mSharing\u{1B}[0m") && text.contains("\u{1B}[4mschool\u{1B}[0m"))
    let sent = Set(
      text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";").map(String.init) })
    #expect(sent.isSubset(of: ["0", "1", "2", "4"]))
    #expect(self.text(session, 80, 24, .colour).contains("\u{1B}[1;4;36mSharing"))
  }

  @Test(
    "No line is wider than the terminal, there are as many as it has rows, and nothing of a record drives it")
  func sizes() async throws {
    let nasty = NastyText.examples.enumerated().map { number, text in
      ScreeningCard(
        id: number, title: text, citation: text, abstract: text, more: [text], note: text, verdict: .include)
    }
    var brief = MemoryDesk.gardens
    brief.criteria = NastyText.examples.map { .init(code: $0, words: $0, isInclusion: true) }
    brief.highlights = Highlights(wanted: NastyText.examples, unwanted: NastyText.examples)
    brief.reviewer = "a\u{1B}[2J\nb"
    let desk = MemoryDesk(nasty, brief: brief)
    await desk.estimate(NastyText.examples.joined())
    var session = try await ScreeningSession(at: desk)
    var number = 0
    while session.card != nil {
      let size = [(80, 24), (40, 12), (20, 6), (200, 60), (1, 1)][number % 5]
      number += 1
      for keys in ["", "o", "e", "n", "?"] {
        var open = session
        for key in keys { _ = await open.press(.sign(key), at: 0, in: .init(lines: 1, shown: 1)) }
        let screen = ScreeningScreen(open, size: .init(columns: size.0, rows: size.1))
        #expect(screen.lines.count == max(6, size.1))
        #expect(screen.lines.allSatisfy { $0.width <= max(20, size.0) })
        let letters = screen.lines.map { $0.painted(in: .letters) }.joined()
        #expect(!letters.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
      }
      _ = await session.press(.sign("i"), at: 0, in: .init(lines: 1, shown: 1))
    }
    #expect(number == nasty.count)
  }

  @Test("A long abstract is read page by page, to its end and back")
  func pages() async throws {
    var session = try await session(.usual(), "iu")
    let size = ScreeningScreen.Size(columns: 80, rows: 24)
    #expect(session.card?.id == 3)
    var seen: Set<String> = []
    for _ in 0..<10 {
      let screen = ScreeningScreen(session, size: size)
      seen.formUnion(screen.lines.map { $0.painted(in: .letters) })
      _ = await session.press(.sign(" "), at: 0, in: screen.room)
    }
    let screen = ScreeningScreen(session, size: size)
    #expect(session.scroll == screen.room.last && screen.room.last > 0)
    let whole = ScreeningScreen(session, size: .init(columns: 80, rows: 200)).lines.map {
      $0.painted(in: .letters)
    }
    #expect(Set(whole).subtracting(seen).isEmpty)
    _ = await session.press(.home, at: 0, in: screen.room)
    #expect(session.scroll == 0)
    _ = await session.press(.up, at: 0, in: screen.room)
    #expect(session.scroll == 0)
  }

  @Test("The criteria stay in view, whatever the record")
  func criteria() async throws {
    for keys in ["", "i", "iu", "iu ", "o"] {
      let session = try await session(.usual(), keys)
      let text = text(session, 80, 24)
      #expect(MemoryDesk.gardens.criteria.allSatisfy { text.contains($0.code + " " + $0.words) }, "\(keys)")
      #expect(text.contains("i include  e exclude  u unsure  n note  z undo  s skip"))
    }
  }

  @Test("A record of a million signs is drawn, cut")
  func huge() async throws {
    let words = String(repeating: "word ", count: 200_000)
    let desk = MemoryDesk(
      [ScreeningCard(id: 1, title: words, abstract: words, more: [words])], brief: MemoryDesk.gardens)
    let session = try await session(desk, "o")
    #expect(text(session, 80, 24).contains("word"))
    #expect(ScreeningScreen(session, size: .init(columns: 80, rows: 24)).room.lines < 2_000)
  }
}
