import Mustache

/// A model's stored properties by their names, each read once.
///
/// Mustache by itself reflects a value anew for every name of the template that it looks for, up the whole stack of values
/// around it: that was nine tenths of the time of a page with long lists.
struct TemplateFields: MustacheParent {
  private let fields: [String: Any]

  /// - Parameter model: a struct.
  init(_ model: Any) {
    var fields: [String: Any] = [:]
    for (label, value) in Mirror(reflecting: model).children {
      if let label, let value = Self.value(value) { fields[label] = value }
    }
    self.fields = fields
  }

  func child(named name: String) -> Any? { fields[name] }

  /// A value as a template takes it: structs by their fields, lists of them too; `nil` for what isn't there.
  private static func value(_ value: Any) -> Any? {
    if value is String || value is Bool || value is Int { return value }
    let mirror = Mirror(reflecting: value)
    return switch mirror.displayStyle {
    case .optional: mirror.children.first.flatMap { Self.value($0.value) }
    case .collection: mirror.children.map { Self.value($0.value) ?? "" }
    // What tells itself in words stands in a template as these.
    case .struct where !(value is any CustomStringConvertible): TemplateFields(value)
    default: value
    }
  }
}
