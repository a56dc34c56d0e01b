/// Tells the form of a file by its content.
enum FormDetection {
  /// The form of a file.
  ///
  /// - Throws: ``TextExtraction/Fault`` for forms that are known and can't be used.
  static func form(of bytes: [UInt8], named name: String) throws(TextExtraction.Fault) -> TextForm {
    // PDF readers look for the mark in the first 1,024 bytes (ISO 32000-1, Annex H.3).
    if bytes.prefix(1_024).contains("%PDF-".utf8) { return .pdf }
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      if let form = packedForm(bytes, ending) { return form }
      throw TextExtraction.Fault(
        "this is a packed file, but no DOCX and no ODT. Save its text as one of these, or as PDF.")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw TextExtraction.Fault("this is a file of an older Office program. Save it as DOCX.")
    }
    if bytes.starts(with: #"{\rtf"#.utf8) {
      throw TextExtraction.Fault("this is RTF. Save it as DOCX or as plain text.")
    }
    guard !bytes.isEmpty else { throw TextExtraction.Fault("the file is empty.") }
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let isHTML = start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || head.contains("<html")
    return isHTML || ["html", "htm", "xhtml"].contains(ending) ? .html : .plain
  }

  /// An ODT begins with its media type, uncompressed (OpenDocument 1.2, part 3, 3.3); a DOCX names its parts.
  private static func packedForm(_ bytes: [UInt8], _ ending: String) -> TextForm? {
    if bytes.prefix(200).contains("application/vnd.oasis.opendocument.text".utf8) { return .odt }
    if ending == "odt" { return .odt }
    // The list of parts stands at the end.
    if bytes.suffix(1 << 20).contains("word/".utf8) || ending == "docx" { return .docx }
    return nil
  }
}
