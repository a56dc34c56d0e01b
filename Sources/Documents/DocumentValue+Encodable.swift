/// As JSON: groups become objects, lists become arrays, whatever their layout in YAML.
extension DocumentValue: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .group(let pairs), .inlineGroup(let pairs):
      var container = encoder.container(keyedBy: Key.self)
      for pair in pairs { try container.encode(pair.value, forKey: Key(stringValue: pair.key)) }
    case .list(let items), .inlineList(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .whole(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .decimal(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .yesOrNo(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    }
  }
}
