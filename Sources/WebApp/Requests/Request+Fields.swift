import Hummingbird

extension Request {
  /// What stands behind the question mark, as a form that is sent by GET puts it there.
  ///
  /// - Throws: ``PageError/badForm`` where it can't be read.
  var fields: FormFields {
    get throws(PageError) {
      guard let fields = FormFields(urlEncoded: (uri.query ?? "").utf8) else { throw .badForm }
      return fields
    }
  }
}
