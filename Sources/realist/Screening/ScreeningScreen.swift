import Literature
import Reporting
import Review

/// What a person sees at a screening desk: the lines of a terminal of some size. Pure: the same session gives the same lines.
///
/// From the top: how far it has come; the record; the criteria of the stage, which are always in view; what was done last, or
/// what is estimated of stopping; the keys. No line is wider than the terminal, and no character of a record reaches it as a
/// command.
struct ScreeningScreen {
  /// The size of a terminal, in columns and rows.
  struct Size: Equatable, Sendable {
    var columns: Int
    var rows: Int
  }

  /// How a record fits the screen, for moving through it.
  struct Room: Equatable, Sendable {
    /// How many lines the record takes.
    var lines: Int
    /// How many of them are shown at once.
    var shown: Int

    /// The furthest that one can move down.
    var last: Int { max(0, lines - shown) }

    /// Where a key leads; `nil` for a key that doesn't move.
    func place(from scroll: Int, by key: Key) -> Int? {
      let page = max(1, shown - 1)
      let wanted: Int
      switch key {
      case .down, .enter, .sign("j"): wanted = scroll + 1
      case .up, .sign("k"): wanted = scroll - 1
      case .pageDown, .sign(" "): wanted = scroll + page
      case .pageUp, .sign("b"): wanted = scroll - page
      case .home: wanted = 0
      case .end: wanted = last
      default: return nil
      }
      return min(max(wanted, 0), last)
    }
  }

  private let size: Size
  /// The size that was asked for.
  let asked: Size
  private let session: ScreeningSession
  private let record: [TerminalLine]
  private let foot: [TerminalLine]

  /// The screen of a session.
  init(_ session: ScreeningSession, size: Size) {
    // On less than this nothing can be read; what doesn't fit is cut.
    self.size = Size(columns: max(20, size.columns), rows: max(6, size.rows))
    (asked, self.session) = (size, session)
    record = Self.record(session, width: self.size.columns)
    foot = Self.foot(session, size: self.size)
  }

  private var roomForRecord: Int { max(1, size.rows - 1 - foot.count) }

  /// How the record fits.
  var room: Room { Room(lines: record.count, shown: roomForRecord) }

  /// The lines, as many as the terminal has rows.
  var lines: [TerminalLine] {
    let scroll = min(session.scroll, room.last)
    let body = record.dropFirst(scroll).prefix(roomForRecord)
    let empty = Array(repeating: TerminalLine(), count: max(0, roomForRecord - body.count))
    let all = [Self.head(session, width: size.columns)] + body + empty + foot
    return Array(all.prefix(size.rows))
  }

  // MARK: The head

  private static func head(_ session: ScreeningSession, width: Int) -> TerminalLine {
    let progress = session.progress
    let stage = session.brief.stage.name
    let number = min(progress.decided + (session.card == nil ? 0 : 1), max(progress.total, progress.decided))
    var parts = [
      "\(PlainNumber.grouped(number)) of \(PlainNumber.grouped(progress.total))",
      "\(PlainNumber.grouped(progress.included)) included",
    ]
    if let seconds = session.pace.seconds {
      parts.append(
        "at \(words(seconds)) each, \(words(seconds * Double(max(0, progress.total - progress.decided)))) left"
      )
    }
    let text = "\(stage): " + parts.joined(separator: "; ")
    return cut(
      [Run(text, .heading), Run("  " + PlainText.visible(session.brief.reviewer), .muted)], width: width)
  }

