import Bibliography

/// A step from a value of a JSON document to one inside it.
enum Step: Hashable {
  case field(String)
  case item(Int)

  /// As Python takes it.
  var json: JSONValue {
    switch self {
    case .field(let name): .string(name)
    case .item(let index): .number("\(index)")
    }
  }
}

extension JSONValue {
  /// Every value with the way to it, the whole first.
  var places: [(way: [Step], value: JSONValue)] {
    [([], self)] + parts.flatMap { step, part in part.places.map { ([step] + $0.way, $0.value) } }
  }

  private var parts: [(Step, JSONValue)] {
    switch self {
    case .array(let items): items.enumerated().map { (.item($0), $1) }
    case .object(let fields): fields.map { (.field($0.name), $0.value) }
    case .null, .bool, .number, .string: []
    }
  }

  /// The document with the value at a place changed.
  func changed(at way: some Collection<Step>, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard let step = way.first else { return change(self) }
    switch (self, step) {
    case (.array(var items), .item(let index)):
      items[index] = items[index].changed(at: way.dropFirst(), change)
      return .array(items)
    case (.object(var fields), .field(let name)):
      for index in fields.indices where fields[index].name == name {
        fields[index].value = fields[index].value.changed(at: way.dropFirst(), change)
      }
      return .object(fields)
    default: return self
    }
  }

  /// The value under a key of an object.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }
}
