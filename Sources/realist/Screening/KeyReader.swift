/// A key as somebody presses it.
enum Key: Sendable, Hashable {
  /// A letter, a digit or another sign.
  case sign(Character)
  case enter, escape, backspace
  case up, down, pageUp, pageDown, home, end
  /// The key C held down with control, which ends programs.
  case interrupt
  /// The key Z held down with control, which stops them for a while.
  case suspend
  /// The key L held down with control, which draws anew.
  case redraw
  /// The key U held down with control, which clears a line.
  case clear
  /// No key comes any more: the terminal is gone.
  case gone
}

/// Makes keys out of the bytes that a terminal sends. What it doesn't know is passed over, never taken for another key.
struct KeyReader {
  private var waiting: [UInt8] = []

  /// The most bytes that are held: more come only from pasting, and nobody pastes at a screening desk.
  private static let most = 4_096

  /// Takes bytes as they came.
  mutating func take(_ bytes: some Sequence<UInt8>) {
    waiting += bytes
    if waiting.count > Self.most { waiting.removeFirst(waiting.count - Self.most) }
  }

  /// Whether a key has begun and isn't whole yet.
  var isWaiting: Bool { !waiting.isEmpty }

  /// Forgets what hasn't been read yet.
  mutating func forget() { waiting = [] }

  /// The next key; `nil` where none is whole yet.
  ///
  /// - Parameter isQuiet: whether nothing has come for a while, so that an escape that stands alone is the key itself and
  ///   not the begin of a sequence.
  mutating func next(isQuiet: Bool) -> Key? {
    while let first = waiting.first {
      switch first {
      case 0x1B:
        guard let length = sequenceLength(isQuiet: isQuiet) else { return nil }
        let sequence = Array(waiting.prefix(length))
        waiting.removeFirst(length)
        if let key = Self.key(of: sequence) { return key }
      case 0x20...0x7E:
        waiting.removeFirst()
        return .sign(Character(Unicode.Scalar(first)))
      case 0x80...:
        guard let length = characterLength(isQuiet: isQuiet) else { return nil }
        let bytes = waiting.prefix(length)
        let text = String(validating: bytes, as: UTF8.self)
        waiting.removeFirst(length)
        if let sign = text?.first, text?.count == 1 { return .sign(sign) }
      default:
        waiting.removeFirst()
        if let key = Self.control(first) { return key }
      }
    }
    return nil
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x03: .interrupt
    case 0x04: .gone
    case 0x08, 0x7F: .backspace
    case 0x0A, 0x0D: .enter
    case 0x0C: .redraw
    case 0x15: .clear
    case 0x1A: .suspend
    default: nil
    }
  }

  /// How many bytes the sequence takes that begins with an escape (ECMA-48: CSI and SS3); `nil` while it isn't whole.
  private func sequenceLength(isQuiet: Bool) -> Int? {
    guard waiting.count > 1 else { return isQuiet ? 1 : nil }
    switch waiting[1] {
    case UInt8(ascii: "["):
      let end = waiting.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
      if let end { return end + 1 }
      return isQuiet || waiting.count > 32 ? waiting.count : nil
    case UInt8(ascii: "O"):
      return waiting.count > 2 ? 3 : isQuiet ? 2 : nil
    case 0x1B:
      return 1
    default:
      // A key with the Alt key held down.
      return 2
    }
  }

  private static func key(of sequence: [UInt8]) -> Key? {
    guard sequence.count > 1 else { return .escape }
    switch String(decoding: sequence.dropFirst(), as: UTF8.self) {
    case "[A", "OA": return .up
    case "[B", "OB": return .down
    case "[5~": return .pageUp
    case "[6~": return .pageDown
    case "[H", "OH", "[1~", "[7~": return .home
    case "[F", "OF", "[4~", "[8~": return .end
    default: return nil
    }
  }

  /// How many bytes the character takes at whose begin we stand; `nil` while it isn't whole.
  private func characterLength(isQuiet: Bool) -> Int? {
    let wanted =
      switch waiting[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let body = waiting.dropFirst().prefix(wanted - 1)
    // What doesn't go on as it should is passed over, so that the next key isn't lost in it.
    if let wrong = body.firstIndex(where: { !(0x80...0xBF).contains($0) }) { return wrong }
    return waiting.count >= wanted ? wanted : isQuiet ? waiting.count : nil
  }
}
