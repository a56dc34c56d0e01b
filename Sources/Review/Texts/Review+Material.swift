internal import GRDB

extension Review {
  /// The sources, texts and passages, as things are.
  ///
  /// - Throws: ``ReviewFault``.
  public func material() throws(ReviewFault) -> ReviewMaterial {
    try read { try ActRules($0).material() }
  }
}
