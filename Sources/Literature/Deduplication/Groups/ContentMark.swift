import Bibliography

/// A record's content as two hashes: exact copies have the same, and their order is the content's, not the file's.
struct ContentMark: Hashable, Comparable, Sendable {
  private let first: UInt64
  private let second: UInt64

  init(_ record: Record) {
    var forward = StableHash()
    var again = StableHash()
    again.combine(1)
    for field in Self.fields(record) {
      forward.combine(field.utf8)
      again.combine(field.utf8)
    }
    first = forward.value
    second = again.value
  }

  static func < (left: ContentMark, right: ContentMark) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }

  private static func fields(_ record: Record) -> [String] {
    let reference = record.reference
    var fields = [
      reference.type.rawValue, reference.title ?? "", reference.issued?.description ?? "",
      reference.containerTitle ?? "", reference.volume ?? "", reference.issue ?? "", reference.page ?? "",
      reference.doi ?? "", record.abstract ?? "",
    ]
    fields += record.identifiers.map { "\($0.kind.rawValue) \($0.value)" }
    for name in reference.authors {
      fields.append(contentsOf: [name.literal ?? "", name.family ?? "", name.given ?? "", name.suffix ?? ""])
    }
    return fields
  }
}
