/// One of the types that a request accepts, and how much it is wanted (RFC 9110, section 12.5.1).
struct MediaRange: Sendable, Hashable {
  let type: String
  let subtype: String
  /// From 0, not wanted, to 1.
  let weight: Double

  /// Reads one member of an `Accept` header; `nil` for what is none.
  init?(_ text: Substring) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
    let halves = (parts.first ?? "").lowercased().split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return nil }
    (type, subtype) = (String(halves[0]), String(halves[1]))
    let quality = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }.map { $0.dropFirst(2) }
    guard let weight = quality.map({ Double($0) }) ?? 1, (0...1).contains(weight) else { return nil }
    self.weight = weight
  }

  /// How closely it names a type: 2 exactly, 1 by its first half, 0 as any type; `nil` not at all.
  private func closeness(to name: String) -> Int? {
    let halves = name.split(separator: "/")
    if type == "*", subtype == "*" { return 0 }
    guard type == halves[0] else { return nil }
    return subtype == "*" ? 1 : subtype == halves[1] ? 2 : nil
  }

  /// The type that a request wants most of those that can be given; the first of equals, `nil` where it wants none.
  ///
  /// - Parameter accept: the header; an empty one takes anything.
  static func best(of types: [String], for accept: String) -> String? {
    let text = accept.trimmingSpaces
    guard !text.isEmpty else { return types.first }
    let ranges = text.split(separator: ",").prefix(100).compactMap(MediaRange.init)
    func weight(_ type: String) -> Double {
      let fitting = ranges.compactMap { range in range.closeness(to: type).map { ($0, range.weight) } }
      return fitting.max { $0.0 < $1.0 }?.1 ?? 0
    }
    let best = types.map(weight).max() ?? 0
    return best > 0 ? types.first { weight($0) == best } : nil
  }
}
