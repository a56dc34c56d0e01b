import Dispatch
import Documents
import TestSupport
import Testing

@Suite("Values with their places")
struct DocumentNodeTests {
  private func root(_ yaml: String, log: FaultLog = FaultLog()) throws -> DocumentNode {
    let root = YAMLDocument.root(of: DocumentFile(name: "x.yaml", text: yaml), log: log)
    #expect(log.faults == [])
    return try #require(root)
  }

  @Test("A value knows its way from the root, whichever way it was come to")
  func fields() throws {
    let root = try root("a:\n  b:\n  - c: 1\n  - c: [x, y]\n'': {'': {d: 1}}\n")
    let group = try #require(root.anyMapping())
    let walked = group.optional("a")?.anyMapping()?.list("b").last?.anyMapping()?.list("c") ?? []
    #expect(walked.map(\.field) == ["a.b[1].c[0]", "a.b[1].c[1]"])
    #expect(root.all("a.b[].c[]").map(\.field) == walked.map(\.field))
    #expect(root.all("a.b[].c").map(\.field) == ["a.b[0].c", "a.b[1].c"])
    #expect(walked.map(\.line) == [4, 4])
    // A key without letters leaves no dot of its own at the beginning.
    #expect(group.optional("")?.anyMapping()?.optional("")?.anyMapping()?.optional("d")?.field == "d")
    #expect(root.field == "")
  }

  @Test("A key that is long, or that a terminal would obey, is told short and harmless")
  func clippedKeys() throws {
    let key = String(repeating: "k", count: 70)
    let group = try #require(try root("\(key): {\"a\\e[2J\": 1}\n").anyMapping())
    let inner = try #require(group.optional(key)?.anyMapping()?.optional("a\u{1B}[2J"))
    #expect(inner.field == String(repeating: "k", count: 60) + "….a [2J")
  }

  @Test("The value of each key is found, be there few keys or many", arguments: [1, 16, 17, 10_000])
  func keys(_ count: Int) throws {
    let log = FaultLog()
    let root = try root((0..<count).map { "key-\($0): \($0)\n" }.joined(), log: log)
    let group = try #require(root.anyMapping())
    #expect(group.keys == (0..<count).map { "key-\($0)" })
    for number in 0..<count {
      let value = group.optional("key-\(number)")
      guard value?.glimpse == "\(number)", value?.line == number + 1 else {
        Issue.record("key-\(number) is \(value?.glimpse ?? "not there")")
        return
      }
    }
    #expect(group.optional("key-\(count)") == nil)
    #expect(root.first(DocumentPath(stringLiteral: "key-\(count)")) == nil)
    _ = root.mapping(keys: ["key-0"])
    #expect(log.faults.map(\.line) == (1..<count).prefix(FaultyDocument.mostKept).map { $0 + 1 })
    #expect(log.leftOut == max(0, count - 1 - FaultyDocument.mostKept))
  }

  @Test("Keys that are the same letters, written in another way, are one key", arguments: [0, 20])
  func equivalentKeys(_ others: Int) throws {
    let padding = (0..<others).map { "k\($0): 1\n" }.joined()
    let group = try #require(try root("\u{E9}: accent\n" + padding).anyMapping())
    #expect(group.optional("e\u{301}")?.glimpse == "accent")
  }

  @Test("As many items as a document may have are all there, each with its place")
  func items() throws {
    // Each comma and the bracket is a sign of structure, and 100,000 of these are the most.
    let root = try root("[" + (0..<100_000).map { "\($0)" }.joined(separator: ",") + "]")
    #expect(root.items.count == 100_000)
    #expect(root.items.last?.field == "[99999]")
    #expect(root.sequence()?.allSatisfy { $0.text() != nil } == true)
    let log = FaultLog()
    let more = DocumentFile(name: "x.yaml", text: "[" + String(repeating: "a,", count: 100_000) + "]")
    #expect(YAMLDocument.root(of: more, log: log) == nil)
    #expect(log.faults.map(\.problem) == ["the document holds too many items"])
  }

  /// Texts as deep as YAML is read at all: each level in brackets, in braces, as a pair in brackets, by indentation, and
  /// as a list that stands under its key without indentation.
  private static let deep: [@Sendable (Int) -> String] = [
    { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
    { String(repeating: "{a: ", count: $0) + "b" + String(repeating: "}", count: $0) },
    { String(repeating: "[a: ", count: $0) + "b" + String(repeating: "]", count: $0) },
    { (0..<$0).map { String(repeating: " ", count: $0) + "a:\n" }.joined() },
    { (0..<$0).map { String(repeating: " ", count: $0 * 2) + "- a:\n" }.joined() },
    { "a:\n" + (0..<$0).map { String(repeating: " ", count: $0 * 2) + "- a:\n" }.joined() },
    { String(repeating: "- ", count: $0) + "a" },
  ]

  @Test(
    "A document of any depth is composed, written and given back, or refused, on whatever thread",
    arguments: deep.indices)
  func depth(_ index: Int) async {
    // In a process of its own, so that a stack that overflows fails this case and no other.
    await #expect(processExitsWith: .success) { [index] in
      var deepest = 0
      for levels in [100, 499, 998, 999, 1_000, 1_500] {
        let file = DocumentFile(name: "x.yaml", text: Self.deep[index](levels))
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
          let log = FaultLog()
          let root = YAMLDocument.root(of: file, log: log)
          #expect((root == nil) != log.faults.isEmpty)
          if let root { #expect(root.json.utf8.count > levels) }
        }
        if YAMLDocument.root(of: file, log: FaultLog()) != nil { deepest = levels }
      }
      #expect((499..<1_500).contains(deepest), "\(deepest)")
    }
  }
}
