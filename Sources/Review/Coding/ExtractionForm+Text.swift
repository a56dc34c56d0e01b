extension ExtractionForm.Field {
  /// A field as a person writes it: its name; `sites: number`; or `design: case study | survey` for a choice.
  public init(written text: String) {
    guard let colon = text.firstIndex(of: ":") else {
      self.init(name: text.onALine)
      return
    }
    let kind = String(text[text.index(after: colon)...]).onALine
    let choices = kind.split(separator: "|", omittingEmptySubsequences: false).map { String($0).onALine }
    self.init(
      name: String(text[..<colon]).onALine,
      kind: kind == "number" ? .number : kind == "text" ? .text : .choice(choices))
  }
}

extension FilledForm.Entry {
  /// An entry as a person writes it: the field, a colon, and what was found; `nil` without a colon.
  public init?(written text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    self.init(
      field: String(text[..<colon]).onALine,
      value: String(text[text.index(after: colon)...].drop { $0.isWhitespace }))
  }
}

extension Synthesis {
  /// A form filled for a source: what was found before, with what is given in its place, in the form's order.
  ///
  /// - Parameters:
  ///   - form: the form's name.
  ///   - source: the source's key.
  ///   - given: what was found now.
  public func filled(_ form: String, of source: String, with given: [FilledForm.Entry]) -> FilledForm {
    let former = filledForms.first { $0.form == form && $0.source == source }?.entries ?? []
    let order = forms.first { $0.name == form }?.fields.map(\.name) ?? []
    // What was found by a field that the form has lost since goes with that field.
    let kept = former.filter { entry in
      order.contains(entry.field) && !given.contains { $0.field == entry.field }
    }
    let entries = kept + given
    let known = order.flatMap { name in entries.filter { $0.field == name } }
    // What is given and the form doesn't have stays, so that whoever asks for it is told.
    return FilledForm(
      form: form, source: source, entries: known + given.filter { !order.contains($0.field) })
  }
}
