import Bibliography

/// A record of EndNote's XML, whose texts stand in `<style>` elements or not.
struct EndNoteRecord: XMLRecordMap {
  static let recordNames: Set<String> = ["record"]

  private(set) var draft: RecordDraft

  init(_ record: XMLElement, in report: inout LossReport) {
    let word = record.first("ref-type").map(Self.typeWord) ?? ""
    let type = Self.types[word.lowercased()] ?? ReferenceType(word: word)
    draft = RecordDraft(type: type ?? .document)
    for element in record.elements {
      switch element.name {
      case "ref-type":
        if type == nil || type == .document && word.lowercased() != "generic" {
          draft.keep(word, name: "ref-type", line: element.line, in: &report)
        } else {
          report.mapped.count("ref-type", line: element.line)
        }
      case "contributors": takePeople(element, in: &report)
      case "titles": takeTitles(element, in: &report)
      case "dates": takeDates(element, in: &report)
      case "urls": takeAddresses(element, in: &report)
      case "keywords":
        for keyword in element.elements where keyword.name == "keyword" { takeKeyword(keyword, in: &report) }
      case "periodical", "alt-periodical": break
      default: take(element, in: &report)
      }
    }
    // The title of the journal stands in two places; that among the titles comes first.
    for element in record.elements where element.name == "periodical" || element.name == "alt-periodical" {
      takePeriodical(element, in: &report)
    }
  }

  // MARK: Type

  private static func typeWord(_ element: XMLElement) -> String {
    element.attribute("name") ?? numbers[element.flatText] ?? element.flatText
  }

  /// EndNote's own numbers, for files that give no names.
  private static let numbers: [String: String] = [
    "17": "Journal Article", "6": "Book", "5": "Book Section", "10": "Conference Proceedings",
    "47": "Conference Paper", "32": "Thesis", "27": "Report", "12": "Web Page", "13": "Generic",
    "19": "Magazine Article", "23": "Newspaper Article", "28": "Edited Book", "43": "Electronic Article",
    "44": "Electronic Book", "34": "Unpublished Work", "36": "Manuscript", "25": "Patent",
    "46": "Government Document",
    "9": "Computer Program", "7": "Case", "31": "Statute", "59": "Dataset", "60": "Electronic Book Section",
  ]

  /// Kinds of EndNote's that other programs have no word for.
  private static let types: [String: ReferenceType] = [
    "online multimedia": .webpage, "blog": .postWeblog, "online database": .dataset,
    "aggregated database": .dataset, "legal rule or regulation": .regulation,
    "film or broadcast": .motionPicture,
    "music": .song, "personal communication": .personalCommunication, "classical work": .classic,
    "ancient text": .classic, "discussion forum": .post, "press release": .document,
    "electronic book section": .chapter,
  ]

  // MARK: People and titles

  private mutating func takePeople(_ element: XMLElement, in report: inout LossReport) {
    for group in element.elements {
      for person in group.elements {
        let text = person.flatText
        guard !text.isEmpty else { continue }
        switch group.name {
        case "authors": takeAuthor(text, person, in: &report)
        case "secondary-authors":
          if hasEditors {
            draft.record.reference.editors.append(Self.name(text))
            report.mapped.count("secondary-author", line: person.line)
          } else {
            draft.keep(text, name: "secondary-author", line: person.line, in: &report)
          }
        case "translated-authors":
          _ = draft.takeName(text, as: "translator")
          report.mapped.count("translated-author", line: person.line)
        default: draft.keep(text, name: String(group.name.dropLast()), line: person.line, in: &report)
        }
      }
    }
  }

  /// Whether the second names are those of editors: those of a thesis are its advisers'.
  private var hasEditors: Bool { draft.record.reference.type != .thesis }

  private mutating func takeAuthor(_ text: String, _ person: XMLElement, in report: inout LossReport) {
    if text.hasSuffix(",") {
      draft.record.reference.authors.append(Self.name(text))
    } else {
      _ = draft.take(.author, text)
    }
    report.mapped.count("author", line: person.line)
  }

