import Casework
import Foundation

extension InterviewSitting {
  /// As it stands in the database.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// From the database; what can't be read counts as nothing said yet.
  init(json: String) {
    self =
      (try? JSONDecoder().decode(InterviewSitting.self, from: Foundation.Data(json.utf8)))
      ?? InterviewSitting()
  }
}
