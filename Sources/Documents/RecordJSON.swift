import Foundation

/// How records for programs are written: sorted keys, so that the same value gives the same bytes.
public enum RecordJSON {
  /// A value as JSON.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - isPretty: whether it stands over several lines.
  /// - Throws: `EncodingError` for what JSON has no word for, such as an infinite number.
  public static func text(_ value: some Encodable, isPretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
