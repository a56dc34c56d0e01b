import Bibliography
import Literature

/// A record in one line, for tests.
///
/// - Parameter authors: "Family, Given" parted by semicolons.
func record(
  _ id: String, _ title: String?, _ authors: String = "", year: Int? = nil, journal: String? = nil,
  volume: String? = nil,
  issue: String? = nil, pages: String? = nil, doi: String? = nil, pmid: String? = nil,
  abstract: String? = nil,
  type: ReferenceType = .articleJournal
) -> Record {
  let names = authors.split(separator: ";").map { part -> Name in
    let halves = part.split(separator: ",", maxSplits: 1).map { $0.drop(while: { $0 == " " }) }
    return halves.count == 2
      ? Name(family: String(halves[0]), given: String(halves[1])) : Name(literal: String(halves[0]))
  }
  return Record(
    reference: Reference(
      id: id, type: type, title: title, authors: names, issued: year.flatMap { PartialDate(year: $0) },
      containerTitle: journal, volume: volume, issue: issue, page: pages, doi: doi),
    abstract: abstract, identifiers: pmid.map { [RecordIdentifier(.pmid, $0)] } ?? [])
}
