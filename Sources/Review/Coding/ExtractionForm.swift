/// A form by which the same things are taken from every source: what the paper calls data extraction forms.
public struct ExtractionForm: Sendable, Hashable, Codable, Identifiable {
  /// One field of a form.
  public struct Field: Sendable, Hashable, Codable {
    /// What a field holds.
    public enum Kind: Sendable, Hashable, Codable {
      /// Words.
      case text
      /// A number.
      case number
      /// One of these words.
      case choice([String])
    }

    /// What the field is called; it heads a column of the table of sources.
    public var name: String
    /// What it holds.
    public var kind: Kind
    /// What is asked, where the name leaves doubt.
    public var ask: String?
    /// Whether it must be filled.
    public var isRequired: Bool

    /// A field.
    public init(name: String, kind: Kind = .text, ask: String? = nil, isRequired: Bool = false) {
      (self.name, self.kind, self.ask, self.isRequired) = (name, kind, ask, isRequired)
    }
  }

  /// What the form is called.
  public var name: String
  /// Its fields, in their order.
  public var fields: [Field]

  /// What the form is called.
  public var id: String { name }

  /// A form.
  public init(name: String, fields: [Field]) { (self.name, self.fields) = (name, fields) }
}

/// What was taken from a source by a form. Filling it again replaces it.
public struct FilledForm: Sendable, Hashable, Codable, Identifiable {
  /// What a filled form is called by.
  public struct ID: Sendable, Hashable {
    let form: String
    let source: String
  }

  /// A field and what was found.
  public struct Entry: Sendable, Hashable, Codable {
    /// The field.
    public var field: String
    /// What was found, as it was written.
    public var value: String

    /// A field and what was found.
    public init(field: String, value: String) { (self.field, self.value) = (field, value) }
  }

  /// The form.
  public var form: String
  /// The key of the source.
  public var source: String
  /// What was found, in the form's order.
  public var entries: [Entry]

  /// The form and the source.
  public var id: ID { ID(form: form, source: source) }

  /// A filled form.
  public init(form: String, source: String, entries: [Entry]) {
    (self.form, self.source, self.entries) = (form, source, entries)
  }
}
