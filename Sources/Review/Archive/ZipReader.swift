import Foundation

/// Reads a zip of entries that are stored as they are. Nothing is ever written under a name that the zip gives, and a zip
/// whose parts overlap, repeat, reach beyond the file, or don't match each other is refused.
struct ZipReader {
  /// Why a zip can't be used, in words that say what to do.
  struct Fault: Error {
    let words: String
    init(_ words: String) { self.words = words }
  }

  /// As many entries as are looked at, and as many bytes of their list.
  private static let limits = ZipDirectory.Limits(entries: 65_535, list: 16 << 20)
  private let handle: FileHandle
  private var entries: [String: ZipDirectory.Entry] = [:]

  /// Opens the zip at a path and looks through its list.
  ///
  /// - Throws: ``Fault``.
  init(path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Fault("there is no such file, or it can't be read. Check the path.")
    }
    var status = stat()
    guard fstat(handle.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Fault("this is no ordinary file. Name an archive that realist review archive has made.")
    }
    self.handle = handle
    let length = UInt64(status.st_size)
    for entry in try ZipDirectory(handle, length: length, limits: Self.limits).entries {
      guard !entry.isEncrypted else { throw Fault("it is encrypted. Take away its password first.") }
      guard entry.method == 0, entry.size == entry.packedSize else {
        throw Fault(
          "\(entry.name) in it is compressed, as another program has packed it. Unpack it, and pack it without "
            + "compression: zip -0 -X NEW.zip *")
      }
      entries[entry.name] = entry
    }
  }

  /// The names of the entries, in order.
  var names: [String] { entries.keys.sorted() }

  /// Hands over the bytes of an entry, piece by piece.
  ///
  /// - Throws: ``Fault`` where there is none, it is too large, or its checksum is wrong; or what `each` throws.
  func read(_ name: String, atMost most: UInt64, _ each: ([UInt8]) throws -> Void) throws {
    guard let entry = entries[name] else { throw Self.notWhole("it holds no \(name)") }
    guard entry.size <= most else { throw Fault("\(name) in it is larger than \(most) bytes.") }
    try handle.seek(toOffset: entry.offset)
    var sum = CRC32()
    var left = entry.size
    while left > 0 {
      let piece = [UInt8](try handle.read(upToCount: Int(min(left, 1 << 18))) ?? .init())
      guard !piece.isEmpty else { throw Self.notWhole("\(name) ends too early") }
      left -= UInt64(piece.count)
      sum.update(piece)
      try each(piece)
    }
    guard sum.value == entry.sum else { throw Self.notWhole("the checksum of \(name) is wrong") }
  }

  static func notWhole(_ why: String) -> Fault {
    Fault("the archive isn't whole: \(why). Take another copy of it.")
  }
}
