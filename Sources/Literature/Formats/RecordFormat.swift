/// A format in which programs and databases give records.
public enum RecordFormat: String, CaseIterable, Hashable, Sendable, Codable {
  case ris
  /// PubMed's own format, of files called `.nbib`.
  case medline = "nbib"
  /// Web of Science's plain text, of files called `.ciw` or `.txt`.
  case webOfScience = "ciw"
  /// Refer, of files called `.enw`.
  case refer = "enw"
  /// Tables with commas or semicolons.
  case csv
  /// Tables with tabs.
  case tsv
  case bibtex
  case endNoteXML = "endnote-xml"
  case pubMedXML = "pubmed-xml"
  case cslJSON = "csl-json"
  case openAlexJSON = "openalex-json"

  /// The word by which a person names the format.
  public var word: String { rawValue }

  /// What the format is called.
  public var name: String {
    switch self {
    case .ris: "RIS"
    case .medline: "MEDLINE (.nbib)"
    case .webOfScience: "Web of Science plain text"
    case .refer: "Refer (.enw)"
    case .csv: "CSV"
    case .tsv: "TSV"
    case .bibtex: "BibTeX"
    case .endNoteXML: "EndNote XML"
    case .pubMedXML: "PubMed XML"
    case .cslJSON: "CSL-JSON"
    case .openAlexJSON: "OpenAlex JSON"
    }
  }

  /// The endings of files that usually hold it, without the dot. They are never enough to tell a format by.
  public var extensions: [String] {
    switch self {
    case .ris: ["ris", "txt"]
    case .medline: ["nbib", "medline", "txt"]
    case .webOfScience: ["ciw", "isi", "txt"]
    case .refer: ["enw", "txt"]
    case .csv: ["csv", "txt"]
    case .tsv: ["tsv", "tab", "txt", "xls"]
    case .bibtex: ["bib", "bibtex", "txt"]
    case .endNoteXML, .pubMedXML: ["xml"]
    case .cslJSON, .openAlexJSON: ["json", "jsonl"]
    }
  }

  /// The format that a person names, by its word or another usual one, in any case.
  public init?(word: String) {
    let small = word.lowercased()
    let aliases: [String: RecordFormat] = [
      "medline": .medline, "pubmed": .medline, "wos": .webOfScience, "isi": .webOfScience, "refer": .refer,
      "bib": .bibtex, "endnote": .endNoteXML, "csl": .cslJSON, "json": .cslJSON, "openalex": .openAlexJSON,
    ]
    guard let format = RecordFormat(rawValue: small) ?? aliases[small] else { return nil }
    self = format
  }
}
