import Bibliography

extension ReferenceType {
  /// Whether one work can't be of both types. Databases are loose with types, so few pairs exclude each other.
  func excludes(_ other: ReferenceType) -> Bool {
    guard let mine = form, let theirs = other.form else { return false }
    return mine != theirs
  }

  private enum Form { case article, talk, book, part, thesis }

  private var form: Form? {
    switch self {
    case .articleJournal, .articleMagazine, .articleNewspaper: .article
    case .paperConference, .speech: .talk
    case .book: .book
    case .chapter, .entry, .entryDictionary, .entryEncyclopedia: .part
    case .thesis: .thesis
    default: nil
    }
  }
}
