/// What became of everything that a file holds: what was understood, what was only kept, what was mended, what refused.
///
/// Each record that begins in the file is counted in ``records`` or ``refusedRecords``, so that the sum can be held
/// against a count of one's own. Lines that belong to no record are counted in ``strayLines``.
public struct LossReport: Hashable, Sendable {
  /// One thing that was mended or refused.
  public struct Entry: Hashable, Sendable, Codable {
    /// What it was, in words.
    public let what: String
    /// The line on which it began, counted from 1, where that is known.
    public let line: Int?
  }

  /// Entries up to a number, and how many there were.
  public struct Entries: Hashable, Sendable, Codable {
    /// The first of them.
    public internal(set) var listed: [Entry] = []
    /// How many there were in all.
    public internal(set) var count = 0
    /// How many aren't listed.
    public var leftOut: Int { count - listed.count }
  }

  /// The file, as the reader was told to call it.
  public let file: String
  /// The format in which it was read.
  public let format: RecordFormat
  /// How its bytes stood for letters.
  public private(set) var encoding = TextEncoding.utf8
  /// How many records were read.
  public private(set) var records = 0
  /// How many records began and can't be read, each with its reason in ``refused``.
  public var refusedRecords: Int { refused.count }
  /// How many fields had a place, by name.
  public var mapped: FieldTally
  /// How many fields were kept as they are, by name.
  public var raw: FieldTally
  /// What was mended.
  public private(set) var repaired = Entries()
  /// Which records were refused.
  public private(set) var refused = Entries()
  /// How many lines belong to no record, blank ones left out: headings, counters, remarks of the program that exported.
  public private(set) var strayLines = 0
  /// The first of these, with their lines.
  public private(set) var strays: [Entry] = []
  private let mostEntries: Int
  /// What the positions of records are counted from.
  private let firstPosition: Int

  /// As many stray lines as are quoted.
  static let mostStrays = 5

  /// A report to be filled in while the file is read.
  public init(file: String, format: RecordFormat, limits: ReadingLimits = ReadingLimits()) {
    self.init(file: file, format: format, limits: limits, firstPosition: 1)
  }

  /// A report for what was just written: a position that no file has keeps a key that is a number apart from one that
  /// only stands for a missing key.
  static func ofReadingBack(_ format: RecordFormat) -> LossReport {
    LossReport(file: "", format: format, limits: ReadingLimits(), firstPosition: .min / 2)
  }

  private init(file: String, format: RecordFormat, limits: ReadingLimits, firstPosition: Int) {
    self.file = file
    self.format = format
    self.firstPosition = firstPosition
    mostEntries = limits.mostEntries
    mapped = FieldTally(mostNames: limits.mostFieldNames)
    raw = FieldTally(mostNames: limits.mostFieldNames)
  }

  /// Takes what a report said that was written as data.
  mutating func restore(
    encoding: TextEncoding, records: Int, repaired: Entries, refused: Entries, strayLines: Int,
    strays: [Entry]
  ) {
    // Data from outside may say anything; sums of what is within these bounds can't overflow.
    func held(_ count: Int) -> Int { min(max(count, 0), 1 << 40) }
    func held(_ entries: Entries) -> Entries {
      Entries(listed: entries.listed, count: max(held(entries.count), entries.listed.count))
    }
    (self.encoding, self.records, self.strayLines) = (encoding, held(records), held(strayLines))
    (self.repaired, self.refused, self.strays) = (held(repaired), held(refused), strays)
  }

  /// How many records began in the file.
  public var begun: Int { records + refusedRecords }

  /// Counts a record that was handed over, and says where it stands.
  ///
  /// - Parameter line: the line on which the record began.
  public mutating func took(line: Int) -> RecordOrigin {
    records += 1
    return RecordOrigin(file: file, format: format, line: line, position: firstPosition + begun - 1)
  }

  /// Notes something that was mended.
  public mutating func repair(_ what: @autoclosure () -> String, line: Int?) {
    Self.add(what, line: line, to: &repaired, most: mostEntries)
  }

  /// Notes a record that began and can't be read, with the reason and the remedy.
  public mutating func refuse(_ why: @autoclosure () -> String, line: Int?) {
    Self.add(why, line: line, to: &refused, most: mostEntries)
  }

  /// Counts a line that belongs to no record.
  public mutating func stray(_ text: @autoclosure () -> String, line: Int) {
    strayLines += 1
    if strays.count < Self.mostStrays { strays.append(Entry(what: text(), line: line)) }
  }

  private static func add(_ what: () -> String, line: Int?, to entries: inout Entries, most: Int) {
    entries.count += 1
    if entries.listed.count < most { entries.listed.append(Entry(what: what(), line: line)) }
  }

  /// Adds what the decoder mended.
  mutating func close(_ source: ByteSource) {
    encoding = source.encoding
    let mended = source.mended
    guard mended.count > 0, let first = mended.lines.first else { return }
    let bytes = mended.count == 1 ? "1 byte" : "\(mended.count) bytes"
    let what =
      encoding == .windows1252
      ? "\(bytes) that can't be UTF-8 read as letters of Windows-1252"
      : "\(bytes) that can't be \(encoding.rawValue) read as the sign for what can't be read"
    let more =
      mended.lines.count > 1
      ? ", first on lines " + mended.lines.map(String.init).joined(separator: ", ") : ""
    repair(what + more, line: first)
  }
}
