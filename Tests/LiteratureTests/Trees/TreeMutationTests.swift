import Bibliography
import Foundation
import Literature
import TestSupport
import Testing

/// Reads files of BibTeX, XML and JSON that were damaged by chance: each gives a report, or a message, and in good time.
///
/// `REALIST_MUTANTS` says how many a parser (2,000 without it) and `REALIST_SEED` with which seed to begin. The mutants
/// are read in processes of their own, so that a trap is caught, and the seed that led to it is told.
@Suite("Mutation of BibTeX, XML and JSON")
struct TreeMutationTests {
  static let count = setting("REALIST_MUTANTS") ?? 2_000
  static let first = setting("REALIST_SEED") ?? 1
  static let size = max(1, min(500, count))
  static let batches = Array(stride(from: first, to: first + count, by: size))

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init).flatMap {
      (1...10_000_000).contains($0) ? $0 : nil
    }
  }

  @Test(
    "A damaged file is read as far as it goes, and never traps", arguments: DamagedTree.parsers, batches)
  func damaged(_ parser: String, _ batch: Int) async throws {
    let end = min(batch + Self.size, Self.first + Self.count)
    let record = FileManager.default.temporaryDirectory
      .appendingPathComponent("realist-mutation-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: record) }
    let result = await #expect(processExitsWith: .success) {
      [parser = parser as String, batch, end = end as Int, record = record as String] in
      let specimens = try DamagedTree(parser: parser)
      for seed in batch..<end {
        try "\(seed)".write(toFile: record, atomically: false, encoding: .utf8)
        // A reading that never ends is ended, and its seed stands in the record.
        alarm(60)
        try specimens.read(seed: UInt64(seed))
      }
    }
    if result == nil {
      let seed = (try? String(contentsOfFile: record, encoding: .utf8)) ?? "none"
      Issue.record("\(parser): the process ended at seed \(seed) (REALIST_MUTANTS=1 REALIST_SEED=\(seed))")
    }
  }
}

/// The files of one parser that are damaged.
struct DamagedTree {
  static let parsers = ["bibtex", "endnote-xml", "pubmed-xml", "csl-json", "openalex-json"]

  private let format: RecordFormat
  private let texts: [String]

  init(parser: String) throws {
    format = try #require(RecordFormat(rawValue: parser))
    let names =
      switch format {
      case .bibtex:
        ["zotero.bib", "mendeley.bib", "jabref.bib", "broken.bib", "web-of-science.bib", "scopus.bib"]
      case .endNoteXML: ["endnote.xml", "broken.xml"]
      case .pubMedXML: ["pubmed.xml"]
      case .cslJSON: ["csl.json"]
      default: ["openalex.json", "openalex.jsonl"]
      }
    texts = try names.map { String(decoding: try TreeFixture.bytes($0), as: UTF8.self) }
  }

  /// Signs and words that these formats take for their own.
  private static let pieces = [
    "{", "}", "\"", "\\", "\\\"", "@article{x,\n", "@string{a = a # a}", "@comment{", "#", ",", "=", " and ",
    "\\'", "\\'{",
    "$", "<", ">", "&", "</record>", "<record>", "<PubmedArticle>", "</title>", "<![CDATA[", "]]>", "<!--",
    "-->", "<?",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&#x0;", "&#xD800;", "&#99999999999;", "&b;", "<a ", "<a b='", "[",
    "]", ":",
    "\\u0000", "\\ud800", "\\udc00", "1e999999", "-", "null", "{\"a\":", "[[[[", "]]]]", "{\"results\": [",
    "\n{", "\u{0}",
    "\u{7F}", "\u{FEFF}", "\u{85}", "\u{2028}", "\r", "\n",
  ]

  func read(seed: UInt64) throws {
    var mutation = Mutation(seed: seed)
    let text = texts[mutation.choice(of: texts.count)]
    var bytes = mutation.choice(of: 3) == 0 ? Array(text.utf8) : mutation.damaged(text)
    for _ in 0..<mutation.choice(of: 4) {
      let place = mutation.choice(of: bytes.count + 1)
      let piece = Self.pieces[mutation.choice(of: Self.pieces.count)]
      let times = mutation.choice(of: 8) == 0 ? 200 : 1
      bytes.insert(contentsOf: String(repeating: piece, count: times).utf8, at: place)
    }
    let start = clock()
    try read(bytes, chunk: mutation.choice(of: 10) == 0 ? 7 : 65_536, seed: seed)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(seconds < 2, "seed \(seed) took \(seconds) s of processor time")
  }

