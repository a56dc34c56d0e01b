public import Bibliography

/// References of chance, in which any text may stand anywhere.
public struct RandomReferences: Sendable {
  private var random: SplitMix64

  /// References that follow from a seed.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A list of so many references, with every type of CSL in it where there are enough.
  ///
  /// - Throws: an error where two have one id.
  public mutating func list(_ count: Int) throws -> ReferenceList {
    try ReferenceList((0..<count).map { reference($0) })
  }

  /// A reference; its number decides its type.
  public mutating func reference(_ number: Int) -> Reference {
    let types = ReferenceType.allCases
    var reference = Reference(
      id: Bool.random(using: &random) ? "\(number)" : "r\(number)" + (maybe { $0.text() } ?? ""),
      type: types[number % types.count])
    reference.title = maybe { $0.text() }
    reference.authors = (0..<Int.random(in: 0...3, using: &random)).map { _ in name() }
    reference.editors = (0..<Int.random(in: 0...2, using: &random)).map { _ in name() }
    reference.issued = maybe { $0.date() } ?? nil
    if reference.issued != nil { reference.issuedUntil = maybe { $0.date() } ?? nil }
    reference.issuedDetails = number.isMultiple(of: 7) ? [JSONField("season", .string(text()))] : []
    reference.containerTitle = maybe { $0.text() }
    reference.volume = maybe { $0.text() }
    reference.issue = maybe { $0.text() }
    reference.page = maybe { $0.page() }
    reference.edition = maybe { $0.text() }
    reference.publisher = maybe { $0.text() }
    reference.publisherPlace = maybe { $0.text() }
    reference.doi = maybe {
      "10.1000/" + $0.random.pick(["a", "a_b%c", "(SICI)1<1:A>2.0.CO;2-#", "{x}", "x\\y"])
    }
    reference.url = maybe {
      "https://example.org/" + $0.random.pick(["a", "a_b?c=1&d=%20#e", "{x}", "x\\y", "~z"])
    }
    reference.note = maybe { $0.random.pick([$0.text(), "CSL: {\"title\": \"no\"}", "CSL:"]) }
    reference.otherFields = others()
    return reference
  }

  private mutating func maybe<Value>(_ make: (inout RandomReferences) -> Value) -> Value? {
    Int.random(in: 0...3, using: &random) > 0 ? make(&self) : nil
  }

  /// Any text, nasty ones among them.
  public mutating func text() -> String {
    switch Int.random(in: 0...3, using: &random) {
    case 0: random.pick(NastyText.examples)
    case 1: NastyText.random(using: &random)
    case 2:
      random.pick(["", "A plain title", "Trust & faith in the NHS: 100% {a} and b", "TY  - JOUR", "ER  - "])
    default:
      random.pick([
        "Über die Berge", "What {we} know", "}{", "\\LaTeX{}", "a -- b --- c", "''x''", "@misc{x,",
      ])
    }
  }

  private mutating func page() -> String {
    random.pick(["1-2", "811–828", "E1-13", "m1932", "185--274", "1, 3-4", "-", " 3-4 ", "", text()])
  }

  private mutating func date() -> PartialDate? {
    let year = random.pick([2021, 1998, 33, -44, 9999])
    let month = maybe { Int.random(in: 1...12, using: &$0.random) }
    let day = month == nil ? nil : maybe { Int.random(in: 1...28, using: &$0.random) }
    return PartialDate(year: year, month: month, day: day)
  }

  private mutating func name() -> Name {
    if Int.random(in: 0...3, using: &random) == 0 {
      return Name(
        literal: random.pick(["NHS England", "Health, Social Care and Housing", "others", "{x}", text()]))
    }
    var name = Name(
      family: random.pick(["Aunger", "de Weger", "García de León", "and", "Smith, Sons", "Ó Briain", text()]))
    name.given = maybe { $0.random.pick(["J. A.", "Ana and Eva", "J, A", $0.text()]) }
    name.nonDroppingParticle = number(of: 4) == 0 ? random.pick(["van der", "Van", "von", text()]) : nil
    name.droppingParticle = number(of: 6) == 0 ? random.pick(["de", text()]) : nil
    name.suffix = number(of: 4) == 0 ? random.pick(["Jr", "III, MD", text()]) : nil
    if number(of: 9) == 0 { name.otherFields = [JSONField("comma-suffix", .bool(true))] }
    return name
  }

  private mutating func number(of sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  private mutating func others() -> [JSONField] {
    let names = [
      "abstract", "language", "collection-title", "title-short", "container-title-short", "genre", "number",
      "ISSN",
      "ISBN", "PMID", "PMCID", "number-of-pages", "keyword", "section", "accessed", "custom", "unheard-of",
    ]
    return names.compactMap { name in
      guard number(of: 3) == 0 else { return nil }
      switch number(of: 6) {
      case 0: return JSONField(name, .number("12"))
      case 1: return JSONField(name, .object([JSONField("a", .string(text())), JSONField("b", .null)]))
      case 2:
        return JSONField(name, .string(random.pick(["1234-5678", "978-3-16-148410-0", "a, b, c", "a,b"])))
      default: return JSONField(name, .string(text()))
      }
    }
  }
}
