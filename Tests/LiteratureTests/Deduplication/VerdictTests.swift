import Bibliography
import Literature
import Testing

/// What the definition says of pairs: versions, registrations and updates are one work; talks, reports and notices aren't.
@Suite("Two records of one work, or of two")
struct VerdictTests {
  private let title = "Outcomes of hospital mergers for community rehabilitation"
  private let authors = "Rossi, A; Chen, B; Jones, C"

  private func plain(_ id: String = "a") -> Record {
    record(
      id, title, authors, year: 2010, journal: "Public Management Review", volume: "12", issue: "3",
      pages: "811-828",
      doi: "10.1000/a")
  }

  private func areMerged(_ first: Record, _ second: Record) -> Bool {
    !Deduplication([first, second]).groups.isEmpty
  }
  private func areDoubtful(_ first: Record, _ second: Record) -> Bool {
    !Deduplication([first, second]).doubtful.isEmpty
  }

  private func changed(_ change: (inout Record) -> Void) -> Record {
    var other = plain("b")
    change(&other)
    return other
  }

  @Test("A copy, and a record that lacks fields, are the same work")
  func lacking() {
    #expect(areMerged(plain(), plain("b")))
    #expect(
      areMerged(
        plain(), changed { ($0.reference.volume, $0.reference.page, $0.reference.doi) = (nil, nil, nil) }))
    #expect(areMerged(plain(), changed { $0.reference.containerTitle = nil }))
    #expect(areMerged(plain(), changed { $0.reference.authors = [] }))
  }

  @Test("The version online of the year before is the same work as the printed one")
  func online() {
    let early = changed {
      $0.reference.issued = PartialDate(year: 2009)
      ($0.reference.volume, $0.reference.issue, $0.reference.page) = (nil, nil, nil)
    }
    #expect(areMerged(plain(), early))
  }

  @Test("A DOI that was registered anew doesn't make two works of one")
  func registeredAnew() {
    #expect(areMerged(plain(), changed { $0.reference.doi = "10.9999/xyz" }))
  }

  @Test("An update of a review is the same work, by later authors and in a later issue too")
  func update() {
    let review = record(
      "a", title, authors, year: 2008, journal: "Cochrane Database of Systematic Reviews", issue: "2",
      pages: "CD001234",
      doi: "10.1002/14651858.CD001234")
    let update = record(
      "b", title, "Rossi, A; Quinn, D", year: 2015, journal: "Cochrane Database Syst Rev", issue: "9",
      pages: "CD001234",
      doi: "10.1002/14651858.CD001234.pub2")
    #expect(areMerged(review, update))
  }

  @Test("The same title in another journal is another report, and a person is told of it")
  func otherJournal() {
    let report = changed {
      ($0.reference.containerTitle, $0.reference.volume) = ("Health Services Research", "45")
      ($0.reference.issue, $0.reference.page, $0.reference.doi) = ("1", "20-31", "10.1000/b")
    }
    #expect(!areMerged(plain(), report))
    #expect(areDoubtful(plain(), report))
  }

  @Test("A paper at a conference is another work than its journal version")
  func conference() {
    let talk = record(
      "b", title, authors, year: 2009, journal: "Proceedings of the Conference on Public Services",
      pages: "S12",
      type: .paperConference)
    #expect(!areMerged(plain(), talk))
    let bare = record("c", title, authors, year: 2010, type: .paperConference)
    #expect(!areMerged(plain(), bare))
  }

  @Test("Abstracts of one title in two years of a journal are two works")
  func twoYears() {
    let next = changed {
      $0.reference.issued = PartialDate(year: 2011)
      ($0.reference.volume, $0.reference.issue, $0.reference.page, $0.reference.doi) = (
        "13", "7", "1161-1162", nil
      )
    }
    #expect(!areMerged(plain(), next))
  }

  @Test(
    "A notice, a reply, a comment, a part and a protocol are other works",
    arguments: [
      "Erratum: Outcomes of hospital mergers for community rehabilitation",
      "Outcomes of hospital mergers for community rehabilitation: Correction",
      "Reply to: Outcomes of hospital mergers for community rehabilitation",
      "Comment on: Outcomes of hospital mergers for community rehabilitation",
      "Outcomes of hospital mergers for community rehabilitation. Part II",
      "Outcomes of hospital mergers for community rehabilitation: study protocol",
    ])
  func pieces(other: String) {
    #expect(
      !areMerged(
        plain(),
        changed {
          $0.reference.title = other
          ($0.reference.page, $0.reference.issue, $0.reference.doi) = ("901-903", nil, nil)
        }))
  }

  @Test("Two editorials of one volume are two, and one on the same pages of an issue is one")
  func editorials() {
    let first = record(
      "a", "Editorial", "Rossi, A", year: 2010, journal: "BMJ", volume: "340", issue: "2", pages: "1-2")
    var second = first
    second.reference.id = "b"
    second.reference.containerTitle = "BMJ (Online)"
    #expect(areMerged(first, second))
    second.reference.page = "55-56"
    #expect(!areMerged(first, second))
    second.reference.page = nil
    second.reference.issue = nil
    #expect(!areMerged(first, second))
  }

  @Test("Two PubMed numbers are two works, and one number is one work with a title that slipped")
  func pubMed() {
    let first = record("a", title, authors, year: 2010, journal: "BMJ", pmid: "100")
    #expect(!areMerged(first, record("b", title, authors, year: 2010, journal: "BMJ", pmid: "200")))
    #expect(areMerged(first, record("b", title.replacing("Outcomes", with: "Outcoms"), authors, pmid: "100")))
  }

  @Test("Records that say nothing are no duplicates of each other")
  func empty() {
    #expect(!areMerged(record("a", nil), record("b", nil)))
    #expect(!areMerged(record("a", "Editorial"), record("b", "Editorial")))
  }

  @Test("A dissertation and its entry in a list of dissertations are one where the name is spelled out")
  func dissertation() {
    let entry = record(
      "a", title, "Yip, Chi Bun", year: 2012, journal: "Dissertation Abstracts International: Section B",
      volume: "73",
      pages: "1524")
    #expect(areMerged(entry, record("b", title, "Yip, Chi Bun", year: 2011, volume: "Ph.D.", pages: "215 p")))
    #expect(!areMerged(entry, record("b", title, "Yip, C. B.", year: 2011, volume: "Ph.D.", pages: "215 p")))
  }

  @Test("A reason names what agreed and what differed, with both values")
  func reason() throws {
    let other = changed {
      $0.reference.containerTitle = "Public Manag Rev"
      $0.reference.issued = PartialDate(year: 2011)
    }
    let link = try #require(Deduplication([plain(), other]).groups.first?.links.first)
    #expect(link.basis == .fields)
    #expect(
      link.reason
        == "The same: title, authors (3 of 3), journal (Public Management Review; Public Manag Rev), volume, issue, pages, "
        + "DOI. Different: year (2010; 2011).")
  }
}
