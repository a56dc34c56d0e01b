import Bibliography
import Testing

@Suite("References")
struct ReferenceTests {
  private func work(
    _ title: String, _ year: Int?, _ family: String, doi: String? = nil
  ) -> Reference {
    Reference(
      id: "1", type: .articleJournal, title: title, authors: [Name(family: family, given: "A")],
      issued: year.flatMap { PartialDate(year: $0) }, doi: doi)
  }

  @Test(
    "One DOI is one work, however it is written",
    arguments: ["10.1136/BMJ.m1932", "doi:10.1136/bmj.m1932", "https://dx.doi.org/10.1136/bmj.M1932 "])
  func sameDOI(written: String) {
    #expect(work("A", 2000, "B", doi: "10.1136/bmj.m1932").sameWork(as: work("C", 2001, "D", doi: written)))
  }

  @Test("Without two DOIs, title, year and first author decide, without case, accents and punctuation")
  func sameTitle() {
    let one = work("Réseaux: a review", 2007, "Béland", doi: "10.1/a")
    #expect(one.sameWork(as: work("RESEAUX, a review.", 2007, "Beland")))
    #expect(!one.sameWork(as: work("Reseaux: a review", 2008, "Beland")))
    #expect(!one.sameWork(as: work("Reseaux: a review", 2007, "Langley")))
    #expect(!one.sameWork(as: work("Reseaux: a review", nil, "Beland")))
    #expect(!one.sameWork(as: work("Réseaux: a review", 2007, "Béland", doi: "10.1/b")))
    #expect(!work("…", 2007, "Béland").sameWork(as: work("?", 2007, "Béland")))
  }

  @Test("Two DOIs that differ stay two works, until a reference without one links them")
  func groups() throws {
    var works = [
      work("T", 2000, "A", doi: "10.1/a"), work("T", 2000, "A", doi: "10.1/b"), work("T", 2000, "A"),
    ]
    for place in works.indices { works[place].id = "\(place)" }
    #expect(try ReferenceList(Array(works.prefix(2))).worksListedTwice.isEmpty)
    #expect(try ReferenceList(works).worksListedTwice.map { $0.map(\.id) } == [["0", "1", "2"]])
  }

  @Test("The address of a DOI keeps what an address may hold and encodes the rest")
  func doiAddress() {
    #expect(work("A", 1, "B", doi: "DOI: 10.1136/bmj.m1932").doiURL == "https://doi.org/10.1136/bmj.m1932")
    #expect(
      work("A", 1, "B", doi: "10.1002/(SICI)1<1661::AID>3.0#é").doiURL
        == "https://doi.org/10.1002/(SICI)1%3C1661::AID%3E3.0%23%C3%A9")
    #expect(work("A", 1, "B", doi: "bmj.m1932").doiURL == nil)
  }

  @Test(
    "An address of the web begins so in any case, and holds no white space, quotes or angle brackets",
    arguments: [
      ("https://a.example/b?c#d", true), ("HTTP://A.example", true), ("http://a", true),
      ("hTTps://\u{E9}.fr", true),
      ("https://", false), ("http:/a", false), ("ftp://a", false), ("javascript:alert(1)", false),
      ("", false),
      (" https://a", false), ("https://a b", false), ("https://a\tb", false), ("https://a\u{A0}b", false),
      ("https://a\u{2028}b", false), ("https://a\"\u{301}b", false), ("https://a<b", false),
    ])
  func webAddress(text: String, isOne: Bool) {
    #expect(Reference.isWebAddress(text) == isOne)
    let csl = JSONValue.object([
      JSONField("id", .string("1")), JSONField("type", .string("book")), JSONField("URL", .string(text)),
    ])
    let list = try? ReferenceList.read(csl: Array("[\(csl.compactText)]".utf8), file: "a.json")
    #expect((list?.references.first?.url == text) == isOne)
  }

  @Test(
    "Names are listed with initials and keep their particles",
    arguments: [
      (Name(family: "Aunger", given: "Justin Avery"), "Aunger JA"),
      (Name(family: "Teng", given: "B-S"), "Teng B-S"),
      (Name(family: "Denis", given: "Jean-Louis"), "Denis J-L"),
      (Name(family: "Eder", given: "M. “Mickey”"), "Eder M"),
      (Name(family: "Berg", given: "J.", nonDroppingParticle: "van den"), "van den Berg J"),
      (Name(family: "King", given: "M L", suffix: "Jr"), "King ML Jr"),
      (Name(literal: "NHS England"), "NHS England"),
      (Name(given: "Plato"), "Plato"),
    ])
  func names(name: Name, listed: String) {
    #expect(name.listForm == listed)
  }

  @Test("A citation can be made of a reference with nothing but an id")
  func bare() {
    let bare = Reference(id: "x", type: .document)
    #expect(bare.shortCitation == "x n.d.")
    #expect(bare.fullCitation.isEmpty)
  }

  @Test("There is no 13th month, no 31 April, no 29 February 2100 and no day without its month")
  func dates() {
    #expect(PartialDate(year: 2021, month: 13) == nil)
    #expect(PartialDate(year: 2021, month: 4, day: 31) == nil)
    #expect(PartialDate(year: 2100, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2021, day: 3) == nil)
    #expect(PartialDate(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
    #expect(PartialDate(year: -44, month: 3)?.description == "-0044-03")
  }
}
