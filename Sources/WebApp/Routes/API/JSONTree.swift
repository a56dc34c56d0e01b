/// A JSON value, for documents that are put together piece by piece: the description of the API, and schemas.
indirect enum JSONTree: Sendable, Hashable {
  case object([String: JSONTree])
  case array([JSONTree])
  case text(String)
  case whole(Int)
  case decimal(Double)
  case yesOrNo(Bool)
  case nothing

  /// The value of a key.
  subscript(key: String) -> JSONTree? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  /// An object with the fields of another one put over its own.
  func with(_ more: [String: JSONTree]) -> JSONTree {
    guard case .object(let fields) = self else { return self }
    return .object(fields.merging(more) { $1 })
  }
}

extension JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, JSONTree)...) { self = .object(Dictionary(elements) { $1 }) }
  init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .whole(value) }
  init(booleanLiteral value: Bool) { self = .yesOrNo(value) }
}

extension JSONTree: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let value = try? container.decode(Bool.self) {
      self = .yesOrNo(value)
    } else if let value = try? container.decode(Int.self) {
      self = .whole(value)
    } else if let value = try? container.decode(Double.self) {
      self = .decimal(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let fields): try container.encode(fields)
    case .array(let items): try container.encode(items)
    case .text(let text): try container.encode(text)
    case .whole(let number): try container.encode(number)
    case .decimal(let number): try container.encode(number)
    case .yesOrNo(let flag): try container.encode(flag)
    case .nothing: try container.encodeNil()
    }
  }
}
