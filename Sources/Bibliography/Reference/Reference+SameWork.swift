import Foundation

extension Reference {
  /// Whether both references lead to one work.
  ///
  /// Where both have a DOI it decides; else title, year and first author must all be there and agree, without regard
  /// to case, accents and punctuation.
  public func sameWork(as other: Reference) -> Bool {
    if let mine = workDOI, let theirs = other.workDOI { return mine == theirs }
    guard let mine = titleYearAuthor, let theirs = other.titleYearAuthor else { return false }
    return mine == theirs
  }

  /// The DOI in small letters: a DOI doesn't tell capitals from small letters.
  package var workDOI: String? { doi.flatMap(Self.bareDOI)?.lowercased() }

  /// What stands for the work where it has no DOI.
  package var titleYearAuthor: [String]? {
    guard let title, let year = issued?.year, let first = (authors.first ?? editors.first)?.shortForm else {
      return nil
    }
    let parts = [Self.folded(title), String(year), Self.folded(first)]
    return parts.contains("") ? nil : parts
  }

  /// Small letters and digits alone, without accents.
  private static func folded(_ text: String) -> String {
    let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(plain))
  }
}
