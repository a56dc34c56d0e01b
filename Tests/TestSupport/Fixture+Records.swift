public import Foundation

extension Fixture {
  /// Exports of records, one of each dialect, invented for tests.
  public static let records = folder.appendingPathComponent("records")

  /// The names of these files.
  public static var recordFiles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: records.path)) ?? []).sorted()
  }

  /// The bytes of one of these files.
  ///
  /// - Throws: an error when it can't be read.
  public static func recordBytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: records.appendingPathComponent(name)))
  }
}
