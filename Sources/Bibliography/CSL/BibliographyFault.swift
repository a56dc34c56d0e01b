/// One thing that is wrong with a bibliographic file: what, where, and what to do.
public struct BibliographyFault: Hashable, Sendable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// The file is larger than is read.
    case tooLarge
    /// The bytes are not UTF-8.
    case notText
    /// The text is not JSON.
    case notJSON
    /// The JSON is not a list of records.
    case notRecords
    /// A field that every record needs isn't there.
    case missingField
    /// A field holds a value of another type than CSL gives it.
    case wrongType
    /// A field's value has the right type and can't be right.
    case wrongValue
    /// Two records have one id.
    case duplicateID
    /// A field stands twice in one object.
    case repeatedField
  }

  /// What kind of fault it is.
  public let kind: Kind
  /// The file, as the reader was told to call it.
  public let file: String
  /// The line, counted from 1, where the fault has one.
  public let line: Int?
  /// The place of the record in the list, counted from 1.
  public let record: Int?
  /// The record's id, where it could be read.
  public let id: String?
  /// The field, such as `issued` or `author 2, family`.
  public let field: String?
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  /// The fault on one line: `references.json:12: record 3 ("14"), field "DOI": …`.
  public var description: String {
    var place = file + (line.map { ":\($0)" } ?? "")
    if let record {
      place += ": record \(record)" + (id.map { " (\"\(Self.shortened($0))\")" } ?? "")
    }
    if let field { place += (record == nil ? ": " : ", ") + "field \"\(Self.shortened(field))\"" }
    return "\(place): \(problem). \(remedy)"
  }

  /// A value from the file, short enough for a message.
  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}

/// All that is wrong with a bibliographic file.
public struct BibliographyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults in the file's order; at most ``mostFaults``.
  public let faults: [BibliographyFault]
  /// How many more there are.
  public let leftOut: Int

  /// As many faults as are kept: more help nobody, and a hostile file could hold millions.
  public static let mostFaults = 1000

  /// The error of these faults, the surplus counted.
  public init(_ faults: [BibliographyFault]) {
    self.faults = Array(faults.prefix(Self.mostFaults))
    self.leftOut = max(0, faults.count - Self.mostFaults)
  }

  /// One fault a line.
  public var description: String {
    let more = leftOut == 0 ? [] : ["… and \(leftOut) more faults."]
    return (faults.map(\.description) + more).joined(separator: "\n")
  }
}
