extension RecordReader {
  /// Reads the date of appearance: `{"date-parts": [[2021, 3, 8]]}`, or an ISO date in a text.
  mutating func readIssued(_ field: LocatedField?, into reference: inout Reference) {
    guard let field else { return }
    switch field.value.content {
    case .string(let text):
      if let date = PartialDate(iso: text) {
        reference.issued = date
      } else {
        // CSL takes any date of EDTF here; beyond plain dates it is kept and not interpreted.
        reference.issuedDetails = [JSONField("edtf", .string(text))]
      }
    case .object(let members):
      var fields = RecordFields(members)
      let dates = dates(fields.take("date-parts"))
      reference.issued = dates.first
      reference.issuedUntil = dates.dropFirst().first
      reference.issuedDetails = fields.rest
    default:
      wrongType(field.value, field: field.name, expected: "a date is {\"date-parts\": [[year, month, day]]}")
    }
  }

  private mutating func dates(_ field: LocatedField?) -> [PartialDate] {
    guard let field else { return [] }
    guard case .array(let elements) = field.value.content, (1...2).contains(elements.count) else {
      wrongType(
        field.value, field: "issued, date-parts",
        expected: "it is a list of one date, or of a first and a last one")
      return []
    }
    return elements.compactMap { date($0) }
  }

  private mutating func date(_ element: LocatedValue) -> PartialDate? {
    guard case .array(let parts) = element.content else {
      wrongType(element, field: "issued, date-parts", expected: "a date is a list [year, month, day]")
      return nil
    }
    let numbers = parts.map(Self.wholeNumber)
    guard let date = PartialDate(parts: numbers.compactMap { $0 }), !numbers.contains(nil) else {
      report(
        .wrongValue, line: element.line, field: "issued, date-parts",
        problem: "\(BibliographyFault.shortened(element.value.compactText)) is no date",
        remedy: "Write whole numbers: [year], [year, month] or [year, month, day].")
      return nil
    }
    return date
  }

  private static func wholeNumber(_ value: LocatedValue) -> Int? {
    switch value.content {
    case .number(let spelling), .string(let spelling): Int(spelling)
    default: nil
    }
  }
}

extension PartialDate {
  /// The date of "2021", "2021-03" or "2021-03-08".
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
      return nil
    }
    let numbers = parts.compactMap { $0.allSatisfy(\.isWholeNumber) ? Int($0) : nil }
    guard numbers.count == parts.count else { return nil }
    self.init(parts: numbers)
  }
}
