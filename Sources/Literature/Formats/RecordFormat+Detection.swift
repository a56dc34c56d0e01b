extension RecordFormat {
  /// The format of a file that begins so; `nil` where it is none of these.
  ///
  /// The content decides: files are often named after a format that they don't have. The name only decides between
  /// formats that the content leaves open.
  ///
  /// - Parameters:
  ///   - head: the first bytes, as UTF-8 without a mark; 64 KB are enough.
  ///   - name: what the file is called.
  public init?(of head: ArraySlice<UInt8>, named name: String = "") {
    let text = head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    switch text.first {
    case nil: return nil
    case UInt8(ascii: "<"):
      guard let format = Self.xml(text) else { return nil }
      self = format
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let format = Self.json(text) ?? Self.lines(text) else { return nil }
      self = format
    default:
      guard let format = Self.lines(text) else { return nil }
      self = format
    }
  }

  private static func xml(_ text: ArraySlice<UInt8>) -> RecordFormat? {
    let head = String(decoding: text, as: UTF8.self)
    if head.contains("<PubmedArticle") || head.contains("<PubmedBookArticle")
      || head.contains("<MedlineCitation")
    {
      return .pubMedXML
    }
    if head.contains("<records") || head.contains("<record>") { return .endNoteXML }
    return nil
  }

  private static func json(_ text: ArraySlice<UInt8>) -> RecordFormat? {
    var rest = text.dropFirst().drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    // Something that JSON may have after its opening bracket.
    guard let next = rest.popFirst(), "\"{}][".utf8.contains(next) else { return nil }
    let head = String(decoding: text, as: UTF8.self)
    // Names of fields, with what stands around them: within a text, such as a carrier's, their quotes are escaped.
    let signs = [
      "\"abstract_inverted_index\":", "\"display_name\":", "\"authorships\":",
      "\"id\": \"https://openalex.org/", "\"id\":\"https://openalex.org/",
    ]
    return signs.contains { head.contains($0) } ? .openAlexJSON : .cslJSON
  }

  /// The format of text in lines: the first line that only one format can have decides.
  private static func lines(_ text: ArraySlice<UInt8>) -> RecordFormat? {
    var first: ArraySlice<UInt8>?
    var count = 0
    for line in text.split(maxSplits: 400, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      count += 1
      // Where `split` gave up, the rest is no line.
      guard count <= 400 else { break }
      if let format = format(ofLine: line) { return format }
      if first == nil, line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { first = line }
      // A heading with names of columns wins over what its cells may look like.
      if count == 1, let format = TableHeading.format(of: text) { return format }
    }
    return TableHeading.format(of: text, isLoose: true)
  }

  private static func format(ofLine line: ArraySlice<UInt8>) -> RecordFormat? {
    var line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    let trimmed = line.drop { $0 == 0x20 || $0 == 0x09 }
    if trimmed.first == UInt8(ascii: "@"), isBibTeXEntry(trimmed) { return .bibtex }
    if TaggedLine.isRISStart(trimmed) { return .ris }
    if TaggedLine.isMedlineStart(line) { return .medline }
    if TaggedLine.isWebOfScienceStart(line) { return .webOfScience }
    if TaggedLine.isReferStart(line) { return .refer }
    return nil
  }

  /// `@article{key,` and the like.
  private static func isBibTeXEntry(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.dropFirst().prefix { (0x41...0x5A).contains($0 & 0xDF) }
    let rest = line.dropFirst(1 + word.count).drop { $0 == 0x20 || $0 == 0x09 }
    return word.count > 2 && (rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "("))
  }
}
