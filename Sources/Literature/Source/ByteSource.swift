#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, a chunk at a time, as UTF-8 whatever they were.
///
/// A file of any size takes the memory of one chunk. See `TextDecoder` for what becomes of other encodings.
public final class ByteSource {
  /// As many bytes as are read at once.
  public static let chunkSize = 256 * 1024

  /// What messages call the file.
  public let name: String
  private var origin: Origin
  private var decoder = TextDecoder()
  /// Decoded bytes that were looked at and not yet handed out.
  private var held: [UInt8] = []
  private var isAtEnd = false

  private enum Origin {
    case memory([UInt8], position: Int, chunk: Int)
    case descriptor(Int32, isOwned: Bool)
  }

  /// Bytes that are there already, handed out in chunks of a size.
  public init(bytes: [UInt8], named name: String, chunk: Int = chunkSize) {
    self.name = name
    origin = .memory(bytes, position: 0, chunk: max(1, chunk))
  }

  /// The file at a path.
  ///
  /// - Throws: ``RecordFileError`` where there is none, or it is a folder or can't be opened.
  public init(path: String) throws(RecordFileError) {
    name = path
    guard !path.isEmpty, !path.utf8.contains(0) else { throw RecordFileError(path, .missing) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw RecordFileError(path, Self.reason(errno)) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      _ = close(descriptor)
      throw RecordFileError(path, .folder)
    }
    origin = .descriptor(descriptor, isOwned: true)
  }

  /// What another program writes to this one.
  public init() {
    name = "standard input"
    origin = .descriptor(0, isOwned: false)
  }

  deinit {
    if case .descriptor(let descriptor, isOwned: true) = origin { _ = close(descriptor) }
  }

  /// The next bytes, valid UTF-8 each time; `nil` at the end.
  ///
  /// - Throws: ``RecordFileError`` where the file can't be read further.
  public func next() throws(RecordFileError) -> [UInt8]? {
    if !held.isEmpty {
      defer { held = [] }
      return held
    }
    while !isAtEnd {
      let bytes = try readDecoded()
      if !bytes.isEmpty { return bytes }
    }
    return nil
  }

  /// The first bytes of those to come, which are handed out later all the same.
  ///
  /// - Throws: ``RecordFileError`` where the file can't be read.
  public func peek(_ count: Int) throws(RecordFileError) -> ArraySlice<UInt8> {
    while held.count < count, !isAtEnd { held += try readDecoded() }
    return held.prefix(count)
  }

  /// How the bytes were written.
  public var encoding: TextEncoding { decoder.encoding }

  /// What the decoder mended, for the report.
  var mended: TextDecoder.Mended { decoder.mended }

  private func readDecoded() throws(RecordFileError) -> [UInt8] {
    let chunk = try readChunk()
    isAtEnd = chunk == nil
    return decoder.decoded(chunk ?? [], isLast: chunk == nil)
  }

  private func readChunk() throws(RecordFileError) -> [UInt8]? {
    switch origin {
    case .memory(let bytes, let position, let chunk):
      guard position < bytes.count else { return nil }
      let end = min(bytes.count, position + chunk)
      origin = .memory(bytes, position: end, chunk: chunk)
      return Array(bytes[position..<end])
    case .descriptor(let descriptor, _):
      var buffer = [UInt8](repeating: 0, count: Self.chunkSize)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count == 0 { return nil }
        if count > 0 {
          if count < buffer.count { buffer.removeLast(buffer.count - count) }
          return buffer
        }
        guard errno == EINTR else { throw RecordFileError(name, .unreadable) }
      }
    }
  }

  private static func reason(_ error: Int32) -> RecordFileError.Reason {
    switch error {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case EACCES, EPERM: .notAllowed
    default: .unreadable
    }
  }
}
