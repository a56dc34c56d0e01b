/// The form of the file that a text was taken from.
public enum TextForm: String, Sendable, Hashable, Codable, CaseIterable {
  case pdf, docx, odt, html
  /// Plain text.
  case plain
}

/// Where a page of a text begins.
public struct PageStart: Sendable, Hashable, Codable {
  /// The place of its first sign, in Unicode code points from the start of the text.
  public var offset: Int
  /// What the page is called: its number in the file, from `1`.
  public var label: String

  /// The start of a page.
  public init(offset: Int, label: String) { (self.offset, self.label) = (offset, label) }
}

/// A text that was taken from a file. Its words stand in the review, too, and never change.
public struct AddedText: Sendable, Hashable, Codable {
  /// Its number: 1 for the first, without gaps.
  public var number: Int
  /// The key of the source that it is of.
  public var source: String
  /// What it is, where a source has several: “appendix”.
  public var title: String?
  /// The file's name, without its folders.
  public var file: String
  /// The file's form.
  public var form: TextForm
  /// SHA-256 of the file's bytes, in hexadecimal digits.
  public var fileChecksum: String
  /// SHA-256 of the text in UTF-8, in hexadecimal digits.
  public var checksum: String
  /// How long the text is, in Unicode code points.
  public var length: Int
  /// Where its pages begin, in their order; empty where the form has none.
  public var pages: [PageStart]
  /// What took the text from the file, with its version: “pdftotext 24.02.0”; `nil` where the program itself did.
  public var madeBy: String?

  /// A text.
  public init(
    number: Int, source: String, title: String? = nil, file: String, form: TextForm, fileChecksum: String,
    checksum: String, length: Int, pages: [PageStart] = [], madeBy: String? = nil
  ) {
    (self.number, self.source, self.title, self.file, self.form) = (number, source, title, file, form)
    (self.fileChecksum, self.checksum, self.length) = (fileChecksum, checksum, length)
    (self.pages, self.madeBy) = (pages, madeBy)
  }

  /// The label of the page on which a place lies; `nil` where the text has no pages.
  ///
  /// - Parameter offset: the place, in code points.
  public func page(at offset: Int) -> String? {
    // The first page that begins behind the place: they stand in their order.
    var (after, end) = (0, pages.count)
    while after < end {
      let middle = (after + end) / 2
      if pages[middle].offset > offset { end = middle } else { after = middle + 1 }
    }
    return after > 0 ? pages[after - 1].label : nil
  }

  /// The pages of a passage: “3”, or “3-4” where it runs over an end; `nil` where the text has no pages.
  public func pages(of position: PositionSelector) -> String? {
    guard let first = page(at: position.start) else { return nil }
    let last = page(at: max(position.start, max(position.end, 1) - 1)) ?? first
    return first == last ? first : "\(first)-\(last)"
  }
}

/// A newer taking of a text, in place of a former one, and where the passages of the former one stand in it.
public struct TextReplacement: Sendable, Hashable, Codable {
  /// The number of the text that is replaced.
  public var former: Int
  /// The newer text.
  public var text: AddedText
  /// Where the passages of the former text stand in the newer one.
  public var passages: [PassageMove]

  /// A replacement.
  public init(former: Int, text: AddedText, passages: [PassageMove] = []) {
    (self.former, self.text, self.passages) = (former, text, passages)
  }
}
