public import Bibliography
internal import GRDB
import Literature

extension Review {
  /// The sources, texts and passages, as things are.
  ///
  /// - Throws: ``ReviewFault``.
  public func material() throws(ReviewFault) -> ReviewMaterial {
    try read { try ActRules($0).material() }
  }
}

extension Review {
  /// The work that a record tells of, as a source can keep it: fields that aren't what CSL has them for are left out.
  ///
  /// - Parameter number: the record's number.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none.
  public func referenceOfRecord(_ number: Int) throws(ReviewFault) -> Reference {
    var reference = try record(number).record.reference
    if let doi = reference.doi, Reference.bareDOI(doi) == nil { reference.doi = nil }
    if let url = reference.url, !Reference.isWebAddress(url) { reference.url = nil }
    return reference
  }
}
