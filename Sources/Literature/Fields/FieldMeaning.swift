import Bibliography

/// What a field of a format stands for. Each format has one table from its tags or heads of columns to these.
enum FieldMeaning: Hashable, Sendable {
  case key, type, title, author, authors, editor, editors
  /// A year, or a date that may hold more or less.
  case year, date, month, day
  case container, containerShort, volume, issue, pages, firstPage, lastPage, pageCount
  case edition, publisher, place, doi, url, abstract
  /// One keyword, or a list of them.
  case keyword, keywords
  /// Numbers of serials and books, told apart by their form.
  case serial
  case identifier(RecordIdentifier.Kind)
  case note
  /// A field of CSL that a reference has no property for.
  case other(StaticName)
  /// A column of decisions.
  case decision(ScreeningLabel.Stage?)
  /// Whether a decision was known before ranking began.
  case prior
  /// Why a record was excluded, or a word that somebody gave it.
  case reason
  /// What a writer of this program put there: ``RecordCarrier``.
  case carrier
  /// Embase's line with journal, year, volume, issue and pages.
  case embaseSource

  /// The name of a field of CSL.
  enum StaticName: String, Hashable, Sendable {
    case language, source, genre, number, section, archive
    case collection = "collection-title"
    case shortTitle = "title-short"
    case callNumber = "call-number"
    case reviewed = "reviewed-title"
    case volumes = "number-of-volumes"
    case eventTitle = "event-title"
    case eventPlace = "event-place"
    case originalTitle = "original-title"
  }
}
