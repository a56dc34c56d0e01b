import Bibliography
import Documents
import Foundation
import Testing

/// Our reader, asked about the keys and words that it knows, answers by refusing one that it doesn't.
@Suite("Keys of the schemas")
struct KnownKeysTests {
  private static let nonsense = "zz-nonsense"

  /// The list that a remedy gives after some words.
  private func list(_ remedy: String, after words: String) -> Set<String>? {
    guard let start = remedy.range(of: words)?.upperBound else { return nil }
    let text = remedy[start...].prefix { $0 != "." }
    return Set(text.split(separator: ", ").map(String.init))
  }

  @Test(
    "Every key that the reader accepts is in the schema, and the other way round", arguments: Kind.allCases)
  func keys(_ kind: Kind) throws {
    let groups = try kind.places().compactMap {
      document, way, value -> (job: Jury.Job, keys: Set<String>)? in
      guard case .object(let fields) = value else { return nil }
      let odd = document.changed(at: way) { _ in .object(fields + [JSONField(Self.nonsense, .string("x"))]) }
      let fault = kind.faults(of: odd).first { $0.problem.contains(Self.nonsense) }
      return fault.flatMap { list($0.remedy, after: "Known here: ") }.map {
        (Jury.Job(schema: kind.rawValue, document: document, pointer: way), $0)
      }
    }
    #expect(groups.count >= (kind == .theory ? 45 : 8))
    for (group, known) in zip(groups, try Jury.known(at: groups.map(\.job))) {
      // Where a group has one of several shapes, the reader may name the keys of all of them.
      #expect(group.keys == known.keys || group.keys == known.all, "at \(group.job.pointer)")
    }
  }

  @Test(
    "Every word that the reader accepts is in the schema, and the other way round", arguments: Kind.allCases)
  func words(_ kind: Kind) throws {
    var seen: Set<Set<String>> = []
    let choices = try kind.places().compactMap {
      document, way, value -> (job: Jury.Job, words: Set<String>)? in
      guard case .string = value else { return nil }
      let odd = document.changed(at: way) { _ in .string(Self.nonsense) }
      let fault = kind.faults(of: odd).first { $0.problem.contains(Self.nonsense) }
      guard let words = fault.flatMap({ list($0.remedy, after: "Write one of: ") }) else { return nil }
      guard seen.insert(words.union(way.map { "\($0)".filter(\.isLetter) })).inserted else { return nil }
      return (Jury.Job(schema: kind.rawValue, document: document, pointer: way), words)
    }
    #expect(choices.count >= (kind == .theory ? 12 : 4))
    for (choice, known) in zip(choices, try Jury.known(at: choices.map(\.job))) {
      // The kinds of one list are each a schema of their own; those that the value isn't of don't count here.
      if known.words.count > 1 {
        #expect(known.words == choice.words, "at \(choice.job.pointer)")
      } else {
        #expect(!known.words.isEmpty && known.words.isSubset(of: choice.words), "at \(choice.job.pointer)")
      }
    }
  }
}
