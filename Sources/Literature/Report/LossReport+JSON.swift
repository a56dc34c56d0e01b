extension LossReport: Codable {
  private enum Key: String, CodingKey {
    case file, format, encoding, records, begun, mapped, raw, repaired, refused, strayLines, strays
  }

  /// Writes the report as data.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(file, forKey: .file)
    try fields.encode(format, forKey: .format)
    try fields.encode(encoding, forKey: .encoding)
    try fields.encode(begun, forKey: .begun)
    try fields.encode(records, forKey: .records)
    try fields.encode(mapped.entries, forKey: .mapped)
    try fields.encode(raw.entries, forKey: .raw)
    try fields.encode(repaired, forKey: .repaired)
    try fields.encode(refused, forKey: .refused)
    try fields.encode(strayLines, forKey: .strayLines)
    try fields.encode(strays, forKey: .strays)
  }

  /// Reads a report that was written as data.
  ///
  /// - Throws: `DecodingError` where it isn't one.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      file: try fields.decode(String.self, forKey: .file),
      format: try fields.decode(RecordFormat.self, forKey: .format))
    let limits = ReadingLimits()
    restore(
      encoding: try fields.decode(TextEncoding.self, forKey: .encoding),
      records: try fields.decode(Int.self, forKey: .records),
      repaired: try fields.decode(Entries.self, forKey: .repaired),
      refused: try fields.decode(Entries.self, forKey: .refused),
      strayLines: try fields.decode(Int.self, forKey: .strayLines),
      strays: try fields.decode([Entry].self, forKey: .strays))
    mapped = FieldTally(
      try fields.decode([FieldTally.Entry].self, forKey: .mapped), mostNames: limits.mostFieldNames)
    raw = FieldTally(
      try fields.decode([FieldTally.Entry].self, forKey: .raw), mostNames: limits.mostFieldNames)
  }
}
