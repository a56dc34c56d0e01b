#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the bytes of ordinary files, and of nothing that could block or never end (a pipe, a device, a socket).
package enum OrdinaryFile {
  /// Why a file's bytes weren't read.
  package enum Refusal: Error {
    case missing, circular, folder, notOrdinary, notAllowed, unreadable, tooLarge
  }

  /// The bytes of a file.
  ///
  /// The file is opened without waiting and looked at through its descriptor, so that nothing can be put in its place
  /// between the look and the reading.
  package static func bytes(path: String, atMost most: Int) throws(Refusal) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .missing }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(of: errno) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .notOrdinary
    }
    guard status.st_size <= most else { throw .tooLarge }
    return try bytes(of: descriptor, atMost: most)
  }

  private static func bytes(of descriptor: Int32, atMost most: Int) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .unreadable
      }
      bytes += chunk[..<count]
      // A file may grow while it is read, and some that call themselves ordinary have no end.
      guard bytes.count <= most else { throw .tooLarge }
    }
  }

  private static func refusal(of error: Int32) -> Refusal {
    switch error {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case ELOOP: .circular
    case EACCES, EPERM: .notAllowed
    case ENXIO: .notOrdinary
    default: .unreadable
    }
  }
}
