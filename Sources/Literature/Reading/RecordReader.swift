/// Reads the records of one format.
public protocol RecordReader: Sendable {
  /// Reads a whole source, and hands over each record as soon as it is complete.
  ///
  /// A reader holds one record at a time, never the file. What can't be read is refused in the report, and reading goes
  /// on behind it: no source may make a reader trap or stop without saying so. Every record that begins is counted as
  /// read or as refused.
  ///
  /// - Parameters:
  ///   - source: the bytes, always valid UTF-8 without a mark at their start.
  ///   - report: what became of each field; its `records` are counted by ``LossReport/took(line:)``.
  ///   - each: takes a record; an error that it throws ends the reading.
  /// - Throws: ``RecordFileError`` where the source can't be read further, or what `each` throws.
  func read(
    _ source: ByteSource, into report: inout LossReport, each: (Record) throws -> Void) throws
}

extension RecordFormat {
  /// What reads the format.
  ///
  /// - Parameter limits: how much is held in memory at once.
  public func reader(limits: ReadingLimits = ReadingLimits()) -> (any RecordReader)? {
    switch self {
    case .csv, .tsv: TableReader(limits: limits)
    case .ris: TaggedReader(dialect: RISDialect(), limits: limits)
    case .medline: TaggedReader(dialect: MedlineDialect(), limits: limits)
    case .webOfScience: TaggedReader(dialect: WebOfScienceDialect(), limits: limits)
    case .refer: TaggedReader(dialect: ReferDialect(), limits: limits)
    case .bibtex: BibTeXReader(limits: limits)
    case .endNoteXML: XMLRecordReader<EndNoteRecord>(limits: limits)
    case .pubMedXML: XMLRecordReader<PubMedRecord>(limits: limits)
    case .cslJSON: JSONRecordReader(limits: limits)
    case .openAlexJSON: JSONRecordReader(limits: limits)
    }
  }
}
