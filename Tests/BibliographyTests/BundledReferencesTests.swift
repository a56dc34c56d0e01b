import Bibliography
import Foundation
import Testing

@Suite("The references of the bundled review")
struct BundledReferencesTests {
  @Test("All 98 references and the review itself are there, in the printed order")
  func completeAndInOrder() throws {
    let ids = try BundledReferences.list().references.map(\.id)
    #expect(ids == (1...98).map(String.init) + ["aunger-2021"])
  }

  @Test("Writing what was read gives the file, byte by byte")
  func roundTrip() throws {
    let bytes = try BundledReferences.bytes()
    let written = try ReferenceList.read(csl: bytes, file: "references.json").csl
    #expect(Data(written.utf8) == bytes)
  }

  @Test("Each reference has a title and an author, and all but one a year")
  func nothingIsBlank() throws {
    let references = try BundledReferences.list().references
    #expect(references.allSatisfy { $0.title?.isEmpty == false && !$0.authors.isEmpty })
    #expect(references.filter { $0.issued == nil }.map(\.id) == ["82"])
  }

  @Test("References 22 and 93, and no others, are one work")
  func oneWorkTwice() throws {
    let list = try BundledReferences.list()
    #expect(list.worksListedTwice.map { $0.map(\.id) } == [["22", "93"]])
    let all = list.references
    for (place, one) in all.enumerated() {
      for other in all[(place + 1)...] where one.sameWork(as: other) {
        #expect([one.id, other.id] == ["22", "93"])
      }
    }
  }

  @Test("The lists that the paper cuts off with et al. say so")
  func incompleteAuthors() throws {
    let cut = try BundledReferences.list().references.filter(\.authorsAreIncomplete).map(\.id)
    #expect(cut == ["19", "30", "46", "79", "96"])
  }

  @Test(
    "Short citations name one or two authors, and of more the first",
    arguments: [
      ("1", "Dickinson and Glasby 2010"), ("6", "NHS England 2019"), ("15", "Huxham 2003"),
      ("22", "Fulop et al. 2002"), ("93", "Fulop 2002"), ("50", "Billings and De Weger 2015"),
      ("82", "Aunger et al. n.d."), ("aunger-2021", "Aunger et al. 2021"),
    ])
  func shortCitations(id: String, citation: String) throws {
    #expect(try BundledReferences.reference(id).shortCitation == citation)
  }

  @Test(
    "Full citations lead to the work",
    arguments: [
      (
        "10",
        "Scally G, Jacobson B, Abbasi K. The UK’s public health response to covid-19. BMJ. 2020;369:m1932. "
          + "https://doi.org/10.1136/bmj.m1932"
      ),
      (
        "2",
        "Elston JM. Partnerships. In: Oxford handbook of public health. Edition 3. "
          + "Oxford: Oxford University Press; 2013. p. 526–538."
      ),
      (
        "3",
        "Hudson B, Henwood M. The NHS and social care: the final countdown? Policy Polit. 2002;30(2):153–166. "
          + "https://doi.org/10.1332/0305573022501610"
      ),
      ("35", "What Works Scotland. Partnership working across UK public services. 2015. 26 pages."),
      (
        "79",
        "Shaw J, Gray CS, Baker GR, Denis JL, Breton M, Gutberg J, et al. Mechanisms, contexts and points of "
          + "contention: operationalizing realist-informed research for complex health interventions. "
          + "BMC Med Res Methodol. 2018;18(1):1–12. https://doi.org/10.1186/s12874-018-0641-4"
      ),
      (
        "97",
        "Webster R. The NHS ’ inflexible ’ on covid? — “nothing could be further from the truth.” "
          + "Health Serv J. 2020;1:3–5."
      ),
    ])
  func fullCitations(id: String, citation: String) throws {
    #expect(try BundledReferences.reference(id).fullCitation == citation)
  }

  @Test(
    "A cited page is held against the pages of the reference",
    arguments: [
      ("13", "403", false), ("13", "7", true), ("68", "230", false), ("15", "403", true), ("1", "819", true),
      ("53", "78", true), ("65", "E5", true), ("65", "14", false), ("65", "5", nil), ("35", "8", nil),
      ("62", "26", nil), ("10", "2", nil), ("14", "8", nil), ("75", "308", true),
    ] as [(String, String, Bool?)])
  func citedPages(id: String, page: String, lies: Bool?) throws {
    #expect(try BundledReferences.reference(id).contains(page: page) == lies)
  }
}
