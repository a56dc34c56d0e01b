import Review

/// What a person does at a screening desk, key by key. It knows nothing of terminals: keys go in, and ``ScreeningScreen`` shows
/// what has become of it.
struct ScreeningSession {
  /// What the next key means.
  enum Mode: Equatable {
    /// A record is read.
    case reading
    /// The number of a reason is typed; the digits so far.
    case reason(String)
    /// A reason is typed in words of one's own; the words so far.
    case words(String)
    /// A note is typed; the words so far.
    case note(String)
    /// The keys are shown.
    case help
    /// Nothing is left to be read.
    case done
    /// The next record can't be read.
    case stuck
  }

  /// How it goes on.
  enum Course: Equatable { case on, leave, interrupt, suspend }

  /// The most digits of a reason's number, and characters of a note.
  private static let most = (digits: 3, note: 2_000)

  let brief: ScreeningBrief
  /// The words of the protocol that are marked.
  let highlights: WordHighlights
  private let desk: any ScreeningDesk
  private(set) var mode = Mode.reading
  private(set) var card: ScreeningCard?
  private(set) var progress: ScreeningProgress
  private(set) var skipped: Set<ScreeningCard.ID> = []
  /// What is said below the record: what was done last, or why it can't be done.
  private(set) var message: String?
  /// Whether all that is known of a record is shown.
  private(set) var showsMore = false
  /// How many lines of the record lie above what is shown.
  private(set) var scroll = 0
  private(set) var pace = ScreeningPace()
  /// How many records were shown: keys that came before a record was on the screen don't decide on it.
  private(set) var shown = 0

  /// Sits down at a desk.
  ///
  /// - Throws: an error of the desk.
  init(at desk: any ScreeningDesk) async throws {
    self.desk = desk
    brief = try await desk.brief()
    highlights = WordHighlights(wanted: brief.highlights.wanted, unwanted: brief.highlights.unwanted)
    progress = try await desk.progress()
    show(try await desk.next(skipping: []))
  }

  private mutating func show(_ card: ScreeningCard?) {
    self.card = card
    (mode, showsMore, scroll) = (card == nil ? .done : .reading, false, 0)
    shown += 1
  }

  /// The clock begins: what is shown first is on the screen.
  mutating func begin(at now: Double) { pace.begin(at: now) }

  /// Does what a key says. What the desk can't do becomes a message, and the record stays where it is.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - now: the seconds on some clock, for the pace.
  ///   - room: how the record fits the screen now, for moving through it.
  mutating func press(_ key: Key, at now: Double, in room: ScreeningScreen.Room) async -> Course {
    switch key {
    case .interrupt: return .interrupt
    case .suspend: return .suspend
    case .gone: return .leave
    case .redraw: return .on
    default: break
    }
    do {
      switch mode {
      case .reading: return try await read(key, at: now, in: room)
      case .reason(let digits): try await chooseReason(key, after: digits, at: now)
      case .words(let words): try await tellReason(key, after: words, at: now)
      case .note(let words): try await write(key, after: words)
      case .help: mode = card == nil ? .done : .reading
      case .done: return try await finish(key)
      case .stuck:
        if key == .sign("q") { return .leave }
        message = nil
        await goOn()
      }
    } catch {
      (mode, message) = (card == nil ? .stuck : .reading, "Not done: \(Complaint(of: error).message)")
    }
    return .on
  }

  // MARK: Reading

  private mutating func read(_ key: Key, at now: Double, in room: ScreeningScreen.Room) async throws -> Course
  {
    message = nil
    if let place = room.place(from: scroll, by: key) {
      scroll = place
      return .on
    }
    guard case .sign(let sign) = key else { return .on }
    switch sign.lowercased() {
    case "i": try await decide(.include, at: now)
    case "u": try await decide(.unsure, at: now)
    case "e": try await exclude(at: now)
    case "n": mode = .note(card?.note ?? "")
    case "z": try await undo()
    case "s": try await skip()
    case "o": (showsMore, scroll) = (!showsMore, 0)
    case "?": mode = .help
    case "q": return .leave
    default: message = "The key \(sign) does nothing here. Press ? for the keys."
    }
    return .on
  }

  private mutating func exclude(at now: Double) async throws {
    guard !brief.reasons.isEmpty else { return try await decide(.exclude, at: now) }
    mode = .reason("")
  }

  private mutating func decide(_ verdict: Verdict, reason: String? = nil, at now: Double) async throws {
    guard let card else { return }
    try await desk.decide(verdict, reason: reason, on: card.id)
    skipped.remove(card.id)
    pace.note(at: now)
    message = Self.words(verdict, reason) + ": \(card.title)"
    await goOn()
  }

  /// Shows what comes next. What was decided is kept by now, so a failure here isn't one of the decision.
  private mutating func goOn() async {
    do {
      progress = try await desk.progress()
      show(try await desk.next(skipping: skipped))
    } catch {
      show(nil)
      (mode, message) = (.stuck, "What was decided is kept. \(Complaint(of: error).message)")
    }
  }

