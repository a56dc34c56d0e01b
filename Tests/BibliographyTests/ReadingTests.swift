import Bibliography
import Testing

@Suite("Reading CSL-JSON")
struct ReadingTests {
  private func faults(_ text: String) -> [BibliographyFault] { faults(Array(text.utf8)) }

  private func faults(_ bytes: [UInt8]) -> [BibliographyFault] {
    do throws(BibliographyError) {
      _ = try ReferenceList.read(csl: bytes, file: "r.json")
      return []
    } catch {
      return error.faults
    }
  }

  @Test("Everything in a record survives reading and writing")
  func nothingIsLost() throws {
    let text = """
      [{"zeta": [1.50, null, {"b": true, "a": "\\u00e9\\ud83d\\ude00\\n"}], "id": 7, "type": "book", "volume": 3,
        "author": [{"given": "A", "family": "B", "static-ordering": 1, "suffix": "Jr", "dropping-particle": "de"}],
        "issued": {"season": "1", "date-parts": [["2019", 5], [2020]], "circa": true},
        "abstract": "x", "DOI": "10.1/x", "URL": "https://example.org/a?b#c", "title": "t"}]
      """
    let list = try ReferenceList.read(csl: text.utf8, file: "r.json")
    let reference = try #require(list["7"])
    #expect(reference.volume == "3")
    #expect(reference.issued == PartialDate(year: 2019, month: 5))
    #expect(reference.issuedUntil == PartialDate(year: 2020))
    #expect(reference.otherFields.map(\.name) == ["zeta", "abstract"])
    #expect(
      list.csl == """
        [
          {
            "id": "7",
            "type": "book",
            "title": "t",
            "author": [
              {"family": "B", "given": "A", "dropping-particle": "de", "suffix": "Jr", "static-ordering": 1}
            ],
            "issued": {"date-parts": [[2019, 5], [2020]], "season": "1", "circa": true},
            "volume": "3",
            "DOI": "10.1/x",
            "URL": "https://example.org/a?b#c",
            "zeta": [
              1.50,
              null,
              {"b": true, "a": "é😀\\n"}
            ],
            "abstract": "x"
          }
        ]

        """)
    #expect(try ReferenceList.read(csl: list.csl.utf8, file: "r.json") == list)
  }

  @Test(
    "A date in a text is read where it is plain, and kept where it isn't",
    arguments: [
      ("2021", "2021"), ("2021-03", "2021-03"), ("2021-03-08", "2021-03-08"), ("2021-13", nil), ("20xx", nil),
      ("", nil),
    ] as [(String, String?)])
  func isoDates(text: String, date: String?) throws {
    let record = #"[{"id": "1", "type": "book", "issued": "\#(text)"}]"#
    let list = try ReferenceList.read(csl: record.utf8, file: "r.json")
    let reference = try #require(list["1"])
    #expect(reference.issued?.description == date)
    #expect(reference.issuedDetails == (date == nil ? [JSONField("edtf", .string(text))] : []))
    #expect(try ReferenceList.read(csl: list.csl.utf8, file: "r.json") == list)
  }

  @Test("A byte order mark and an empty list are read")
  func plainCases() throws {
    #expect(try ReferenceList.read(csl: [0xEF, 0xBB, 0xBF, 0x5B, 0x5D], file: "r.json").references.isEmpty)
    #expect(try ReferenceList([]).csl == "[]\n")
  }

  @Test("All faults of all records are told at once, each with its line, record and field")
  func allFaults() {
    let text = """
      [
        {"id": "a", "type": "book", "title": 3},
        {"type": "sonnet",
         "volume": [],
         "author": [{"family": 1}, "B", {}]},
        {"id": "a", "type": "book", "id": "c",
         "issued": {"date-parts": [[2020, 13]]}},
        7,
        {"id": " ", "type": null, "DOI": "11.2/x", "URL": "javascript:alert(1)", "issued": 2020}
      ]
      """
    let told = faults(text).map { fault in
      "\(fault.line ?? 0) \(fault.record ?? 0) \(fault.id ?? "-") \(fault.field ?? "-") \(fault.kind.rawValue)"
    }
    #expect(
      told == [
        "6 0 - id repeatedField",
        "2 1 a title wrongType",
        "3 2 - id missingField",
        "3 2 - type wrongValue",
        "5 2 - author 1, family wrongType",
        "5 2 - author 2 wrongType",
        "5 2 - author 3 missingField",
        "4 2 - volume wrongType",
        "6 3 a id duplicateID",
        "7 3 a issued, date-parts wrongValue",
        "8 4 - - notRecords",
        "9 5 - id wrongValue",
        "9 5 - type wrongType",
        "9 5 - issued wrongType",
        "9 5 - DOI wrongValue",
        "9 5 - URL wrongValue",
      ])
  }

  @Test("A fault reads as a sentence with its place and its remedy")
  func wording() {
    #expect(
      faults("[{\"id\": \"14\", \"type\": \"book\", \"DOI\": \"n/a\"}]").map(\.description) == [
        "r.json:1: record 1 (\"14\"), field \"DOI\": \"n/a\" is no DOI. "
          + "A DOI begins with 10., has a slash and no spaces, such as 10.1136/bmj.m1932."
      ])
  }

  @Test(
    "What isn't a list of records is refused with one fault",
    arguments: [
      ("", .notJSON), (" \n", .notJSON), ("{}", .notRecords), ("\"x\"", .notRecords), ("[", .notJSON),
      ("[]]", .notJSON), ("[1,]", .notJSON), ("[{\"id\" 1}]", .notJSON), ("[{id: 1}]", .notJSON),
      ("[01]", .notJSON),
      ("[1.]", .notJSON), ("[-]", .notJSON), ("[1e]", .notJSON), ("[tru]", .notJSON), ("[NaN]", .notJSON),
      ("[\"abc", .notJSON), ("[\"a\nb\"]", .notJSON), (#"["\x"]"#, .notJSON), (#"["\u12"]"#, .notJSON),
      (#"["\ud800"]"#, .notJSON), (#"["\ud800\u0041"]"#, .notJSON), (#"["\udc00"]"#, .notJSON),
      (#"["\u001b[31m"]"#, .notJSON), ("[\"\u{9b}31m\"]", .notJSON), (#"["\"#, .notJSON),
      ("[\u{0}]", .notJSON),
    ] as [(String, BibliographyFault.Kind)])
  func refused(text: String, kind: BibliographyFault.Kind) {
    #expect(faults(text).map(\.kind) == [kind])
  }

  @Test("A syntax fault tells line and column")
  func syntaxPlace() {
    #expect(faults("[\n  {\"é\" 1}]").first?.description.hasPrefix("r.json:2: column 8: the colon") == true)
  }

  @Test("Bytes that aren't UTF-8 are refused with their line")
  func notText() {
    #expect(faults(Array("[\n\"".utf8) + [0xFF, 0xFE]).map(\.kind) == [.notText])
    #expect(faults(Array("[\n\"".utf8) + [0xFF, 0xFE]).first?.line == 2)
    #expect(faults(Array("[\n\"".utf8) + [0xC3]).map(\.kind) == [.notText])
  }

  @Test("Over 4 MB is refused; a file of that size is read")
  func size() {
    let most = ReferenceList.largestFile
    #expect(faults([UInt8](repeating: 0x20, count: most + 1)).map(\.kind) == [.tooLarge])
    #expect(faults(Array("[]".utf8) + [UInt8](repeating: 0x20, count: most - 2)).isEmpty)
  }

  @Test("Nesting without end is refused", arguments: ["[", "{\"a\":", "[{\"a\":["])
  func nesting(piece: String) {
    #expect(faults(String(repeating: piece, count: 100_000)).map(\.kind) == [.notJSON])
  }

  @Test("Of thousands of faults the first thousand are told and the rest counted")
  func manyFaults() throws {
    let text = "[" + Array(repeating: "1", count: 5000).joined(separator: ",") + "]"
    do throws(BibliographyError) {
      _ = try ReferenceList.read(csl: text.utf8, file: "r.json")
      Issue.record("the list was read")
    } catch {
      #expect(error.faults.count == 1000)
      #expect(error.leftOut == 4000)
      #expect(error.description.hasSuffix("… and 4000 more faults."))
    }
  }

  @Test("A cut or changed file is refused or read, and never traps", arguments: 0..<8)
  func mutated(seed: Int) throws {
    let bytes = Array(try BundledReferences.bytes().prefix(6000))
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<40 {
      var changed = bytes
      for _ in 0..<(1 + next(4)) { changed[next(changed.count)] = UInt8(next(256)) }
      _ = faults(Array(changed.prefix(next(changed.count + 1))))
    }
  }

  @Test("A list made in code refuses an id that stands twice")
  func duplicates() {
    let twice = [Reference(id: "1", type: .book), Reference(id: "1", type: .book)]
    #expect(throws: BibliographyError.self) { try ReferenceList(twice) }
  }
}
