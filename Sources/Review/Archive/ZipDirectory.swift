import Foundation

/// The list of entries at the end of a zip (APPNOTE.TXT 6.3.10, section 4.3.12), and what it says of each.
struct ZipDirectory {
  /// An entry, as the list has it.
  struct Entry {
    let name: String
    let isEncrypted: Bool
    /// 0 where it is stored as it is.
    let method: UInt64
    let size: UInt64
    let packedSize: UInt64
    let sum: UInt32
    /// Where its head starts.
    let start: UInt64
    /// Where its bytes start.
    let offset: UInt64
  }

  /// As many entries as are looked at, and as many bytes of their list.
  struct Limits {
    let entries: Int
    let list: Int
  }

  let entries: [Entry]

  /// Reads the list, and refuses one whose entries repeat, overlap, or reach beyond it.
  ///
  /// - Throws: ``ZipReader/Fault``.
  init(_ handle: FileHandle, length: UInt64, limits: Limits) throws {
    let list = try Self.list(handle, length: length, limits)
    var rest = list.bytes[...]
    var (entries, names) = ([Entry](), Set<String>())
    for _ in 0..<list.count {
      let entry = try Self.entry(&rest, handle, before: list.start)
      guard names.insert(entry.name).inserted else { throw ZipReader.notWhole("an entry stands twice") }
      entries.append(entry)
    }
    self.entries = entries
    let places = entries.map { (start: $0.start, end: $0.offset + $0.packedSize) }
      .sorted { $0.start < $1.start }
    for (one, next) in zip(places, places.dropFirst()) where next.start < one.end {
      throw ZipReader.notWhole("two entries overlap")
    }
  }

  private static func list(
    _ handle: FileHandle, length: UInt64, _ limits: Limits
  ) throws -> (bytes: [UInt8], count: Int, start: UInt64) {
    let none = ZipReader.Fault("this is no zip. Name an archive that realist review archive has made.")
    // The end of the list has 22 bytes, and a remark of up to 65,535 behind it.
    let tailLength = min(length, 22 + 65_535)
    guard length >= 22 else { throw none }
    let tail = try bytes(handle, at: length - tailLength, count: Int(tailLength))
    guard
      let place = (0...(tail.count - 22)).reversed().first(where: { place in
        number(tail, place, 4) == 0x0605_4B50 && place + 22 + Int(number(tail, place + 20, 2)) == tail.count
      })
    else { throw none }
    let count = Int(number(tail, place + 10, 2))
    let (size, start) = (number(tail, place + 12, 4), number(tail, place + 16, 4))
    let end = length - tailLength + UInt64(place)
    guard count <= limits.entries, size <= UInt64(limits.list), start + size == end else {
      throw ZipReader.notWhole("its list of entries is damaged, too long, or in the form for very large zips")
    }
    return (try bytes(handle, at: start, count: Int(size)), count, start)
  }

  private static func entry(
    _ rest: inout ArraySlice<UInt8>, _ handle: FileHandle, before limit: UInt64
  ) throws -> Entry {
    let head = Array(rest.prefix(46))
    guard head.count == 46, number(head, 0, 4) == 0x0201_4B50 else {
      throw ZipReader.notWhole("its list is damaged")
    }
    let lengths = (28...32).filter { $0 % 2 == 0 }.map { Int(number(head, $0, 2)) }
    let nameBytes = Array(rest.dropFirst(46).prefix(lengths[0]))
    guard rest.count >= 46 + lengths.reduce(0, +),
      let name = String(validating: nameBytes, as: UTF8.self), isPlain(name)
    else { throw ZipReader.notWhole("the name of an entry is no plain name") }
    rest = rest.dropFirst(46 + lengths.reduce(0, +))
    let (size, packed, start) = (number(head, 24, 4), number(head, 20, 4), number(head, 42, 4))
    guard start + 30 <= limit else { throw ZipReader.notWhole("an entry lies beyond its end") }
    let local = try bytes(handle, at: start, count: 30)
    let offset = start + 30 + number(local, 26, 2) + number(local, 28, 2)
    guard number(local, 0, 4) == 0x0403_4B50, number(local, 8, 2) == number(head, 10, 2),
      offset + packed <= limit,
      try bytes(handle, at: start + 30, count: Int(number(local, 26, 2))) == nameBytes
    else { throw ZipReader.notWhole("an entry isn't what the list says") }
    return Entry(
      name: name, isEncrypted: number(head, 8, 2) & 1 == 1, method: number(head, 10, 2),
      size: size, packedSize: packed, sum: UInt32(number(head, 16, 4)), start: start, offset: offset)
  }

  /// Whether a name leads nowhere but into the archive.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200 && !name.hasPrefix("/") && !name.contains("\\")
      && !name.contains(":") && !name.utf8.contains { $0 < 0x20 }
      && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }

  private static func bytes(_ handle: FileHandle, at offset: UInt64, count: Int) throws -> [UInt8] {
    try handle.seek(toOffset: offset)
    let bytes = count == 0 ? [] : [UInt8](try handle.read(upToCount: count) ?? .init())
    guard bytes.count == count else { throw ZipReader.notWhole("it ends too early") }
    return bytes
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> UInt64 {
    bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
