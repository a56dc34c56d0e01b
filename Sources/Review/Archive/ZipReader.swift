import Foundation

/// Reads a zip of entries that are stored as they are. Nothing is ever written under a name that the zip gives, and a zip
/// whose parts overlap, repeat, reach beyond the file, or don't match each other is refused.
struct ZipReader {
  /// Why a zip can't be used, in words that say what to do.
  struct Fault: Error {
    let words: String
    init(_ words: String) { self.words = words }
  }

  private struct Entry {
    let offset: UInt64
    let size: UInt64
    let sum: UInt32
  }

  /// As many entries as are looked at, and as many bytes of their list.
  private static let most = (entries: 1_000, list: 1 << 20)
  private let handle: FileHandle
  private var entries: [String: Entry] = [:]

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
    let list = try Self.list(handle, length: length)
    var ends: [(start: UInt64, end: UInt64)] = []
    var rest = list.bytes[...]
    for _ in 0..<list.count {
      let (name, entry, start) = try Self.entry(&rest, handle, before: list.start)
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw Self.notWhole("an entry stands twice")
      }
      ends.append((start, entry.offset + entry.size))
    }
    ends.sort { $0.start < $1.start }
    for (one, next) in zip(ends, ends.dropFirst()) where next.start < one.end {
      throw Self.notWhole("two entries overlap")
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

  // MARK: The list

  private static func list(
    _ handle: FileHandle, length: UInt64
  ) throws -> (bytes: [UInt8], count: Int, start: UInt64) {
    let none = Fault("this is no zip. Name an archive that realist review archive has made.")
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
    guard count <= most.entries, size <= UInt64(most.list), start + size == end else {
      throw notWhole("its list of entries is damaged, too long, or in the form for very large zips")
    }
    return (try bytes(handle, at: start, count: Int(size)), count, start)
  }

  private static func entry(
    _ rest: inout ArraySlice<UInt8>, _ handle: FileHandle, before limit: UInt64
  ) throws -> (name: String, Entry, start: UInt64) {
    let head = Array(rest.prefix(46))
    guard head.count == 46, number(head, 0, 4) == 0x0201_4B50 else { throw notWhole("its list is damaged") }
    let lengths = (28...32).filter { $0 % 2 == 0 }.map { Int(number(head, $0, 2)) }
    let nameBytes = Array(rest.dropFirst(46).prefix(lengths[0]))
    guard rest.count >= 46 + lengths.reduce(0, +),
      let name = String(validating: nameBytes, as: UTF8.self), isPlain(name)
    else { throw notWhole("the name of an entry is no plain name") }
    rest = rest.dropFirst(46 + lengths.reduce(0, +))
    let (size, packed, start) = (number(head, 24, 4), number(head, 20, 4), number(head, 42, 4))
    guard number(head, 8, 2) & 1 == 0 else { throw Fault("it is encrypted. Take away its password first.") }
    guard number(head, 10, 2) == 0, size == packed else {
      throw Fault(
        "\(name) in it is compressed, as another program has packed it. Unpack it, and pack it without compression: "
          + "zip -0 -X NEW.zip *")
    }
    guard start + 30 <= limit else { throw notWhole("an entry lies beyond its end") }
    let local = try bytes(handle, at: start, count: 30)
    let offset = start + 30 + number(local, 26, 2) + number(local, 28, 2)
    guard number(local, 0, 4) == 0x0403_4B50, number(local, 8, 2) == 0, offset + size <= limit,
      try bytes(handle, at: start + 30, count: Int(number(local, 26, 2))) == nameBytes
    else { throw notWhole("an entry isn't what the list says") }
    return (name, Entry(offset: offset, size: size, sum: UInt32(number(head, 16, 4))), start)
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
    guard bytes.count == count else { throw notWhole("it ends too early") }
    return bytes
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> UInt64 {
    bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
