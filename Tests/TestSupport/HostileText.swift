/// Texts of up to 4 MB that are made to keep a reader of YAML busy for ever, to overflow its stack, or to fill memory.
public struct HostileText: Sendable, CustomStringConvertible {
  /// What it is.
  public let name: String
  private let make: @Sendable () -> String

  /// The text.
  public var text: String { make() }
  /// What it is.
  public var description: String { name }

  private init(_ name: String, _ make: @escaping @Sendable () -> String) {
    self.name = name
    self.make = make
  }

  /// One byte less than is refused for its size.
  private static let most = 4 * 1024 * 1024

  private static func filled(_ piece: String, after start: String = "") -> String {
    start + String(repeating: piece, count: (most - start.utf8.count) / piece.utf8.count)
  }

  private static func numbered(_ limit: Int = most, after start: String = "", _ line: (Int) -> String)
    -> String
  {
    var text = start
    var number = 0
    while true {
      let next = line(number)
      guard text.utf8.count + next.utf8.count <= limit else { return text }
      text += next
      number += 1
    }
  }

  /// All of them.
  public static let all: [HostileText] = syntax + structure + theory

  private static let syntax: [HostileText] = [
    HostileText("a million brackets") { String(repeating: "[", count: 1_000_000) },
    HostileText("a million braces") { String(repeating: "{", count: 1_000_000) },
    HostileText("a million dashes") { String(repeating: "- ", count: 1_000_000) },
    HostileText("a million question marks") { String(repeating: "? ", count: 1_000_000) },
    HostileText("a million question marks in brackets") { String(repeating: "[?", count: 1_000_000) },
    HostileText("a million colons") { String(repeating: ": ", count: 1_000_000) },
    HostileText("nested keys, each deeper than the last") {
      numbered { String(repeating: " ", count: $0) + "a:\n" }
    },
    HostileText("999 nested lists") {
      String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    },
    HostileText("999 nested keys") { (0..<999).map { String(repeating: " ", count: $0) + "a:\n" }.joined() },
    HostileText("alias bomb") {
      "a0: &a0 [x, x]\n"
        + (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    },
    HostileText("alias bomb in a key") {
      "a0: &a0 [x, x]\n" + (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        + "*a30 : 1\n"
    },
    HostileText("two aliases of much") { filled("x, ", after: "b: [") + "]\n? &a [x]\n: *a\n" },
    HostileText("groups as keys of groups") {
      String(repeating: "? ", count: 900) + filled("x, ", after: "[").dropLast(2_000) + "]\n"
    },
    HostileText("directives") { numbered { "%TAG !a\($0)! b\n" } + "--- a\n" },
    HostileText("anchors") { numbered { "- &a\($0) x\n" } },
    HostileText("tags") { filled("- !a x\n") },
    HostileText("documents") { filled("--- x\n") },
    HostileText("comments") { filled("#\n", after: "a: 1\n") },
    HostileText("line ends") { filled("\n", after: "a: 1") },
    HostileText("one long word") { filled("x") },
    HostileText("one long line in quotes") { filled("x ", after: "\"").dropLast() + "\"" },
    HostileText("escapes") { filled("\\x41", after: "\"").dropLast(4) + "\"" },
    HostileText("quotes that never end") { filled("'") },
    HostileText("a block text") { filled(" x\n", after: "a: |\n") },
    HostileText("tabs") { filled("\t") },
    HostileText("control signs") { filled("\u{1}") },
    HostileText("one character of two million marks") { filled("\u{301}", after: "id: a") },
    HostileText("bytes of chance") {
      var random = SplitMix64(seed: 1)
      return String(
        decoding: (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    },
    HostileText("signs of chance") {
      var random = SplitMix64(seed: 2)
      let signs = Array("ab:-?[]{},&*!|>'\"%@` \n\n  #\t".utf8)
      return String(decoding: (0..<2_000_000).map { _ in random.pick(signs) }, as: UTF8.self)
    },
  ]

  private static let structure: [HostileText] = [
    HostileText("empty groups") { filled("{},", after: "concepts: [") + "]" },
    HostileText("short items") { filled("- a\n", after: "concepts:\n") },
    HostileText("items on one line") { filled("a,", after: "concepts: [") + "]" },
    HostileText("unknown keys") { numbered { "a\($0): 1\n" } },
    HostileText("the same key") { filled("a: 1\n") },
    HostileText("keys that stand twice") {
      numbered(most / 2) { "a\($0): 1\n" } + numbered(most / 2) { "a\($0): 1\n" }
    },
    HostileText("unknown keys of items") { filled("- {a: 1}\n", after: "concepts:\n") },
    HostileText("long unknown keys") {
      numbered { "conceptx\($0)" + String(repeating: "y", count: 70) + ": 1\n" }
    },
    HostileText("characteristics") {
      numbered(after: "sources:\n  - id: 1\n    role: other\n    characteristics:\n") { "      a\($0): b\n" }
    },
  ]

  private static let theory: [HostileText] = [
    HostileText("concepts") { numbered(after: "concepts:\n") { "- id: c\($0)\n" } },
    HostileText("the same concept") { filled("- id: c\n", after: "concepts:\n") },
    HostileText("tellings as linked") {
      numbered(after: "tellings:\n") { "- {id: t\($0), sources: as linked}\n" }
    },
    HostileText("literals of unknown concepts") {
      numbered(after: "concepts: []\ntellings: []\nconfigurations:\n- context:\n") { "  - more c\($0)\n" }
    },
    HostileText("names that are nearly alike") {
      let long = String(repeating: "a", count: 74)
      return numbered(most / 4, after: "format: x\nconcepts:\n") {
        $0 < 499 ? "- id: \(long)\($0)\n" : "# x\n"
      }
        + numbered(most / 4, after: "tellings: []\nconfigurations:\n- context:\n") {
          "  - more \(long)x\($0)\n"
        }
    },
  ]
}
