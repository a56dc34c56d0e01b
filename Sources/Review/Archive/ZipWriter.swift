import Foundation

/// Writes a zip (APPNOTE.TXT 6.3.10) of entries that are stored as they are: every program opens it, and it needs no code
/// for compression.
struct ZipWriter {
  /// Something that a zip of this form can't hold.
  enum Fault: Error { case tooLarge, unwritable }

  private struct Entry {
    let name: [UInt8]
    let offset: UInt32
    var size: UInt32 = 0
    var sum = CRC32()
  }

  private let handle: FileHandle
  private var entries: [Entry] = []
  private var place: UInt64 = 0

  /// A writer into an empty file.
  init(_ handle: FileHandle) { self.handle = handle }

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - fill: hands over the bytes, piece by piece.
  /// - Throws: ``Fault``, or what `fill` throws.
  mutating func add(_ name: String, fill: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    guard place < UInt64(UInt32.max) else { throw Fault.tooLarge }
    var entry = Entry(name: Array(name.utf8), offset: UInt32(place))
    try put(Self.localHead(entry))
    var size: UInt64 = 0
    let handle = handle
    try fill { bytes in
      size += UInt64(bytes.count)
      guard size < UInt64(UInt32.max) else { throw Fault.tooLarge }
      entry.sum.update(bytes)
      try Self.put(bytes, handle)
    }
    entry.size = UInt32(size)
    place += size
    // Only now are size and sum known, which stand before the bytes.
    try handle.seek(toOffset: UInt64(entry.offset))
    try Self.put(Self.localHead(entry), handle)
    try handle.seek(toOffset: place)
    entries.append(entry)
  }

  /// Writes the list of entries.
  mutating func finish() throws {
    guard place < UInt64(UInt32.max), entries.count < Int(UInt16.max) else { throw Fault.tooLarge }
    let start = UInt32(place)
    for entry in entries { try put(Self.centralHead(entry)) }
    let size = UInt32(place - UInt64(start))
    let count = UInt16(entries.count)
    try put(
      Self.bytes(UInt32(0x0605_4B50)) + Self.bytes(UInt32(0)) + Self.bytes(count) + Self.bytes(count)
        + Self.bytes(size) + Self.bytes(start) + Self.bytes(UInt16(0)))
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    try Self.put(bytes, handle)
    place += UInt64(bytes.count)
  }

  private static func put(_ bytes: [UInt8], _ handle: FileHandle) throws {
    do { try handle.write(contentsOf: Foundation.Data(bytes)) } catch { throw Fault.unwritable }
  }

  private static func localHead(_ entry: Entry) -> [UInt8] {
    bytes(UInt32(0x0403_4B50)) + common(entry) + entry.name
  }

  private static func centralHead(_ entry: Entry) -> [UInt8] {
    let head = bytes(UInt32(0x0201_4B50)) + bytes(UInt16(20)) + common(entry)
    // No remark, first disk, a text or not, no attributes.
    let rest = bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt32(0)) + bytes(entry.offset)
    return head + rest + entry.name
  }

  /// Version, flags (names are UTF-8), method, a day that is always the same, sum, sizes, length of the name.
  private static func common(_ entry: Entry) -> [UInt8] {
    let form = bytes(UInt16(20)) + bytes(UInt16(0x0800)) + bytes(UInt16(0))
    let time = bytes(UInt16(0)) + bytes(UInt16(0x0021))
    return form + time + bytes(entry.sum.value) + bytes(entry.size) + bytes(entry.size)
      + bytes(UInt16(entry.name.count)) + bytes(UInt16(0))
  }

  private static func bytes(_ number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
    (0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
