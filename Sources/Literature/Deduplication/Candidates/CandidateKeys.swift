/// The keys by which a record meets others.
struct CandidateKeys: Sendable {
  private var values: [UInt64]

  /// What a key is made of.
  enum Kind: Int, CaseIterable, Sendable {
    case letters, wordSet, opening, closing, firstPair, secondPair, thirdPair, otherTitle
    case authorYear, authorPage, authorVolume, place, yearPage, openingOfYear, journalOpening
    case doi, pubMed, abstract

    /// The keys that part a block that is too large.
    static let parting: [Kind] = [.authorYear, .yearPage, .place, .letters, .authorVolume]
  }

  /// The key of a kind; `nil` where the record lacks what it is made of.
  func key(_ kind: Kind) -> UInt64? {
    let value = values[kind.rawValue]
    return value == 0 ? nil : value
  }

  init(_ record: ComparedRecord) {
    values = [UInt64](repeating: 0, count: Kind.allCases.count)
    addTitleKeys(record.title)
    addPlaceKeys(record)
    set(.doi, record.doi.map { StableHash.of($0.utf8) })
    set(.pubMed, record.pubMed.map { StableHash.of($0.utf8) })
    set(.abstract, record.abstract?.smallest)
  }

  private mutating func set(_ kind: Kind, _ parts: UInt64?...) {
    var hash = StableHash()
    for part in parts {
      guard let part else { return }
      hash.combine(part)
    }
    // The kind is part of the key, so that a key means one thing.
    hash.combine(kind.rawValue)
    values[kind.rawValue] = hash.value | 1
  }

  private mutating func addTitleKeys(_ title: ComparedTitle) {
    guard !title.words.isEmpty, !title.isGeneric else { return }
    set(.letters, StableHash.of(title.words.letters))
    set(.wordSet, Self.combined(title.hashes.sorted()))
    set(.opening, Self.combined(title.hashes.prefix(4)))
    set(.closing, Self.combined(title.hashes.suffix(4)))
    let mixed = (0..<6).map { round in title.hashes.map { StableHash.stirred($0 ^ UInt64(round)) }.min() }
    set(.firstPair, mixed[0], mixed[1])
    set(.secondPair, mixed[2], mixed[3])
    set(.thirdPair, mixed[4], mixed[5])
    set(.otherTitle, title.other.first.map { StableHash.of($0.letters) })
  }

  private mutating func addPlaceKeys(_ record: ComparedRecord) {
    let author = record.names.firstKey
    let year = record.year.map { UInt64(bitPattern: Int64($0)) }
    let volume = record.volume.number.map { UInt64(bitPattern: Int64($0)) }
    let page = record.pages.first.map { UInt64(bitPattern: Int64($0)) }
    let opening = record.title.hashes.isEmpty ? nil : Self.combined(record.title.hashes.prefix(2))
    set(.authorYear, author, year)
    set(.authorPage, author, page)
    set(.authorVolume, author, volume)
    set(.place, volume, page)
    set(.yearPage, year, page)
    set(.openingOfYear, opening, year)
    set(.journalOpening, opening, volume)
  }

  private static func combined(_ hashes: some Sequence<UInt64>) -> UInt64 {
    var hash = StableHash()
    for value in hashes { hash.combine(value) }
    return hash.value
  }
}

extension AbstractSketch {
  /// A key that abstracts of one text mostly share.
  var smallest: UInt64? { hashes.first }
}
