/// A file of records, or its bytes, whatever its format.
public struct RecordFile: Sendable {
  /// As many bytes of a file as its format is told by.
  static let headSize = 64 * 1024

  /// How much is held in memory at once.
  public var limits: ReadingLimits
  /// The format, where a person says which; else it is told by the content.
  public var format: RecordFormat?

  /// Reads files of this format, or of any.
  public init(format: RecordFormat? = nil, limits: ReadingLimits = ReadingLimits()) {
    self.format = format
    self.limits = limits
  }

  /// Reads a source, record by record, in memory that doesn't grow with the file.
  ///
  /// - Parameters:
  ///   - source: where the bytes come from.
  ///   - each: takes a record; an error that it throws ends the reading.
  /// - Returns: what became of everything that the file holds.
  /// - Throws: ``RecordFileError`` where the file can't be used: binary, of no known format, or without a record; or what
  ///   `each` throws.
  public func read(_ source: ByteSource, each: (Record) throws -> Void) throws -> LossReport {
    let head = try source.peek(Self.headSize)
    if let binary = BinaryKind(of: head) { throw RecordFileError(source.name, .binary(binary)) }
    guard let format = format ?? RecordFormat(of: head, named: source.name) else {
      // A text may hold a zero by accident; what has one and no format is no text.
      let isText = !head.contains(0)
      let isEmpty = head.allSatisfy(Self.isBlank)
      throw RecordFileError(source.name, isEmpty ? .empty : isText ? .unknownFormat : .binary(.other))
    }
    guard let reader = format.reader(limits: limits) else {
      throw RecordFileError(source.name, .noReader(format))
    }
    var report = LossReport(file: source.name, format: format, limits: limits)
    try reader.read(source, into: &report, each: each)
    report.close(source)
    if report.begun == 0 { throw RecordFileError(source.name, .noRecords(format)) }
    return report
  }

  /// Reads the file at a path.
  ///
  /// - Throws: as ``read(_:each:)``, and ``RecordFileError`` where there is no such file, or it can't be read.
  public func read(path: String, each: (Record) throws -> Void) throws -> LossReport {
    try read(try ByteSource(path: path), each: each)
  }

  /// Reads bytes as those of a file, in chunks of a size.
  ///
  /// - Throws: as ``read(_:each:)``.
  public func read(
    bytes: [UInt8], named name: String, chunk: Int = ByteSource.chunkSize, each: (Record) throws -> Void
  ) throws -> LossReport {
    try read(ByteSource(bytes: bytes, named: name, chunk: chunk), each: each)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
