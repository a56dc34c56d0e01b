import Foundation
import TestSupport
import Testing

@testable import Bibliography

@Suite("Writing references for other programs")
struct WritingTests {
  /// A format, with the script that reads it by an independent parser and puts the CSL records together again.
  enum Format: String, CaseIterable {
    case ris, bibtex

    func text(_ list: ReferenceList, keywords: [Reference.ID: [String]] = [:]) -> String {
      self == .ris ? list.ris(keywords: keywords) : list.bibtex(keywords: keywords)
    }
  }

  /// What the independent reader says.
  private func answer(_ list: ReferenceList, _ format: Format, keywords: [Reference.ID: [String]] = [:])
    throws
    -> Peers.Answer
  {
    try TemporaryFolder.with { folder in
      let written = try folder.file("references.\(format)", format.text(list, keywords: keywords))
      return try Peers.run("read_\(format).py", written, try folder.file("references.json", list.csl))
    }
  }

  @Test("rispy and bibtexparser give back every field of every bundled reference", arguments: Format.allCases)
  func bundled(_ format: Format) throws {
    let list = try BundledReferences.list()
    let keywords = Dictionary(
      uniqueKeysWithValues: list.references.map { ($0.id, ["role: included", "a, b"]) })
    let answer = try answer(list, format, keywords: keywords)
    #expect(
      answer.code == 0 && answer.out.contains("99 records, 0 differences"), "\(answer.out)\(answer.err)")
  }

  @Test("Whatever a reference holds, nothing of it is lost", arguments: Format.allCases, [UInt64](1...4))
  func random(_ format: Format, _ seed: UInt64) throws {
    var random = RandomReferences(seed: seed)
    let answer = try answer(random.list(180), format)
    #expect(answer.code == 0, "seed \(seed): \(answer.out)\(answer.err)")
  }

  @Test("The independent reader tells a difference", arguments: Format.allCases)
  func canFail(_ format: Format) throws {
    let list = try BundledReferences.list()
    var changed = list.references
    changed[3].volume = "19"
    try TemporaryFolder.with { folder in
      let written = try folder.file("a", format.text(list))
      let csl = try folder.file("b", try ReferenceList(changed).csl)
      let answer = try Peers.run("read_\(format).py", written, csl)
      #expect(answer.code == 1 && answer.out.contains("volume: '18', expected '19'"))
    }
  }

  @Test("An article in RIS, tag by tag")
  func article() throws {
    var reference = Reference(
      id: "a1", type: .articleJournal, title: "What holds",
      authors: [
        Name(family: "Berg", given: "Jan", nonDroppingParticle: "van den"), Name(literal: "NHS England"),
        Name(family: "Plato"), Name(family: "King", given: "M", suffix: "Jr"),
      ], issued: PartialDate(year: 2021, month: 3, day: 8), containerTitle: "A Journal", page: "E1–E13")
    reference.doi = "https://doi.org/10.1/x"
    reference.otherFields = [JSONField("PMID", .string("33")), JSONField("ISSN", .string("2046-4053"))]
    #expect(
      try ReferenceList([reference]).ris(keywords: ["a1": ["role: included"]])
        == [
          "TY  - JOUR", "ID  - a1", "AU  - van den Berg, Jan", "AU  - NHS England", "AU  - Plato,",
          "AU  - King, M, Jr",
          "PY  - 2021", "DA  - 2021/03/08/", "TI  - What holds", "T2  - A Journal", "DO  - 10.1/x",
          "SP  - E1",
          "EP  - E13", "AN  - 33", "SN  - 2046-4053", "KW  - role: included",
          "N1  - CSL: {\"author\": [{\"family\": \"Berg\", \"given\": \"Jan\", \"non-dropping-particle\": \"van den\"}, "
            + "{\"literal\": \"NHS England\"}, {\"family\": \"Plato\"}, {\"family\": \"King\", \"given\": \"M\", "
            + "\"suffix\": \"Jr\"}], \"DOI\": \"https://doi.org/10.1/x\", \"page\": \"E1–E13\"}", "ER  - ",
          "",
        ].joined(separator: "\r\n"))
  }

  @Test("A report in BibTeX, field by field")
  func report() throws {
    var reference = Reference(
      id: "14", type: .report, title: "Trust & faith in the NHS: 100% of what \"AT&T\" tells",
      authors: [
        Name(family: "Berg", given: "Jan", nonDroppingParticle: "van den"), Name(literal: "Health and Care"),
        Name(family: "de Weger", given: "E"),
      ], issued: PartialDate(year: 2021, month: 3), page: "1-9", publisher: "NHS", doi: "10.1/a_b")
    reference.otherFields = [
      JSONField("number", .string("7")),
      JSONField("custom", .object([JSONField("authors-incomplete", .bool(true))])),
    ]
    #expect(
      try ReferenceList([reference]).bibtex() == #"""
        @techreport{vandenberg2021:14,
          author = {van den Berg, Jan and {Health and Care} and {de Weger}, E and others},
          title = {Trust \& faith in the {NHS:} 100\% of what {"AT\&T"} tells},
          institution = {NHS},
          year = {2021},
          month = mar,
          pages = {1--9},
          doi = {10.1/a_b},
          number = {7},
          annote = {CSL: \{"custom": \{"authors-incomplete": true\}\}},
        }

        """#)
  }

  @Test("Keys are unlike one another, stay when references go, and give the id back")
  func keys() throws {
    let list = try BundledReferences.list()
    let keys = list.citationKeys
    #expect(keys["4"] == "auschra2018:4" && Set(keys.values).count == 99)
    let fewer = try ReferenceList(list.references.filter { Int($0.id).map { $0 % 3 == 0 } ?? true })
    for (id, key) in fewer.citationKeys { #expect(keys[id] == key) }
    for (id, key) in keys { #expect(ReferenceList.id(inKey: key) == id) }
    let odd = try ReferenceList(
      ["smith-2010", "Smith-2010", "a b", "é", "x:y", ""].map { Reference(id: $0, type: .book) })
    #expect(
      odd.citationKeys["smith-2010"] == "smith-2010" && odd.citationKeys["Smith-2010"] == "Smith-2010::2")
    #expect(odd.citationKeys["a b"] == "ref:a_20b" && ReferenceList.id(inKey: "ref:a_20b") == "a b")
    #expect(Set(odd.citationKeys.values.map { $0.lowercased() }).count == 6)
  }

  @Test("Every type of CSL has one of RIS and of BibTeX, and no two exact ones are alike")
  func types() {
    for told in [ReferenceType.allCases.map(\.ris), ReferenceType.allCases.map(\.bibtex)] {
      let exact = told.filter(\.isExact).map(\.word)
      #expect(Set(exact).count == exact.count && exact.count >= 9)
    }
  }

  @Test("No references make an empty file, in each format")
  func none() throws {
    let none = try ReferenceList([])
    #expect(none.ris().isEmpty && none.bibtex().isEmpty)
  }
}
