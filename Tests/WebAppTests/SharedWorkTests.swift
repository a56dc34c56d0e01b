import Casework
import Dynamics
import Foundation
import ProgrammeTheory
import Synchronization
import TestSupport
import Testing

@testable import WebApp

@Suite("What is worked out once")
struct SharedWorkTests {
  private struct Broken: Error {}

  /// Counts what was made.
  private final class Count: Sendable {
    private let value = Mutex(0)
    var number: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
  }

  @Test("20 at once have a value made once; those asked for longest ago make room")
  func once() async throws {
    let (shelf, count) = (MadeOnce<Int, Int>(atMost: 3), Count())
    @Sendable func square(_ number: Int) async throws -> Int {
      try await shelf.value(of: number) {
        count.add()
        try await Task.sleep(for: .milliseconds(5))
        return number * number
      }
    }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 { group.addTask { try await square(7) } }
      for try await value in group { #expect(value == 49) }
    }
    #expect(count.number == 1)
    for number in [1, 2, 7, 3] { _ = try await square(number) }
    #expect(shelf.count == 3 && count.number == 4)
    // 1 was asked for longest ago; 7 was asked for again.
    _ = try await square(7)
    #expect(count.number == 4)
    _ = try await square(1)
    #expect(count.number == 5)
  }

  @Test("What could not be made is tried again")
  func again() async throws {
    let (shelf, count) = (MadeOnce<Int, Int>(atMost: 3), Count())
    for _ in 0..<2 {
      await #expect(throws: Broken.self) {
        try await shelf.value(of: 1) {
          count.add()
          throw Broken()
        }
      }
    }
    #expect(count.number == 2 && shelf.count == 0)
    #expect(try await shelf.value(of: 1) { 5 } == 5)
  }

  @Test(
    "Statements of order are worked out once for all who ask at once, and by the next where the first was stopped"
  )
  func orders() async throws {
    let (memory, theory) = (OrderMemory(), try Fixture.gardens())
    try #require(theory.hasOrders)
    let settings = ForecastSettings(rounds: 4, models: 2_000, seed: 3).ends
    let first = Task { try await memory.trials(of: theory, .two, settings, threads: 1) { _, _ in } }
    let others = (0..<3).map { _ in
      Task { try await memory.trials(of: theory, .two, settings, threads: 1) { _, _ in } }
    }
    first.cancel()
    let alone = try await OrderTrials(of: theory, partners: .two, settings)
    for other in others { #expect(try await other.value == alone) }
    #expect(try await memory.trials(of: theory, .two, settings, threads: 1) { _, _ in } == alone)
  }

  @Test("A template gets a model's fields by name, through lists and what may be missing")
  func fields() throws {
    struct Inner {
      let word: String
      let note: String?
    }
    struct Model {
      let title: String
      let count: Int
      let isOpen: Bool
      let list: [Inner]
      let none: Inner?
      let some: Inner?
      let words: [String]
    }
    let inner = Inner(word: "w", note: nil)
    let fields = TemplateFields(
      Model(title: "t", count: 3, isOpen: true, list: [inner], none: nil, some: inner, words: ["a"]))
    #expect(fields.child(named: "title") as? String == "t")
    #expect(fields.child(named: "count") as? Int == 3)
    #expect(fields.child(named: "isOpen") as? Bool == true)
    #expect(fields.child(named: "none") == nil && fields.child(named: "absent") == nil)
    #expect((fields.child(named: "some") as? TemplateFields)?.child(named: "word") as? String == "w")
    let list = try #require(fields.child(named: "list") as? [Any])
    let first = try #require(list.first as? TemplateFields)
    #expect(first.child(named: "word") as? String == "w" && first.child(named: "note") == nil)
    #expect(fields.child(named: "words") as? [String] == ["a"])
  }

  @Test(
    "A value is held against a schema as the schema says",
    arguments: [
      (#"{"a": 1}"#, nil), (#"{}"#, "a"), (#"{"a": 11}"#, "a"), (#"{"a": "1"}"#, "a"), (#"{"a": null}"#, "a"),
      (#"{"a": 1.5}"#, "a"), (#"{"a": true}"#, "a"), (#"{"a": 1, "z": 1}"#, "z"), (#"[]"#, ""),
      (#"{"a": 1, "b": ["x", "y"]}"#, nil), (#"{"a": 1, "b": []}"#, "b"),
      (#"{"a": 1, "b": ["x", ""]}"#, "b[1]"),
      (#"{"a": 1, "c": 5}"#, nil), (#"{"a": 1, "c": "five"}"#, nil), (#"{"a": 1, "c": []}"#, "c"),
      (#"{"a": 1, "d": "on"}"#, nil), (#"{"a": 1, "d": "of"}"#, "d"),
    ] as [(String, String?)])
  func schema(_ json: String, _ field: String?) throws {
    let text: JSONTree = ["type": "string", "minLength": 1]
    let schema = APISchemas.object(
      ["a": ["type": "integer", "minimum": 1, "maximum": 10]],
      optional: [
        "b": APISchemas.list(text).with(["minItems": 1]), "c": ["anyOf": [["type": "integer"], text]],
        "d": APISchemas.words(["on", "off"]),
      ])
    let tree = try JSONDecoder().decode(JSONTree.self, from: Data(json.utf8))
    #expect(tree.misfit(with: schema)?.field == field)
  }
}
