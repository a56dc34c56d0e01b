/// Writes records in one format, one after another.
public protocol RecordWriter {
  /// Writes what stands before the first record.
  mutating func begin(_ bytes: inout [UInt8])
  /// Writes a record, so that reading it gives the same record: what the format has no place for goes into a
  /// ``RecordCarrier``.
  mutating func write(_ record: Record, to bytes: inout [UInt8])
  /// Writes what stands behind the last record.
  mutating func end(_ bytes: inout [UInt8])
}

extension RecordWriter {
  /// Writes nothing.
  public mutating func begin(_ bytes: inout [UInt8]) {}
  /// Writes nothing.
  public mutating func end(_ bytes: inout [UInt8]) {}
}

extension RecordFormat {
  /// What writes the format; `nil` where nothing does.
  public var writer: (any RecordWriter)? {
    switch self {
    case .ris: RISWriter()
    case .csv: CSVWriter()
    case .medline: MedlineWriter()
    case .bibtex: nil
    case .cslJSON: nil
    case .tsv, .webOfScience, .refer, .endNoteXML, .pubMedXML, .openAlexJSON: nil
    }
  }
}
