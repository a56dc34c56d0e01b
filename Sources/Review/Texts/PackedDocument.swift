import Foundation

/// Looks at the list of a DOCX or ODT, which are zips, before anything unpacks it.
///
/// A list can say less than there is; then the limits of time and memory of what unpacks it hold.
enum PackedDocument {
  /// As many bytes as its parts have together once they are unpacked.
  static let mostBytes: UInt64 = 64 << 20
  private static let limits = ZipDirectory.Limits(entries: 10_000, list: 4 << 20)

  /// Refuses what isn't whole, is packed in an unusual way, or would unpack to too much.
  ///
  /// - Throws: ``TextExtraction/Fault``.
  static func check(_ path: String, _ form: TextForm) throws(TextExtraction.Fault) {
    let directory: ZipDirectory
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      directory = try ZipDirectory(handle, length: try handle.seekToEnd(), limits: limits)
    } catch {
      throw TextExtraction.Fault("this is no whole \(form.name). Take another copy of it, or save it anew.")
    }
    guard !directory.entries.contains(where: \.isEncrypted) else {
      throw TextExtraction.Fault("it is protected by a password. Save it without one.")
    }
    // Stored or deflated: no program for texts packs in another way.
    guard directory.entries.allSatisfy({ $0.method == 0 || $0.method == 8 }) else {
      throw TextExtraction.Fault("it is packed in an unusual way. Save it anew as \(form.name).")
    }
    let size = directory.entries.reduce(0) { $0 + $1.size }
    guard size <= mostBytes else {
      throw TextExtraction.Fault(
        "it unpacks to more than \(mostBytes >> 20) MB. Save it without its pictures, or as plain text.")
    }
  }
}
