public import Foundation

/// A folder for a short while into which nobody else can look: what is put there may be confidential, and others use the
/// machine.
public struct PrivateFolder: Sendable {
  /// Where it is.
  public let place: URL

  /// Makes the folder.
  ///
  /// - Throws: an error where it can't be made, such as on a full disk.
  public init() throws {
    let parent = FileManager.default.temporaryDirectory
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    place = parent.appendingPathComponent("realist-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  /// The place of a file in it.
  public func file(_ name: String) -> URL { place.appendingPathComponent(name) }

  /// Takes the folder away with all that is in it.
  public func remove() { try? FileManager.default.removeItem(at: place) }
}
