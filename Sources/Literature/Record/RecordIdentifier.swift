/// A number that a database or a publisher gave a work, or the journal or book in which it stands.
public struct RecordIdentifier: Hashable, Sendable {
  /// Who gave the number, or what it numbers.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// PubMed's number of the article.
    case pmid
    /// PubMed Central's number of the full text, with the letters `PMC`.
    case pmcid
    /// The serial's number, print or electronic: 8 signs, the last of which may be X.
    case issn
    /// The book's number, of 10 or 13 signs.
    case isbn
    /// The number in the database that the file is from, where nothing says which one that is.
    case accession
    /// Web of Science's number, with the letters `WOS:` or those of another collection.
    case webOfScience
    /// Scopus's number, such as `2-s2.0-85012345678`.
    case scopus
    /// Embase's number.
    case embase
    /// OpenAlex's number of the work, such as `W2741809807`.
    case openAlex
    /// arXiv's number, without `arXiv:`.
    case arxiv
    /// The publisher's number of the article.
    case pii
    /// The number under which a trial is registered, such as `NCT01234567`.
    case trial
  }

  /// Who gave the number.
  public var kind: Kind
  /// The number, as it is usually written.
  public var value: String

  /// A number of this kind.
  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}
