import Bibliography

extension PubMedRecord {
  /// The people and bodies of a list; what is said of them besides their names is kept raw.
  mutating func takePeople(_ list: XMLElement, in report: inout LossReport) {
    let areEditors = list.attribute("Type") == "editors"
    for element in list.elements {
      guard element.name == "Author", let name = Self.name(element) else {
        draft.keep(element, in: &report)
        continue
      }
      if areEditors {
        _ = draft.take(editors: [name])
      } else if isAuthor(name) {
        draft.record.reference.authors.append(name)
      }
      report.mapped.count(areEditors ? "Editor" : element.name, line: element.line)
      keepRest(of: element, name: name, in: &report)
    }
    if list.attribute("CompleteYN") == "N" { _ = draft.take(.author, "et al.") }
  }

  /// A book's authors are given with the book and with its document.
  private func isAuthor(_ name: Name) -> Bool {
    let authors = draft.record.reference.authors
    return draft.record.reference.type != .book || authors.count > 500 || !authors.contains(name)
  }

  private static func name(_ element: XMLElement) -> Name? {
    func text(_ part: String) -> String? {
      element.first(part).map(\.flatText).flatMap { $0.isEmpty ? nil : $0 }
    }
    if let body = text("CollectiveName") { return Name(literal: body) }
    guard let family = text("LastName") else { return text("ForeName").map { Name(literal: $0) } }
    return Name(family: family, given: text("ForeName") ?? text("Initials"), suffix: text("Suffix"))
  }

  /// Keeps affiliations, numbers of persons and the like, each after the name of whose it is.
  private mutating func keepRest(of element: XMLElement, name: Name, in report: inout LossReport) {
    for part in element.elements {
      switch part.name {
      case "LastName", "ForeName", "Suffix", "CollectiveName": break
      case "Initials":
        let initials = part.flatText
        if !(name.given ?? "").hasInitials(initials) { keep(initials, of: name, part, in: &report) }
      case "AffiliationInfo":
        for inner in part.elements { keep(inner.told, of: name, inner, in: &report) }
      default: keep(part.told, of: name, part, in: &report)
      }
    }
    for attribute in element.attributes where attribute != XMLAttribute(name: "ValidYN", value: "Y") {
      draft.keep(
        "\(name.listForm): \(attribute.value)", name: "Author \(attribute.name)", line: element.line,
        in: &report)
    }
  }

  private mutating func keep(
    _ text: String, of name: Name, _ element: XMLElement, in report: inout LossReport
  ) {
    draft.keep("\(name.listForm): \(text)", name: element.name, line: element.line, in: &report)
  }

  // MARK: Dates

  private static let seasons: Set<String> = ["spring", "summer", "autumn", "fall", "winter"]

  /// A date in parts, or as a text such as `2019 Jan-Feb`. The first that has a year is that of the issue.
  mutating func takeDate(_ element: XMLElement, in report: inout LossReport) {
    let parts = element.elements.map { ($0.name, $0.flatText) }
    let isFirst = draft.record.reference.issued == nil && draft.record.reference.issuedDetails.isEmpty
    guard isFirst, let text = Self.dateText(parts) else {
      return draft.keep(
        parts.map(\.1).joined(separator: " "), name: element.name, line: element.line, in: &report)
    }
    draft.put(text, as: .year, name: element.name, line: element.line, in: &report)
  }

  private static func dateText(_ parts: [(String, String)]) -> String? {
    func text(_ name: String) -> String? { parts.first { $0.0 == name }?.1 }
    if let text = text("MedlineDate") { return text }
    guard let year = text("Year") else { return nil }
    return [year, text("Month"), text("Day"), text("Season")].compactMap { $0 }.joined(separator: " ")
  }
}

extension XMLElement {
  /// The element's text, after what its attribute `Source` says.
  fileprivate var told: String {
    attribute("Source").map { "\($0) \(flatText)" } ?? flatText
  }
}

extension String {
  /// Whether initials, such as "JA", are those of given names, such as "John A".
  fileprivate func hasInitials(_ initials: String) -> Bool {
    let first = split { $0 == " " || $0 == "-" || $0 == "." }.compactMap(\.first)
    let wanted = initials.filter(\.isLetter)
    return self == initials || String(first).uppercased() == wanted.uppercased()
  }
}
