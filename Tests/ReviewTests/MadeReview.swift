import Bibliography
import Foundation
import GRDB
import Literature
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

/// Reviews for tests.
enum MadeReview {
  static let time: @Sendable () -> String = { "2026-01-02T03:04:05Z" }

  /// An empty review in a folder.
  static func empty(in folder: TemporaryFolder, _ name: String = "r.realist") throws -> Review {
    try Review.create(folder(name), title: "A review", by: "Ann", clock: time)
  }

  /// A frame that says no more than it must.
  static let frame = """
    format: realist-theory/1
    id: plots
    title: Plots
    version: 0.1.0
    language: en
    summary: A trial.
    """

  /// A review that has a frame and nothing else.
  static func framed(_ frame: String = MadeReview.frame, in folder: TemporaryFolder) throws -> Review {
    let review = try empty(in: folder)
    try review.append(.theoryFramed(try TheoryFrame(path: folder.file("frame.yaml", frame))), by: "Ann")
    return review
  }

  /// A review that begins from a theory; without one, from the gardens.
  static func begun(from theory: Theory? = nil, in folder: TemporaryFolder) throws -> Review {
    try Review.begin(folder("r.realist"), from: try theory ?? Fixture.gardens(), by: "Ann", clock: time)
  }

  /// Acts as a log numbers them, all by Ann.
  static func logged(_ acts: [Act]) -> [LoggedAct] {
    acts.enumerated().map { LoggedAct(number: $0 + 1, at: time(), by: "Ann", act: $1) }
  }

  /// A review with as many records as asked for, each of its own work.
  static func filled(_ count: Int, in folder: TemporaryFolder, _ name: String = "r.realist") throws -> Review
  {
    let review = try empty(in: folder, name)
    _ = try review.importRecords(ImportOrder(path: try file(count, in: folder, "\(name).ris")), by: "Ann")
    return review
  }

  /// A file of RIS with records of different works.
  static func file(_ count: Int, in folder: TemporaryFolder, _ name: String, from first: Int = 1) throws
    -> String
  {
    let text = (first..<(first + count)).map { number in
      """
      TY  - JOUR
      TI  - \(words(number)) in hospital number \(number)
      AU  - Author\(number), A
      PY  - \(1990 + number % 30)
      AB  - Abstract of \(words(number + 7)), told once more as \(words(number + 3)).
      ER  -

      """
    }.joined()
    return try folder.file(name, text)
  }

  /// A source by a key, as if it stood in a list of references.
  static func source(_ key: String) -> ReviewSource {
    ReviewSource(
      key: key, reference: Reference(id: key, type: .articleJournal, title: "On \(key)"))
  }

  /// A text without a file, of a source that is described where it isn't yet.
  @discardableResult
  static func text(_ content: String, of key: String = "lee2020", in review: Review) throws -> AddedText {
    if try review.material().source(key) == nil {
      try review.append(.sourceDescribed(source(key)), by: "Ann")
    }
    let text = try ExtractedText(
      file: "\(content.unicodeScalars.count).txt", form: .plain,
      fileChecksum: TextChecksum.of(content + "file"), content: content)
    let logged = try review.addText(text, of: key, by: "Ann")
    return try #require(logged.act.broughtText)
  }

  private static let words = [
    "merging", "trusting", "quarrelling", "sharing", "governing", "closing", "opening",
  ]

  private static func words(_ number: Int) -> String {
    "\(words[number % 7]) and \(words[number / 7 % 7]) number\(number)"
  }

  static let plan = ReviewProtocol(
    title: "A review", question: "What works?", reviewers: ["Ann", "Ben", "Cem"],
    stages: [
      StageProtocol(stage: .titleAndAbstract, reviewers: 2, include: ["on topic"], exclude: ["not research"]),
      StageProtocol(stage: .fullText, include: ["says how"], exclude: ["thin"]),
    ], exclude: ["staff and patients"])
}

extension Review {
  /// The whole of a text.
  func words(ofText number: Int) throws -> String {
    try words(ofText: number, at: PositionSelector(start: 0, end: .max))
  }

  /// Every row of every table that follows from the acts, and the acts and records themselves, as texts.
  func rows() throws -> [String] {
    try database.read { database in
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'record\\_text%' ESCAPE '\\'
          AND name NOT LIKE 'text\\_words%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name
          """)
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
          "\(table): \(row.map { "\($0.0)=\($0.1)" }.joined(separator: " | "))"
        }.sorted()
      }
    }
  }
}

/// What a file and its journal hold, to see whether anything changed.
func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

/// The identifier that a text is.
func id<Owner>(_ text: String) throws -> Identifier<Owner> { try #require(Identifier(text)) }

/// The words with which some work is refused; empty where it isn't.
func wordsOfRefusal(_ work: () throws -> Void) throws -> String {
  do { try work() } catch let fault as ReviewFault { return fault.refusal }
  return ""
}

extension ReviewFault {
  /// The words of a refusal; empty for any other fault.
  var refusal: String { if case .refused(let words) = self { words } else { "" } }
}
