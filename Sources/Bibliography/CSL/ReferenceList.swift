/// References in a given order, each with an id of its own.
public struct ReferenceList: Hashable, Sendable {
  /// The references, in the order of the file.
  public let references: [Reference]
  private let places: [String: Int]

  /// The list of these references.
  ///
  /// - Throws: ``BibliographyError`` with a fault for each reference whose id an earlier one has.
  public init(_ references: [Reference], file: String = "references") throws(BibliographyError) {
    var places: [String: Int] = [:]
    var faults: [BibliographyFault] = []
    for (place, reference) in references.enumerated() {
      if let earlier = places[reference.id] {
        faults.append(
          .duplicateID(
            reference.id, file: file, line: nil, record: place + 1, earlier: earlier + 1, earlierLine: nil))
      } else {
        places[reference.id] = place
      }
    }
    guard faults.isEmpty else { throw BibliographyError(faults) }
    self.references = references
    self.places = places
  }

  /// The reference with this id.
  public subscript(id: String) -> Reference? { places[id].map { references[$0] } }

  /// The groups of references that ``Reference/sameWork(as:)`` links, directly or through one another; each group and
  /// all of them stand in the list's order.
  public var worksListedTwice: [[Reference]] {
    var byDOI: [String: [Int]] = [:]
    var byTitle: [[String]: [Int]] = [:]
    for (place, reference) in references.enumerated() {
      if let doi = reference.workDOI { byDOI[doi, default: []].append(place) }
      if let key = reference.titleYearAuthor { byTitle[key, default: []].append(place) }
    }
    // Two DOIs that differ are two works whatever the titles say; one reference without a DOI links all of its title.
    let sameTitle = byTitle.values.filter { $0.contains { references[$0].workDOI == nil } }
    var group = Array(references.indices)
    for linked in Array(byDOI.values) + sameTitle {
      for place in linked.dropFirst() { Self.join(place, linked[0], in: &group) }
    }
    let places = Dictionary(grouping: references.indices) { Self.root(of: $0, in: group) }
    return places.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { $0.map { references[$0] } }
  }

  /// Groups are trees in which each place points to an earlier one: a list of thousands takes no pairwise comparison.
  private static func root(of place: Int, in group: [Int]) -> Int {
    var place = place
    while group[place] != place { place = group[place] }
    return place
  }

  private static func join(_ one: Int, _ other: Int, in group: inout [Int]) {
    let (first, second) = (root(of: one, in: group), root(of: other, in: group))
    group[max(first, second)] = min(first, second)
    group[one] = min(first, second)
    group[other] = min(first, second)
  }
}

extension BibliographyFault {
  static func duplicateID(
    _ id: String, file: String, line: Int?, record: Int, earlier: Int, earlierLine: Int?
  ) -> BibliographyFault {
    let place = earlierLine.map { " on line \($0)" } ?? ""
    return BibliographyFault(
      kind: .duplicateID, file: file, line: line, record: record, id: id, field: "id",
      problem: "record \(earlier)\(place) has this id too", remedy: "Give each record an id of its own.")
  }
}