  /// A comma at the end says that the name is a body's, which has no other parts.
  private static func name(_ text: String) -> Name {
    guard text.hasSuffix(",") else { return NameText.name(text) }
    return Name(literal: text.dropLast().trimmed)
  }

  private mutating func takeTitles(_ element: XMLElement, in report: inout LossReport) {
    let isPart = draft.record.reference.type.isPart
    for title in element.elements {
      switch title.name {
      case "title": draft.put(title, as: .title, in: &report)
      case "secondary-title": draft.put(title, as: isPart ? .container : .other(.collection), in: &report)
      case "alt-title": draft.put(title, as: .containerShort, in: &report)
      case "short-title": draft.put(title, as: .other(.shortTitle), in: &report)
      case "translated-title": draft.keep(title, in: &report)
      case "tertiary-title": draft.put(title, as: .other(.collection), in: &report)
      default: draft.keep(title, in: &report)
      }
    }
  }

  private mutating func takePeriodical(_ element: XMLElement, in report: inout LossReport) {
    for title in element.elements {
      let name = "\(element.name)/\(title.name)"
      if title.name == "full-title", element.name == "periodical" {
        draft.put(title, as: .container, name: name, in: &report)
      } else if title.name.hasPrefix("abbr") || title.name == "full-title" {
        draft.put(title, as: .containerShort, name: name, in: &report)
      } else {
        draft.keep(title, name: name, in: &report)
      }
    }
  }

  // MARK: The rest

  private mutating func takeDates(_ element: XMLElement, in report: inout LossReport) {
    if let year = element.first("year") { draft.put(year, as: .year, in: &report) }
    for part in element.elements where part.name != "year" {
      guard part.name == "pub-dates" else {
        draft.keep(part, name: "dates/\(part.name)", in: &report)
        continue
      }
      for date in part.elements { draft.put(date, as: .date, name: "pub-date", in: &report) }
    }
  }

  private mutating func takeAddresses(_ element: XMLElement, in report: inout LossReport) {
    for group in element.elements {
      for address in group.elements {
        for line in address.lines {
          if group.name == "related-urls" || group.name == "web-urls" {
            draft.put(line, as: .url, name: "url", line: address.line, in: &report)
          } else {
            draft.keep(line, name: group.name, line: address.line, in: &report)
          }
        }
      }
    }
  }

  /// Some programs put all keywords into one element, a line each.
  private mutating func takeKeyword(_ element: XMLElement, in report: inout LossReport) {
    for line in element.lines {
      let meaning: FieldMeaning = line.contains(";") ? .keywords : .keyword
      draft.put(
        line.split(separator: " ").joined(separator: " "), as: meaning, name: "keyword", line: element.line,
        in: &report)
    }
  }

  private static let meanings: [String: FieldMeaning] = [
    "rec-number": .key, "pages": .pages, "volume": .volume, "number": .issue, "edition": .edition,
    "publisher": .publisher, "pub-location": .place, "isbn": .serial, "electronic-resource-num": .doi,
    "abstract": .abstract, "notes": .note, "research-notes": .note, "language": .other(.language),
    "work-type": .other(.genre), "call-num": .other(.callNumber), "section": .other(.section),
    "num-vols": .other(.volumes), "remote-database-name": .other(.source),
    "accession-num": .identifier(.accession),
  ]

  private mutating func take(_ element: XMLElement, in report: inout LossReport) {
    guard let meaning = Self.meanings[element.name] else {
      // EndNote's own import puts PubMed Central's number here.
      if element.name == "custom2", element.text.trimmed.hasPrefix("PMC") {
        return draft.put(element, as: .identifier(.pmcid), in: &report)
      }
      return draft.keep(element, in: &report)
    }
    switch meaning {
    case .pages:
      let text = element.flatText
      draft.put(PageText.plain(text), as: .pages, name: element.name, line: element.line, in: &report)
    case .issue where [.report, .patent, .standard].contains(draft.record.reference.type):
      draft.put(element, as: .other(.number), in: &report)
    case .note:
      let text = element.lines.joined(separator: "\n")
      draft.put(text, as: .note, name: element.name, line: element.line, in: &report)
    default: draft.put(element, as: meaning, in: &report)
    }
  }
}
