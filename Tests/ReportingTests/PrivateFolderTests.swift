import Foundation
import Reporting
import Testing

@Suite("Private folders")
struct PrivateFolderTests {
  @Test("Nobody else can look into one, no two are the same, and one is gone with all that is in it")
  func ownersAlone() throws {
    let (folder, other) = (try PrivateFolder(), try PrivateFolder())
    defer { other.remove() }
    #expect(folder.place != other.place)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.place.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
    try Data("words".utf8).write(to: folder.file("a.txt"))
    folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.place.path))
    folder.remove()
  }
}
