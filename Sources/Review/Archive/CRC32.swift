/// The checksum of entries of a zip (ISO 3309; APPNOTE.TXT 6.3.10, section 4.4.7).
struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  /// The checksum of all bytes so far.
  var value: UInt32 { ~state }

  /// Takes further bytes.
  mutating func update(_ bytes: some Sequence<UInt8>) {
    let table = Self.table
    var state = state
    for byte in bytes { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
    self.state = state
  }
}
