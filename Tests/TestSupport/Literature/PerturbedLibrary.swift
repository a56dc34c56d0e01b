import Bibliography
public import Literature

/// Records as several databases would write them, with what is known of each: which of them are one work.
///
/// The works are made up from word lists; beside them stand those that look like them and aren't: second parts, notices,
/// abstracts of meetings, this year's report. The same seed gives the same records.
public struct PerturbedLibrary: Sendable {
  /// The records, those of one work not side by side.
  public let records: [Record]
  /// The places in ``records`` of each work that has more than one, each in order.
  public let truth: [[Int]]

  /// A library of this many works, and of the works that look like some of them.
  public init(works count: Int, seed: UInt64) {
    var forge = WorkForge(seed: seed)
    var works: [MadeWork] = []
    for number in 0..<count {
      let work = forge.work(number)
      works.append(work)
      works += forge.lookalikes(of: work)
    }
    var clerk = RecordClerk(seed: seed ^ 0x5EED)
    var written: [(work: Int, record: Record)] = []
    for (number, work) in works.enumerated() {
      for record in clerk.records(of: work) { written.append((number, record)) }
    }
    clerk.shuffle(&written)
    var places: [Int: [Int]] = [:]
    for (place, entry) in written.enumerated() { places[entry.work, default: []].append(place) }
    records = written.enumerated().map { place, entry in
      var record = entry.record
      record.reference.id = "r\(place + 1)"
      return record
    }
    truth = places.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}

/// A work as it is, before a database writes it down.
struct MadeWork: Sendable {
  var title: String
  var authors: [MadeName]
  var year: Int
  var journal: MadeJournal
  var volume: Int
  var issue: Int
  var firstPage: Int
  var lastPage: Int
  /// Letters before the pages: "S" of a supplement, "e" of an article number.
  var pagePrefix = ""
  var doi: String
  var abstract: String
  /// Whether it is a review that is replaced by its updates.
  var isUpdated = false
  /// In how many databases it stands at most.
  var spread = 4
}

struct MadeName: Sendable, Hashable {
  var given: String
  var family: String
}

struct MadeJournal: Sendable, Hashable {
  /// The full title, its abbreviation, and other forms that databases use.
  var title: String
  var short: String
  var others: [String]
}