  private func read(_ bytes: [UInt8], chunk: Int, seed: UInt64) throws {
    do {
      let (records, report) = try TreeFixture.read(bytes, named: "mutant", format: format, chunk: chunk)
      #expect(report.records == records.count && report.begun == records.count + report.refusedRecords)
      #expect(
        (report.refused.listed + report.repaired.listed).allSatisfy { !$0.what.isEmpty && ($0.line ?? 1) > 0 }
      )
      guard seed.isMultiple(of: 8) else { return }
      let other: RecordFormat = format == .bibtex ? .bibtex : .cslJSON
      let written = try TreeFixture.written(records, as: other)
      let back = records.isEmpty ? [] : try TreeFixture.read(written, named: "back", format: other).records
      #expect(
        back.map(\.withoutOrigin) == records.map(\.withoutOrigin),
        "seed \(seed) doesn't come back as \(other.word)")
    } catch let error as RecordFileError {
      #expect(!error.description.isEmpty)
    }
  }
}

@Suite("Hostile BibTeX, XML and JSON")
struct HostileTreeTests {
  /// A text made to keep a reader busy for ever, to overflow its stack, or to fill memory.
  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let format: RecordFormat
    let make: @Sendable () -> String
    var testDescription: String { name }

    init(_ name: String, _ format: RecordFormat, _ make: @escaping @Sendable () -> String) {
      (self.name, self.format, self.make) = (name, format, make)
    }

    /// A piece again and again between a start and an end.
    static func filled(
      _ name: String, _ format: RecordFormat, _ piece: String, from start: String = "", to end: String = "",
      count: Int = 100_000
    ) -> Hostile {
      Hostile(name, format) { start + String(repeating: piece, count: count) + end }
    }

