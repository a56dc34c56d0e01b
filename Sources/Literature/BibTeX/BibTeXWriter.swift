import Bibliography

/// Writes BibTeX: an entry for each record, in UTF-8, texts escaped for TeX.
///
/// Fields that were kept raw from a BibTeX file are written as they were. What all this gives back otherwise stands in a
/// ``RecordCarrier``, in the field `annote`.
public struct BibTeXWriter: RecordWriter {
  /// The keys that are taken, in small letters, since BibTeX doesn't tell capitals from them; each with the number to try
  /// next for another one like it.
  private var keys: [String: Int] = [:]
  private var isFirst = true
  /// What reading back counts, and nobody reads.
  private var unread = LossReport(file: "", format: .bibtex)

  /// A writer.
  public init() {}

  /// Writes a record.
  public mutating func write(_ record: Record, to bytes: inout [UInt8]) {
    let key = key(of: record)
    var entry = Self.entry(of: record, key: key, withRaw: true)
    var readBack = read(entry)
    if let back = readBack, back.raw != record.withoutOrigin.raw {
      entry = Self.entry(of: record, key: key, withRaw: false)
      readBack = read(entry)
    }
    let empty = Record(reference: Reference(id: "", type: .document))
    if let carrier = RecordCarrier.line(for: record, readBack: readBack ?? empty) {
      entry.addCarrier(carrier)
    }
    if !isFirst { bytes.append(0x0A) }
    isFirst = false
    bytes.append(contentsOf: entry.text.utf8)
  }

  private mutating func key(of record: Record) -> String {
    let wanted = record.reference.citationKey
    var key = wanted
    while let number = keys[key.lowercased()] {
      // Only the one that is wanted counts on, so that a key that stands a million times is looked for once each.
      let next = keys[wanted.lowercased()] ?? number
      keys[wanted.lowercased()] = next + 1
      key = "\(wanted)::\(next)"
    }
    keys[key.lowercased()] = 2
    return key
  }

  /// What reading an entry gives.
  private mutating func read(_ entry: Bibliography.BibTeXEntry) -> Record? {
    let text = entry.text.dropLast()
    var parser = BibTeXEntryParser(
      Array(text.utf8)[...], line: 1, abbreviations: BibTeXAbbreviations(), limits: ReadingLimits())
    let word = text.dropFirst().prefix { $0 != "{" }
    guard let parsed = try? parser.entry(type: String(word)) else { return nil }
    return BibTeXReader.record(parsed, in: &unread).withoutOrigin
  }

  // MARK: One entry

  private static let names: [RecordIdentifier.Kind: String] = [
    .issn: "issn", .isbn: "isbn", .pmid: "pmid", .pmcid: "pmcid", .webOfScience: "unique-id",
    .arxiv: "eprint",
  ]

  /// Numbers of one kind stand together, kinds in the order in which they come.
  private static func add(_ identifiers: [RecordIdentifier], to entry: inout Bibliography.BibTeXEntry) {
    var written: Set<RecordIdentifier.Kind> = []
    for kind in identifiers.map(\.kind) where written.insert(kind).inserted {
      guard let field = names[kind] else { continue }
      let numbers = identifiers.filter { $0.kind == kind }.map(\.value)
      // Only serials and books have several numbers.
      let isList = kind == .issn || kind == .isbn
      entry.add(field, text: isList ? numbers.joined(separator: ", ") : numbers[0])
      if kind == .arxiv { entry.add("eprinttype", text: "arXiv") }
    }
  }

  private static func entry(of record: Record, key: String, withRaw: Bool) -> Bibliography.BibTeXEntry {
    let isOwn = withRaw && record.origin?.format == .bibtex
    let word = isOwn ? word(in: record.raw) : nil
    var reference = record.reference
    // What looks like a carrier would be taken for one.
    if let note = reference.note, RecordCarrier.isLine(LineText(note).written) { reference.note = nil }
    var entry = Bibliography.BibTeXEntry(
      reference, key: key, keywords: record.keywords, isCarried: false, word: word)
    if let abstract = record.abstract { entry.add("abstract", text: abstract) }
    add(record.identifiers, to: &entry)
    let notes = record.notes.filter { !RecordCarrier.isLine(LineText($0).written) }
    if let first = notes.first { entry.add("note", text: first) }
    // A second field of one name is lost on other programs.
    if notes.count > 1 { entry.add("annotation", text: notes.dropFirst().joined(separator: "; ")) }
    guard isOwn else { return entry }
    for field in record.raw where isName(field.name) && field.name != BibTeXFilling.typeField {
      if !holdsEntry(field.value) { entry.add(field.name, verbatim: field.value.withoutControls) }
    }
    return entry
  }

  /// The word of an entry's type that was kept from its file.
  private static func word(in raw: [RawField]) -> String? {
    guard let word = raw.first(where: { $0.name == BibTeXFilling.typeField })?.value,
      !["string", "comment", "preamble"].contains(word), (1...40).contains(word.utf8.count),
      word.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    return word
  }

  /// Whether a line in it would be taken for the beginning of another entry.
  private static func holdsEntry(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { $0.trimmed.hasPrefix("@") }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, BibTeXScanner.isLetter(first) else { return false }
    return name.utf8.allSatisfy { BibTeXScanner.isWord($0) || "-_.()".utf8.contains($0) }
  }
}
