import Bibliography
import Literature
import TestSupport

/// Records of chance, in which any text that can be read may stand anywhere.
struct RandomTrees {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func list(_ count: Int) -> [Record] { (0..<count).map { record($0) } }

  private mutating func record(_ number: Int) -> Record {
    let types = ReferenceType.allCases
    var reference = Reference(
      id: random.pick(["\(number)", "r\(number)", "Å \(number)", text()]), type: random.pick(types))
    if reference.id.allSatisfy(\.isWhitespace) { reference.id = "\(number)" }
    reference.title = maybe { $0.text() }
    reference.authors = (0..<count(4)).map { _ in name() }
    reference.editors = (0..<count(2)).map { _ in name() }
    reference.issued =
      maybe { PartialDate(year: $0.random.pick([2021, 33, -44, 1998]), month: $0.random.pick([nil, 3])) }
      ?? nil
    if reference.issued != nil, count(4) == 0 { reference.issuedUntil = PartialDate(year: 2022) }
    if count(5) == 0 { reference.issuedDetails = [JSONField("season", .string(text()))] }
    reference.containerTitle = maybe { $0.text() }
    reference.volume = maybe { $0.random.pick(["12", $0.text()]) }
    reference.issue = maybe { $0.random.pick(["3", "1-2", $0.text()]) }
    reference.page = maybe { $0.random.pick(["1-2", "811–828", "E1-13", "185--274", $0.text()]) }
    reference.edition = maybe { $0.text() }
    reference.publisher = maybe { $0.text() }
    reference.publisherPlace = maybe { $0.text() }
    reference.doi = maybe {
      "10.1000/" + $0.random.pick(["a", "a_b%c", "(SICI)1<1:A>2.0.CO;2-#", "{x}", "x\\y"])
    }
    reference.url = maybe {
      "https://example.org/" + $0.random.pick(["a", "a_b?c=1&d=%20#e", "{x}", "x\\y", "~z--y"])
    }
    reference.otherFields = others()
    return filled(Record(reference: reference), number)
  }

  private mutating func filled(_ record: Record, _ number: Int) -> Record {
    var record = record
    record.abstract = maybe { $0.text() }
    record.keywords = (0..<count(4)).map { _ in random.pick(["trust", "a, b", "a; b", text()]) }
    record.notes = (0..<count(4)).map { _ in random.pick(["a note", "CSL: {\"title\": \"no\"}", text()]) }
    let kinds = RecordIdentifier.Kind.allCases
    record.identifiers = (0..<count(4)).map { _ in
      RecordIdentifier(random.pick(kinds), random.pick(["123", "1234-5679", "PMC1", text()]))
    }
    if count(3) == 0 {
      record.labels = [
        ScreeningLabel(
          field: "included", value: text(), decision: random.pick([nil, .included, .excluded]),
          stage: random.pick([nil, .fullText]), reviewer: maybe { $0.text() },
          isPrior: Bool.random(using: &random))
      ]
    }
    record.raw = (0..<count(4)).map { _ in
      RawField(
        random.pick(["C7", "groups", "title", "entrytype", "Usage-Count", text()]), text(), line: number)
    }
    record.origin = random.pick([nil, RecordOrigin(file: "a", format: .bibtex, line: 1, position: 1)])
    return record
  }

  private mutating func count(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  private mutating func maybe<Value>(_ make: (inout RandomTrees) -> Value) -> Value? {
    count(4) > 0 ? make(&self) : nil
  }

  /// Any text, even such as no reader lets through.
  private mutating func text() -> String {
    let made =
      switch count(3) {
      case 0: random.pick(NastyText.examples)
      case 1: NastyText.random(using: &random)
      default:
        random.pick([
          "A plain title", "Über {die} Berge", "}{", "\\LaTeX{}", "a -- b --- c", "''x'' ``y``", "@misc{x,",
          "R&D 5% $x_1$",
          "a~b^c<d>|e`", "\\{", "\"quoted\"", "a # b",
        ])
      }
    return made
  }

  private mutating func name() -> Name {
    if count(4) == 0 {
      return Name(literal: random.pick(["NHS England", "Health, Care", "others", "{x}", text()]))
    }
    var name = Name(family: random.pick(["Aunger", "de Weger", "and", "Smith, Sons", "Ó Briain", text()]))
    name.given = maybe { $0.random.pick(["J. A.", "Ana and Eva", $0.text()]) }
    if count(4) == 0 { name.nonDroppingParticle = random.pick(["van der", text()]) }
    if count(6) == 0 { name.droppingParticle = "de" }
    if count(5) == 0 { name.suffix = random.pick(["Jr", text()]) }
    if count(9) == 0 { name.otherFields = [JSONField("comma-suffix", .bool(true))] }
    return name
  }

  private mutating func others() -> [JSONField] {
    [
      "language", "collection-title", "title-short", "genre", "number", "ISSN", "accessed", "custom",
      "unheard-of",
    ]
    .compactMap { name in
      guard count(4) == 0 else { return nil }
      let value: JSONValue =
        switch count(5) {
        case 0: .number("12")
        case 1: .object([JSONField("a", .string(text())), JSONField("realist", .string("CSL: {}"))])
        case 2: .array([.null, .string(text())])
        default: .string(text())
        }
      return JSONField(name, value)
    }
  }
}
