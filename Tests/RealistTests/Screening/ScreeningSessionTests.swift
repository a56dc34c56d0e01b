import Reporting
import Review
import Testing

@testable import realist

@Suite("Screening, key by key")
struct ScreeningSessionTests {
  private let size = ScreeningScreen.Size(columns: 80, rows: 24)

  /// Presses keys, one after another, one a second.
  @discardableResult
  private func press(_ keys: String, in session: inout ScreeningSession) async -> ScreeningSession.Course {
    await press(keys.map { Key.sign($0) }, in: &session)
  }

  @discardableResult
  private func press(_ keys: [Key], in session: inout ScreeningSession) async -> ScreeningSession.Course {
    var course = ScreeningSession.Course.on
    for (second, key) in keys.enumerated() {
      course = await session.press(key, at: Double(second), in: ScreeningScreen(session, size: size).room)
    }
    return course
  }

  @Test("Include, exclude with the number of a reason, unsure: each is kept, and the next record comes")
  func deciding() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    #expect(session.card?.id == 1)
    await press("i", in: &session)
    #expect(session.card?.id == 2 && session.message?.hasPrefix("Included: Sharing") == true)
    await press("e", in: &session)
    #expect(session.mode == .reason("") && session.card?.id == 2)
    await press("3", in: &session)
    #expect(session.card?.id == 3 && session.message == "Left out (I2): Tomatoes under glass")
    await press("U", in: &session)
    #expect(session.card == nil && session.mode == .done && session.progress.decided == 3)
    #expect(
      await desk.decisions == [
        .init(card: 1, verdict: .include, reason: nil), .init(card: 2, verdict: .exclude, reason: "I2"),
        .init(card: 3, verdict: .unsure, reason: nil),
      ])
    #expect(await press("q", in: &session) == .leave)
  }

  @Test("No other key decides, and what a key doesn't do is said")
  func others() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    await press("xy1 jkb!é", in: &session)
    await press([.up, .down, .pageUp, .pageDown, .home, .end, .backspace, .clear, .redraw], in: &session)
    await press("w", in: &session)
    #expect(session.message == "The key w does nothing here. Press ? for the keys.")
    await press([.escape, .enter], in: &session)
    #expect(session.card?.id == 1)
    #expect(await desk.decisions.isEmpty)
  }

  @Test("Without criteria a reason is typed in words, mended, and kept")
  func ownWords() async throws {
    var brief = MemoryDesk.gardens
    (brief.needsReason, brief.takesOwnWords, brief.criteria) = (true, true, [])
    brief.reasons = [.notRetrieved]
    let desk = MemoryDesk(MemoryDesk.cards, brief: brief)
    var session = try await ScreeningSession(at: desk)
    await press("en", in: &session)
    #expect(session.mode == .words("n"))
    await press([.backspace, .sign("a"), .sign(" "), .sign("l"), .sign("x"), .backspace], in: &session)
    #expect(
      ScreeningScreen(session, size: size).lines.contains { line in
        line.runs.map(\.text).joined().contains("Reason: a l_")
      })
    await press([.enter], in: &session)
    #expect(session.card?.id == 2 && session.message?.hasPrefix("Left out (a l)") == true)
    await press("e1", in: &session)
    await press([.sign("e"), .enter, .sign("q"), .clear, .sign(" "), .enter, .escape], in: &session)
    #expect(session.card?.id == 3 && session.mode == .reading)
    #expect(await desk.decisions.map(\.reason) == ["a l", "not-retrieved"])
  }

  @Test("A reason that isn't there is refused, and one can go back")
  func reasons() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    await press("e4", in: &session)
    #expect(
      session.mode == .reason("") && session.message == "There is no reason 4. Type a number from 1 to 3.")
    await press("0", in: &session)
    await press([.enter], in: &session)
    #expect(session.message == "There is no reason 0. Type a number from 1 to 3.")
    await press([.escape], in: &session)
    #expect(session.mode == .reading && session.card?.id == 1)
    await press("e", in: &session)
    await press([.enter], in: &session)
    #expect(await desk.decisions == [.init(card: 1, verdict: .exclude, reason: nil)])
  }

  @Test(
    "Where a reason is needed, none is left out without one; with more than nine, two digits can be typed")
  func needed() async throws {
    var brief = MemoryDesk.gardens
    brief.needsReason = true
    brief.reasons = (1...12).map { .init(code: "E\($0)", words: "reason \($0)") }
    let desk = MemoryDesk(MemoryDesk.cards, brief: brief)
    var session = try await ScreeningSession(at: desk)
    await press("e", in: &session)
    await press([.enter], in: &session)
    #expect(session.message == "At this stage a reason is needed: type its number.")
    await press("1", in: &session)
    #expect(session.mode == .reason("1"))
    await press("1", in: &session)
    await press("e1", in: &session)
    await press([.enter], in: &session)
    await press("e7", in: &session)
    #expect(await desk.decisions.map(\.reason) == ["E11", "E1", "E7"])
  }

  @Test("Without any reasons in the protocol, e leaves out at once")
  func noReasons() async throws {
    var brief = MemoryDesk.gardens
    brief.reasons = []
    let desk = MemoryDesk(MemoryDesk.cards, brief: brief)
    var session = try await ScreeningSession(at: desk)
    await press("e", in: &session)
    #expect(await desk.decisions == [.init(card: 1, verdict: .exclude, reason: nil)])
  }

  @Test("The last decision can be taken back, again and again, from the end too")
  func undo() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    await press("z", in: &session)
    #expect(session.message == "There is nothing to take back." && session.card?.id == 1)
    await press("iiuz", in: &session)
    #expect(session.card?.id == 3 && session.card?.verdict == .unsure && session.progress.decided == 2)
    await press("zz", in: &session)
    #expect(session.card?.id == 1 && session.progress.decided == 0)
    #expect(await desk.decisions.isEmpty)
  }

  @Test("What is put off comes again at the end")
  func skipping() async throws {
    var session = try await ScreeningSession(at: MemoryDesk.usual())
    await press("s", in: &session)
    #expect(session.card?.id == 2)
    await press("ii", in: &session)
    #expect(session.mode == .done && session.skipped == [1])
    await press("s", in: &session)
    #expect(session.card?.id == 1)
    await press("i", in: &session)
    #expect(session.mode == .done && session.skipped.isEmpty && session.progress.decided == 3)
  }

  @Test("A note is typed, mended, kept, and taken up again; the letters of keys are letters in it")
  func notes() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    await press("nique", in: &session)
    await press([.backspace, .sign("é"), .up, .enter], in: &session)
    #expect(session.mode == .reading && session.card?.id == 1)
    #expect(await desk.card(1)?.note == "iqué" && session.card?.note == "iqué")
    await press("nx", in: &session)
    await press([.escape], in: &session)
    #expect(await desk.card(1)?.note == "iqué")
    await press("n", in: &session)
    #expect(session.mode == .note("iqué"))
    await press([.clear, .enter], in: &session)
    #expect(await desk.card(1)?.note == nil)
    await press("n" + String(repeating: "a", count: 3_000), in: &session)
    #expect(session.mode == .note(String(repeating: "a", count: 2_000)))
  }

  @Test("What the desk can't keep is said, and the record stays")
  func failing() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    await desk.fail("the disk is full")
    for key in ["i", "e1", "u", "s", "z"] {
      await press(key, in: &session)
      #expect(session.card?.id == 1 && session.message?.contains("the disk is full") == true, "\(key)")
    }
    await press("nwords", in: &session)
    await press([.enter], in: &session)
    #expect(session.mode == .note("words") && session.message?.contains("the disk is full") == true)
    await press([.escape], in: &session)
    await desk.fail(nil)
    await press("i", in: &session)
    #expect(await desk.decisions.count == 1)
  }

  @Test(
    "Where the next record can't be read, the decision before is said to be kept, and it can be tried again")
  func stuck() async throws {
    let desk = MemoryDesk.usual()
    var session = try await ScreeningSession(at: desk)
    await desk.fail(afterDeciding: true)
    await press("i", in: &session)
    #expect(session.mode == .stuck && session.message?.contains("What was decided is kept.") == true)
    await press("i", in: &session)
    #expect(session.mode == .stuck)
    await desk.fail(nil)
    await press("i", in: &session)
    #expect(session.card?.id == 2)
    #expect(await desk.decisions.count == 1)
  }

  @Test("Interrupting, stopping and a terminal that is gone are told from leaving, whatever is being done")
  func ends() async throws {
    for keys in ["", "e", "nab", "?", "iuu"] {
      var session = try await ScreeningSession(at: MemoryDesk.usual())
      await press(keys, in: &session)
      #expect(await press([.interrupt], in: &session) == .interrupt)
      #expect(await press([.suspend], in: &session) == .suspend)
      #expect(await press([.gone], in: &session) == .leave)
    }
  }

  @Test("The pace is the middle of the last decisions, pauses left out, and none is told from too few")
  func pace() {
    var pace = ScreeningPace()
    pace.begin(at: 0)
    for (number, second) in [10.0, 20, 50, 4_000].enumerated() {
      pace.note(at: second)
      #expect(pace.seconds == nil, "\(number)")
    }
    pace.note(at: 4_012)
    #expect(pace.seconds == nil)
    pace.note(at: 4_020)
    #expect(pace.seconds == 10)
    pace.note(at: 4_000)
    #expect(pace.seconds == 10)
    #expect(ScreeningScreen.words(34) == "34 s" && ScreeningScreen.words(100) == "2 min")
    #expect(ScreeningScreen.words(36 * 2_769) == "28 h" && ScreeningScreen.words(.nan) == "a long time")
  }
}