    /// Pieces unlike one another between a start and an end.
    static func numbered(
      _ name: String, _ format: RecordFormat, from start: String = "", to end: String = "",
      _ piece: @escaping @Sendable (Int) -> String
    ) -> Hostile {
      Hostile(name, format) { start + (0..<60_000).map(piece).joined() + end }
    }
  }

  private static let editors = "<PubmedBookArticle><BookDocument><Book><AuthorList Type=\"editors\">"

  static let texts: [Hostile] = [
    .filled("a million braces", .bibtex, "{", from: "@a{b, t = ", count: 1_000_000),
    .filled("entries that never end", .bibtex, "@article{a,\n"),
    .filled("entries that never end, on one line", .bibtex, "@article{a,"),
    .filled("comments that never end", .bibtex, "@comment{\n"),
    .filled("at signs", .bibtex, "@", from: "@a{b, "),
    .filled("quotes", .bibtex, "\" ", from: "@a{b, t = \"", to: "}"),
    .filled("accents within accents", .bibtex, "\\'{", from: "@a{b, title = {", to: "}}"),
    .filled("names", .bibtex, "a and ", from: "@a{b, author = {", to: "}}"),
    .filled("commas in a name", .bibtex, "A, ", from: "@a{b, author = {", to: "}}"),
    .filled("dollars", .bibtex, "$a", from: "@a{b, title = {", to: "}}"),
    .filled("fields without a name", .bibtex, "x,", from: "@a{b,", to: "}"),
    .filled("fields of one name", .bibtex, "a={b},", from: "@a{b,", to: "}"),
    .numbered("keywords unlike one another", .bibtex, from: "@a{b, keywords = {", to: "}}") { "k\($0), " },
    .numbered("numbers of serials", .bibtex, from: "@a{b,", to: "}") { "issn={\(10_000_000 + $0)}," },
    .numbered("names of fields", .bibtex, from: "@a{b,", to: "}") { "f\($0)={x}," },
    .numbered("editors", .bibtex, from: "@a{b, editor = {", to: "x}}") { "A\($0), B and " },
    .numbered("abbreviations", .bibtex, to: "@a{b, title = a7}") { "@string{a\($0) = {x}}\n" },
    .numbered(
      "editors", .pubMedXML, from: editors, to: "</AuthorList></Book></BookDocument></PubmedBookArticle>"
    ) {
      "<Author><LastName>A\($0)</LastName></Author>"
    },
    .filled(
      "translators", .endNoteXML, "<author>a, b</author>", from: "<record><contributors><translated-authors>",
      to: "</translated-authors></contributors></record>"),
    .numbered("numbers of books", .cslJSON, from: "[{\"ISBN\": [", to: "1]}]") {
      "\"\(1_000_000_000 + $0)\","
    },
    .numbered("fields", .cslJSON, from: "[{", to: "\"id\": 1}]") { "\"f\($0)\": 1," },
    Hostile("abbreviations that double", .bibtex) {
      "@string{a0 = {xxxxxxxxxx}}\n" + (1...60).map { "@string{a\($0) = a\($0 - 1) # a\($0 - 1)}\n" }.joined()
        + "@a{b, title = a60}"
    },
    .filled("a million tags", .endNoteXML, "<a>", from: "<xml><records><record>", count: 1_000_000),
    .filled("records that never end", .endNoteXML, "<record>", from: "<xml><records>"),
    .filled("wrong ends", .endNoteXML, "</a>", from: "<xml><records><record>"),
    .filled("attributes", .endNoteXML, " a='b'", from: "<record", to: "/>"),
    .filled(
      "ampersands", .endNoteXML, "&", from: "<record><titles><title>", to: "</title></titles></record>"),
    .filled(
      "bare signs", .endNoteXML, "< ", from: "<record><titles><title>", to: "</title></titles></record>"),
    .filled("a comment that never ends", .endNoteXML, "-", from: "<xml><!-", to: "<record/>"),
    .filled(
      "styles", .endNoteXML, "<style>a</style>", from: "<record><titles><title>",
      to: "</title></titles></record>"),
    Hostile("billion laughs", .endNoteXML) {
      "<?xml version=\"1.0\"?><!DOCTYPE xml [<!ENTITY a0 \"ha\">"
        + (1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
        + "]><xml><records><record>"
        + "<titles><title>&a30;</title></titles></record></records></xml>"
    },
    .filled("a million brackets", .cslJSON, "[", count: 1_000_000),
    .filled("a million objects", .cslJSON, "{\"a\":", from: "[", count: 1_000_000),
    .filled("empty records", .cslJSON, "{},", from: "[", to: "{}]"),
    .filled("texts that never end", .cslJSON, "{\"a\n", from: "[\n"),
    .filled("a number of many digits", .cslJSON, "9", from: "[{\"id\": ", to: "}]", count: 1_000_000),
    .filled("fields of one name", .cslJSON, "\"a\": 1,", from: "[{", to: "\"id\": 1}]"),
    .filled("halves of characters", .cslJSON, "\\ud800", from: "[{\"title\": \"", to: "\"}]"),
    .filled("control characters", .cslJSON, "\u{1}", from: "[{\"title\": \"", to: "\"}]"),
    .filled("names", .cslJSON, "{},", from: "[{\"author\": [", to: "{}]}]"),
    .filled("junk", .cslJSON, "x ", from: "[", to: "]"),
    .filled(
      "places beyond all texts", .openAlexJSON, "99999999999999,",
      from: "[{\"authorships\": [], \"abstract_inverted_index\": {\"a\": [",
      to: "1]}}]"),
    .filled(
      "a long word in many places", .openAlexJSON, "1,",
      from:
        "[{\"authorships\": [], \"abstract_inverted_index\": {\"\(String(repeating: "w", count: 10_000))\": [",
      to: "1]}}]"),
  ]

  @Test("A hostile file is read or refused in good time", arguments: texts)
  func hostile(_ text: Hostile) throws {
    let bytes = Array(text.make().utf8)
    let start = clock()
    do {
      let (records, report) = try TreeFixture.read(bytes, named: "hostile", format: text.format)
      #expect(report.records == records.count)
      #expect(report.repaired.listed.count <= 1_000)
    } catch let error as RecordFileError {
      #expect(!error.description.isEmpty)
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    // The build for tests is some ten times slower than the one that is installed.
    #expect(seconds < 20, "\(text.name): \(bytes.count) bytes took \(seconds) s")
  }

  @Test("A DOCTYPE with entities of its own is refused, and one with an address alone is not followed")
  func doctype() throws {
    let records = "<xml><records><record><titles><title>A</title></titles></record></records></xml>"
    #expect(throws: RecordFileError.self) {
      try TreeFixture.read(
        Array(("<!DOCTYPE xml [<!ENTITY a \"b\">]>" + records).utf8), named: "a", format: .endNoteXML)
    }
    let address = "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:9/nothing[.dtd\">"
    let (read, _) = try TreeFixture.read(Array((address + records).utf8), named: "a", format: .endNoteXML)
    #expect(read.count == 1)
  }
}
