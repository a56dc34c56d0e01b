/// How much of a file is held in memory at once; what goes beyond is refused with a message, and reading goes on.
public struct ReadingLimits: Hashable, Sendable {
  /// The longest line, in bytes of UTF-8.
  public var longestLine = 8 * 1024 * 1024
  /// The longest value of one field, in bytes.
  public var longestField = 8 * 1024 * 1024
  /// The longest record, in bytes: the largest of real exports have some 5,000 authors, or 10,000 cited works.
  public var longestRecord = 32 * 1024 * 1024
  /// As many fields as one record may have.
  public var mostFields = 200_000
  /// As many columns as a table may have.
  public var mostColumns = 4_096
  /// As many repairs, and as many refusals, as a report lists; the rest is counted.
  public var mostEntries = 1_000
  /// As many different names of fields as a report counts apart; the rest is counted together.
  public var mostFieldNames = 4_096

  /// What is used where nothing else is said.
  public init() {}
}
