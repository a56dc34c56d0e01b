import Foundation
import TestSupport

@testable import Review

/// Office documents for tests, packed without compression.
enum MadeDocuments {
  /// A DOCX (ECMA-376) of one paragraph; `document` may stand for its whole main part.
  static func docx(_ words: String, document: String? = nil, adding more: [(String, String)] = []) throws
    -> [UInt8]
  {
    let types = "http://schemas.openxmlformats.org/package/2006"
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return try packed(
      [
        (
          "[Content_Types].xml",
          "<Types xmlns=\"\(types)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-"
            + "package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>"
        ),
        (
          "_rels/.rels",
          "<Relationships xmlns=\"\(types)/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/"
            + "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        ),
        ("word/document.xml", document ?? self.document(words)),
      ] + more)
  }

  /// The main part of a DOCX.
  static func document(_ words: String, before: String = "") -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(before)<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
      + "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>\(words)</w:t></w:r></w:p></w:body></w:document>"
  }

  /// An ODT (OpenDocument 1.2) of one paragraph.
  static func odt(_ words: String, before: String = "") throws -> [UInt8] {
    let names = "urn:oasis:names:tc:opendocument:xmlns"
    return try packed([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(before)<office:document-content xmlns:office=\"\(names):office:1.0\" "
          + "xmlns:text=\"\(names):text:1.0\" office:version=\"1.2\"><office:body><office:text><text:p>\(words)</text:p>"
          + "</office:text></office:body></office:document-content>"
      ),
      (
        "styles.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-styles xmlns:office=\"\(names):office:1.0\" "
          + "office:version=\"1.2\"><office:styles/></office:document-styles>"
      ),
    ])
  }

  /// Parts in a zip.
  static func packed(_ parts: [(String, String)]) throws -> [UInt8] {
    try TemporaryFolder.with { folder in
      let path = try folder.file("packed", [UInt8]())
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      var writer = ZipWriter(handle)
      for (name, content) in parts { try writer.add(name) { try $0(Array(content.utf8)) } }
      try writer.finish()
      try handle.close()
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }
}
