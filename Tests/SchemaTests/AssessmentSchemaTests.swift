@testable import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("The schema of assessments")
struct AssessmentSchemaTests {
  /// Every case by the theory that it names, at its end and as of its start.
  private func assessments() throws -> [JSONValue] { try Self.all.get() }

  private static let all = Result { try assess() }

  private static func assess() throws -> [JSONValue] {
    let bundled = Fixture.package.appendingPathComponent("Sources/BundledKnowledge/Knowledge/cases").path
    let theories = try (Fixture.bundledTheories + [Fixture.gardensPath]).map {
      try TheoryDocument.read(path: $0)
    }
    let paths = try [bundled, "\(Fixture.folder.path)/garden-cases"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
        .map { "\(folder)/\($0)" }
    }
    return try paths.flatMap { path -> [JSONValue] in
      let subject = try CaseDocument.read(path: path)
      let theory = theories.first { $0.identity.id == subject.theory } ?? theories[0]
      return try [nil, subject.start].map { date in
        let record = AssessmentRecord(
          Assessment(of: subject, by: theory, asOf: date, beside: []), madeBy: "realist 0")
        return try Specimen.parsed(String(decoding: try JSONEncoder().encode(record), as: UTF8.self))
      }
    }
  }

  private func job(_ document: JSONValue) -> Jury.Job { Jury.Job(schema: "assessment", document: document) }

  @Test("Every assessment is accepted")
  func all() throws {
    let verdicts = try Jury.verdicts(on: try assessments().map(job))
    #expect(verdicts.count >= 10 && verdicts.filter { $0 != "accepted" } == [])
  }

  @Test("Every key of the schema stands in an assessment")
  func keys() throws {
    let all = try assessments()
    let schema = try Specimen.parsed(
      try String(contentsOfFile: "\(Jury.schemas)/assessment.schema.json", encoding: .utf8))
    var keys: Set<String> = []
    for (way, value) in schema.places where way.last == .field("properties") {
      if case .object(let fields) = value { keys.formUnion(fields.map(\.name)) }
    }
    let used = Set(
      all.flatMap {
        $0.places.compactMap { place -> String? in
          if case .field(let name)? = place.way.last { name } else { nil }
        }
      })
    #expect(keys.count > 40 && keys == used)
  }

  /// Keys that may be left out, and texts that are free.
  private static let optional: Set<String> = ["wanted", "reason", "asOf"]
  private static let free: Set<String> = [
    "madeBy", "notice", "what", "because", "about", "ask", "reason", "theoryVersion",
  ]

  /// A change of which it is known, by what it is, whether it may stand.
  private func mutant(
    of document: JSONValue, _ random: inout SplitMix64
  ) -> (document: JSONValue, mayStand: Bool, at: [Step]) {
    let depth = random.pick([1, 2, 3, 9])
    let place = random.pick(document.places.filter { $0.way.count <= depth })
    func put(_ value: JSONValue, _ mayStand: Bool) -> (document: JSONValue, mayStand: Bool, at: [Step]) {
      (document.changed(at: place.way) { _ in value }, mayStand, place.way)
    }
    if random.pick([true, false, false, false]) {
      return put(random.pick([.null, .array([.array([])])]), false)
    }
    switch place.value {
    case .object(var fields):
      let field = random.pick(fields)
      if random.pick([true, false]) {
        fields.removeAll { $0.name == field.name }
        return put(.object(fields), Self.optional.contains(field.name))
      }
      return put(.object(fields + [JSONField(field.name + "s", .array([]))]), false)
    case .array: return random.pick([true, false]) ? put(.array([]), true) : put(.object([]), false)
    case .string:
      let isFree = if case .field(let name)? = place.way.last { Self.free.contains(name) } else { false }
      return put(.string("Any words!"), isFree || place.way.isInWords)
    case .number: return put(random.pick([.number("-1"), .number("1.5"), .string("1")]), false)
    case .bool, .null: return put(.string("true"), false)
    }
  }

  @Test("Of 250 damaged assessments those are refused that are no assessment any more")
  func mutants() throws {
    let documents = try assessments().filter {
      $0["case"] == .string("mill-lane") || $0["case"] == .string("quarry-row")
    }
    var random = SplitMix64(seed: 1)
    let mutants = (1...250).map { _ in mutant(of: random.pick(documents), &random) }
    for (mutant, verdict) in zip(mutants, try Jury.verdicts(on: mutants.map { job($0.document) })) {
      #expect(mutant.mayStand == (verdict == "accepted"), "at \(mutant.at): \(verdict)")
    }
    let accepted = mutants.count { $0.mayStand }
    #expect((25...220).contains(accepted), "\(accepted) of 250 are to be accepted")
  }
}

extension [Step] {
  /// Whether the place is an item of a list of free texts.
  fileprivate var isInWords: Bool {
    guard case .item? = last, case .field(let name)? = dropLast().last else { return false }
    return ["because", "sources", "places"].contains(name)
  }
}