  static func words(_ verdict: Verdict, _ reason: String? = nil) -> String {
    switch verdict {
    case .include: "Included"
    case .exclude: "Left out" + (reason.map { " (\($0))" } ?? "")
    case .unsure: "Unsure"
    }
  }

  private mutating func skip() async throws {
    guard let card else { return }
    let next = try await desk.next(skipping: skipped.union([card.id]))
    skipped.insert(card.id)
    show(next)
    message = "Put off; it comes again at the end."
  }

  private mutating func undo() async throws {
    guard let before = try await desk.undo() else {
      message = "There is nothing to take back."
      return
    }
    if let progress = try? await desk.progress() { self.progress = progress }
    show(before)
    pace.takeBack()
    message = "Taken back: this record is open again."
  }

  // MARK: Reasons and notes

  private mutating func chooseReason(_ key: Key, after digits: String, at now: Double) async throws {
    message = nil
    switch key {
    case .escape: mode = .reading
    case .backspace: mode = .reason(String(digits.dropLast()))
    case .enter where digits.isEmpty && !brief.needsReason: try await decide(.exclude, at: now)
    case .enter where digits.isEmpty:
      message = "At this stage a reason is needed: type its number\(brief.takesOwnWords ? ", or words" : "")."
    case .enter: try await leaveOut(Int(digits) ?? 0, at: now)
    case .sign(let sign) where sign.isASCII && sign.isNumber:
      let digits = digits + String(sign)
      guard let number = Int(digits), digits.count <= Self.most.digits else { return }
      // Once no further digit can give another reason's number, none is waited for.
      if number > 0, number * 10 > brief.reasons.count { return try await leaveOut(number, at: now) }
      mode = .reason(digits)
    case .sign(let sign) where digits.isEmpty && brief.takesOwnWords: mode = .words(String(sign))
    default: message = "Type the number of a reason. Escape goes back."
    }
  }

  /// A reason in words, where the protocol has no criteria.
  private mutating func tellReason(_ key: Key, after words: String, at now: Double) async throws {
    message = nil
    switch key {
    case .escape: mode = .reading
    case .enter where !words.allSatisfy(\.isWhitespace): try await decide(.exclude, reason: words, at: now)
    case .backspace: mode = words.count > 1 ? .words(String(words.dropLast())) : .reason("")
    case .clear: mode = .reason("")
    case .sign(let sign) where words.count < Self.most.note: mode = .words(words + String(sign))
    default: break
    }
  }

  private mutating func leaveOut(_ number: Int, at now: Double) async throws {
    guard brief.reasons.indices.contains(number - 1) else {
      (mode, message) = (
        .reason(""), "There is no reason \(number). Type a number from 1 to \(brief.reasons.count)."
      )
      return
    }
    let reason = brief.reasons[number - 1]
    try await decide(.exclude, reason: reason.code ?? reason.words, at: now)
  }

  private mutating func write(_ key: Key, after words: String) async throws {
    switch key {
    case .escape: mode = .reading
    case .enter:
      if let card, words != card.note ?? "" {
        // Words that can't be kept stay where they were typed.
        do {
          try await desk.note(words, on: card.id)
        } catch {
          message = "Not done: \(Complaint(of: error).message)"
          return
        }
        self.card?.note = words.isEmpty ? nil : words
        message = words.isEmpty ? "The note is taken back." : "The note is kept."
      }
      mode = .reading
    case .backspace: mode = .note(String(words.dropLast()))
    case .clear: mode = .note("")
    case .sign(let sign) where words.count < Self.most.note: mode = .note(words + String(sign))
    default: break
    }
  }

  // MARK: The end

  private mutating func finish(_ key: Key) async throws -> Course {
    guard case .sign(let sign) = key else { return .on }
    switch sign.lowercased() {
    case "z": try await undo()
    case "s" where !skipped.isEmpty:
      skipped = []
      show(try await desk.next(skipping: []))
    case "?": mode = .help
    case "q": return .leave
    default: break
    }
    return .on
  }
}

/// How quickly somebody screens, from the times of decisions in this sitting.
struct ScreeningPace: Equatable {
  private var last: Double?
  private var gaps: [Double] = []

  /// A pause that is longer is none of reading.
  private static let longest = 600.0
  /// The decisions that the pace is told from.
  private static let window = 50
  /// The fewest that tell a pace.
  private static let fewest = 5

  /// Notes a decision, at the seconds on some clock.
  mutating func note(at now: Double) {
    defer { last = now }
    guard let last, now >= last, now - last <= Self.longest else { return }
    gaps.append(now - last)
    if gaps.count > Self.window { gaps.removeFirst() }
  }

  /// The clock begins: the first record is on the screen.
  mutating func begin(at now: Double) { last = now }

  /// Forgets the last decision.
  mutating func takeBack() { _ = gaps.popLast() }

  /// The seconds for a record, half of them quicker and half slower; `nil` while there are too few.
  var seconds: Double? {
    guard gaps.count >= Self.fewest else { return nil }
    return gaps.sorted()[gaps.count / 2]
  }
}
