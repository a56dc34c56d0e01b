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

  /// As many bytes as a text has in UTF-8.
  public static let mostBytes = 64 << 20
  /// As many pages as a text has.
  static let mostPages = 20_000
  static let tooLong = TextExtraction.Fault("its text is larger than \(mostBytes >> 20) MB. Split it.")

  /// A text of a file.
  ///
  /// What is mended may be longer than what came: the limit is on what is kept.
  ///
  /// - Throws: ``TextExtraction/Fault`` where it holds no words, or is too long, or has too many pages.
  init(
    file: String, form: TextForm, fileChecksum: String, content: String, madeBy: String? = nil,
    atMost most: Int = mostBytes
  ) throws(TextExtraction.Fault) {
    var scalars = String.UnicodeScalarView()
    scalars.reserveCapacity(min(content.utf8.count, most))
    var (pages, length, bytes, isAfterReturn, hasWords) = ([PageStart](), 0, 0, false, false)
    var isAtPageStart = true
    for scalar in content.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\n", isAfterReturn { continue }
      if isAtPageStart {
        pages.append(PageStart(offset: length, label: String(pages.count + 1)))
        guard pages.count <= Self.mostPages else {
          throw TextExtraction.Fault(
            "it has more than \(ReviewTeller.grouped(Self.mostPages)) pages. Split it.")
        }
      }
      isAtPageStart = scalar == "\u{C}"
      hasWords = hasWords || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let kept: Unicode.Scalar = scalar == "\r" ? "\n" : scalar == "\0" ? "\u{FFFD}" : scalar
      scalars.append(kept)
      length += 1
      bytes += UTF8.width(kept)
      guard bytes <= most else { throw Self.tooLong }
    }
    guard hasWords else {
      throw TextExtraction.Fault(
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
