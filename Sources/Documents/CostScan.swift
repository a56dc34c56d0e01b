/// Looks, before a YAML text is composed, for what would make composing it take for ever.
///
/// Composing compares the keys of each group. A key that is an alias of aliases stands for a value that grows twofold
/// or more with each line; keys that are groups are compared again on every level above them; and each directive is
/// compared with all before it. Our documents need none of the three, nor a hundred thousand items. What looks like an alias or such a key may be
/// prose (“&a … *a” in quotes), so the scan refuses only what is many: the few that are left do no harm, and are told
/// apart from prose once the text is composed.
struct CostScan {
  /// As many aliases, and as many keys written with a question mark, as composing can bear.
  static let most = 2
  /// As many signs of structure as the documents of one reading may have: several times what a large theory needs.
  static let mostSigns = 100_000

  /// What would take for ever, and where.
  enum Finding: Equatable {
    case aliases(firstAnchor: Int)
    case groupsAsKeys(line: Int)
    case directive(line: Int)
    case items(line: Int)
  }

  private let bytes: [UInt8]
  private var anchors: [ArraySlice<UInt8>: Int] = [:]
  private var aliases = 0
  private var firstAnchor = Int.max
  private var keys = 0
  private var signs = 0

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The first finding in a text; `nil` for nearly every text that a person wrote.
  ///
  /// - Parameter signs: how many signs of structure the reading has met so far; those of the text are added.
  static func finding(in text: String, signs: inout Int) -> Finding? {
    var scan = CostScan(text)
    scan.signs = signs
    defer { signs = scan.signs }
    return scan.run()
  }

  /// Where in a text that stands in quotes, or at its beginning plain, a finding counts an anchor or a key: offsets in
  /// bytes. A writer spells these signs in another way.
  static func suspects(in text: String) -> Set<Int> {
    guard text.utf8.contains(where: { "&?".utf8.contains($0) }) else { return [] }
    let scan = CostScan("\"" + text)
    let found = scan.bytes.indices.filter { index in
      switch scan.bytes[index] {
      case UInt8(ascii: "&"): scan.name(after: index) != nil
      case UInt8(ascii: "?"): scan.mayBeKey(index)
      default: false
      }
    }
    return Set(found.map { $0 - 1 })
  }

  private mutating func run() -> Finding? {
    var line = 1
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "%") where isAtLineStart(index): return .directive(line: line)
      case UInt8(ascii: "?") where mayBeKey(index):
        keys += 1
        if keys > Self.most { return .groupsAsKeys(line: line) }
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if let anchor = noteName(index, line: line) { return .aliases(firstAnchor: anchor) }
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "-"):
        signs += 1
        if signs > Self.mostSigns { return .items(line: line) }
      default: break
      }
    }
    return nil
  }

  /// Notes an anchor or an alias; gives the line of the first anchor when there are too many aliases.
  private mutating func noteName(_ index: Int, line: Int) -> Int? {
    guard let name = name(after: index) else { return nil }
    if bytes[index] == UInt8(ascii: "&") {
      anchors[name] = anchors[name] ?? line
    } else if let anchor = anchors[name] {
      aliases += 1
      firstAnchor = min(firstAnchor, anchor)
      if aliases > Self.most { return firstAnchor }
    }
    return nil
  }

  /// The name that follows the sign of an anchor or an alias, where the sign stands as one may.
  private func name(after index: Int) -> ArraySlice<UInt8>? {
    guard index == 0 || Self.mayPrecedeToken(bytes[index - 1]) else { return nil }
    let name = bytes[(index + 1)...].prefix(while: Self.isOfName)
    return name.isEmpty ? nil : name
  }

  private func isAtLineStart(_ index: Int) -> Bool {
    index == 0 || endsLine(index - 1)
  }

  /// Whether a question mark may open a key: it stands apart, and before it stands a sign of structure or nothing.
  private func mayBeKey(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    guard " \t{[,".utf8.contains(bytes[index - 1]) || endsLine(index - 1) else { return false }
    var before = index - 1
    while before >= 0, bytes[before] == UInt8(ascii: " ") || bytes[before] == UInt8(ascii: "\t") {
      before -= 1
    }
    return before < 0 || "-?:{[,".utf8.contains(bytes[before]) || endsLine(before)
  }

  /// Whether a byte is the last of a line end; YAML 1.1 has U+0085, U+2028 and U+2029 besides the usual.
  private func endsLine(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    case 0x85: index > 0 && bytes[index - 1] == 0xC2
    case 0xA8, 0xA9: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
    default: false
    }
  }

  private static func mayPrecedeToken(_ byte: UInt8) -> Bool {
    // A byte beyond ASCII may end a line end or a byte order mark.
    byte <= 0x20 || byte >= 0x80 || "[]{},:?\"'".utf8.contains(byte)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
