extension LossReport: Encodable {
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
}
