/// A text as it was taken from a file, before it is in a review.
///
/// It is kept as it came, but for line ends, which are LF; the sign U+0000, which stands as U+FFFD; and a byte order mark at
/// its start, which is left out. It isn't normalised: composed and decomposed accents stay as they are.
public struct ExtractedText: Sendable, Hashable {
  /// The file's name, without its folders.
  public let file: String
  /// The file's form.
  public let form: TextForm
  /// SHA-256 of the file's bytes, in hexadecimal digits.
  public let fileChecksum: String
  /// The text.
  public let content: String
  /// Where its pages begin; empty where it has none.
  public let pages: [PageStart]
  /// How long it is, in code points.
  public let length: Int
  /// What took it from the file; `nil` where the program itself did.
  public let madeBy: String?

  /// As many pages as a text has.
  static let mostPages = 20_000

  /// A text of a file.
  ///
  /// - Throws: ``Fault`` where it holds no words, or has too many pages.
  init(
    file: String, form: TextForm, fileChecksum: String, content: String, madeBy: String? = nil
  ) throws(TextExtraction.Fault) {
    var scalars = String.UnicodeScalarView()
    scalars.reserveCapacity(content.utf8.count)
    var (pages, length, isAfterReturn, hasWords) = ([PageStart](), 0, false, false)
    var isAtPageStart = true
    for scalar in content.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\n", isAfterReturn { continue }
      if isAtPageStart {
        pages.append(PageStart(offset: length, label: String(pages.count + 1)))
        guard pages.count <= Self.mostPages else {
          throw .unusable("it has more than \(ReviewTeller.grouped(Self.mostPages)) pages. Split it.")
        }
      }
      isAtPageStart = scalar == "\u{C}"
      hasWords = hasWords || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      scalars.append(scalar == "\r" ? "\n" : scalar == "\0" ? "\u{FFFD}" : scalar)
      length += 1
    }
    guard hasWords else {
      throw .unusable(
        form == .pdf
          ? "it holds no words: it may be a scan. Have its words recognised first, such as with ocrmypdf."
          : "it holds no words.")
    }
    (self.file, self.form, self.fileChecksum, self.madeBy) = (file, form, fileChecksum, madeBy)
    (self.content, self.length) = (String(scalars), length)
    // Of the forms that this reads, a PDF has pages, and plain text where form feeds part it.
    self.pages = form == .pdf || pages.count > 1 ? pages : []
  }

  /// The text as a review knows it.
  func added(number: Int, source: String, title: String?) -> AddedText {
    AddedText(
      number: number, source: source, title: title, file: file, form: form, fileChecksum: fileChecksum,
      checksum: TextChecksum.of(content), length: length, pages: pages, madeBy: madeBy)
  }
}