  /// Seconds in the words that people use for a time of that length.
  static func words(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "a long time" }
    switch seconds {
    case ..<99.5: return "\(Int(seconds.rounded())) s"
    case ..<5_970: return "\(Int((seconds / 60).rounded())) min"
    default: return "\(Int((seconds / 3_600).rounded())) h"
    }
  }

  // MARK: The record

  /// A text as it is shown: however long it is, more than this nobody reads at a screening desk.
  private static func shown(_ text: String) -> String {
    let most = 20_000
    guard text.unicodeScalars.count > most else { return PlainText.visible(text) }
    return PlainText.visible(String(text.unicodeScalars.prefix(most))) + " … (cut here)"
  }

  private static func record(_ session: ScreeningSession, width: Int) -> [TerminalLine] {
    if session.mode == .help { return help(width: width) }
    guard let card = session.card else {
      return session.mode == .stuck
        ? Wrapping.lines([Run("The next record can't be read.", .strong)], width: width)
        : done(session, width: width)
    }
    let highlights = session.highlights
    let title = shown(card.title)
    var lines = Wrapping.lines(
      highlights.runs(title.isEmpty ? "(without a title)" : title, ink: .strong), width: width)
    if !card.citation.isEmpty { lines += Wrapping.lines([Run(shown(card.citation), .muted)], width: width) }
    lines.append(TerminalLine())
    let abstract = card.abstract.map(shown) ?? ""
    lines += Wrapping.lines(
      abstract.isEmpty ? [Run("(without an abstract)", .muted)] : highlights.runs(abstract), width: width)
    if session.showsMore {
      lines.append(TerminalLine())
      let more = card.more.isEmpty ? ["Nothing more is known of it."] : card.more
      for line in more.prefix(200) { lines += Wrapping.lines([Run(shown(line))], width: width) }
    }
    if let note = card.note {
      lines += Wrapping.lines([Run("Note: ", .strong), Run(shown(note))], width: width)
    }
    if let verdict = card.verdict {
      lines += Wrapping.lines([Run("Before: \(ScreeningSession.words(verdict))", .muted)], width: width)
    }
    return lines
  }

  private static func done(_ session: ScreeningSession, width: Int) -> [TerminalLine] {
    let progress = session.progress
    var texts = ["Nothing is left to be read at this stage."]
    texts.append(
      "\(PlainNumber.grouped(progress.decided)) of \(PlainNumber.grouped(progress.total)) are decided, "
        + "\(PlainNumber.grouped(progress.included)) of them to include.")
    if !session.skipped.isEmpty {
      texts.append("\(session.skipped.count) you have put off: press s to read them now.")
    }
    return texts.flatMap { Wrapping.lines([Run($0)], width: width) }
  }

  /// Each key with what it does.
  private static let meanings = [
    ("i", "include"), ("e", "exclude, then the number of the reason"), ("u", "unsure"), ("n", "write a note"),
    ("z", "take back the last decision"), ("s", "put off until the end"), ("o", "show all that is known"),
    ("space, b", "a page down, a page up; arrows for a line"), ("ctrl-L", "draw anew"),
    ("ctrl-Z", "stop for a while"), ("q", "leave; all is kept"),
  ]

  private static func help(width: Int) -> [TerminalLine] {
    let title = Wrapping.lines([Run("The keys", .strong)], width: width)
    let keys = meanings.flatMap { key, words in
      Wrapping.lines([Run(key, .strong), Run("  " + words)], width: width)
    }
    let marks = Wrapping.lines(
      [
        Run("Words of the protocol: "), Run("for", .wanted), Run(" a record are bold and underlined, "),
        Run("against", .unwanted), Run(" it underlined."),
      ], width: width)
    return title + keys + marks
  }

  // MARK: The foot

  private static func foot(_ session: ScreeningSession, size: Size) -> [TerminalLine] {
    let width = size.columns
    let rule = TerminalLine([Run(String(repeating: "─", count: width), .muted)])
    return [rule] + criteria(session, size: size) + said(session, width: width) + [
      keys(session, width: width)
    ]
  }

  /// The criteria; while a reason is chosen, the reasons with their numbers. At most a third of the screen, but for reasons,
  /// which are there to be read now.
  private static func criteria(_ session: ScreeningSession, size: Size) -> [TerminalLine] {
    let isChoosing = if case .reason = session.mode { true } else { false }
    let list =
      isChoosing
      ? session.brief.reasons.enumerated().map { ("\($0 + 1)", $1.words) }
      : session.brief.criteria.map { ($0.code, $0.words) }
    let most = isChoosing ? max(1, size.rows - 7) : max(1, size.rows / 3)
    let wrapped = list.map { code, words in
      Wrapping.lines([Run(PlainText.visible(code), .strong), Run(" " + shown(words))], width: size.columns)
    }
    if wrapped.reduce(0, { $0 + $1.count }) <= most { return Array(wrapped.joined()) }
    // Where they don't all fit in full, each keeps one line.
    let short = list.map { code, words in
      cut([Run(PlainText.visible(code), .strong), Run(" " + shown(words))], width: size.columns)
    }
    guard short.count > most else { return short }
    let rest = short.count - most + 1
    return short.prefix(most - 1) + [cut([Run("… and \(rest) more", .muted)], width: size.columns)]
  }

  /// What is being typed, what was done last, or what is estimated of stopping.
  private static func said(_ session: ScreeningSession, width: Int) -> [TerminalLine] {
    var lines: [TerminalLine] = []
    if let message = session.message { lines.append(cut([Run(shown(message), .strong)], width: width)) }
    switch session.mode {
    case .note(let words): lines.append(tail("Note: ", words + "_", width: width))
    case .words(let words): lines.append(tail("Reason: ", words + "_", width: width))
    case .reason(let digits): lines.append(tail("Reason: ", digits + "_", width: width))
    default:
      if lines.isEmpty, let stopping = session.progress.stopping {
        lines.append(cut([Run(shown(stopping), .muted)], width: width))
      }
    }
    return lines.isEmpty ? [TerminalLine()] : lines
  }

  private static func keys(_ session: ScreeningSession, width: Int) -> TerminalLine {
    let all =
      switch session.mode {
      case .reading:
        [
          ("i", "include"), ("e", "exclude"), ("u", "unsure"), ("n", "note"), ("z", "undo"), ("s", "skip"),
          ("o", session.showsMore ? "less" : "more"), ("?", "keys"), ("q", "quit"),
        ]
      case .reason:
        [("number", "reason")] + (session.brief.takesOwnWords ? [("words", "a reason of your own")] : [])
          + (session.brief.needsReason ? [] : [("Enter", "none")]) + [("Esc", "back")]
      case .words: [("Enter", "keep"), ("Esc", "back")]
      case .note: [("Enter", "keep"), ("Esc", "leave as it was")]
      case .help: [("any key", "back")]
      case .stuck: [("any key", "try again"), ("q", "quit")]
      case .done: [("z", "undo"), ("?", "keys"), ("q", "quit")]
      }
    let runs = all.flatMap { [Run($0, .strong), Run(" \($1)  ")] }
    return cut(runs, width: width)
  }

  // MARK: Fitting

  /// Runs on one line, cut where they would be wider.
  static func cut(_ runs: [Run], width: Int) -> TerminalLine {
    if runs.reduce(0, { $0 + DisplayWidth.of($1.text) }) <= width { return TerminalLine(runs) }
    var (line, room) = (TerminalLine(), width - 1)
    for run in runs {
      var kept = ""
      for character in run.text {
        let needed = DisplayWidth.of(character)
        guard needed <= room else {
          line.append(Run(kept, run.ink))
          line.append(Run("…", run.ink))
          return line
        }
        kept.append(character)
        room -= needed
      }
      line.append(Run(kept, run.ink))
    }
    return line
  }

  /// The end of what is being typed, so that one sees what one types.
  private static func tail(_ label: String, _ text: String, width: Int) -> TerminalLine {
    var (kept, room) = ([Character](), width - DisplayWidth.of(label))
    for character in PlainText.visible(text).reversed() {
      room -= DisplayWidth.of(character)
      guard room >= 0 else { break }
      kept.append(character)
    }
    return TerminalLine([Run(label, .strong), Run(String(kept.reversed()))])
  }
}
