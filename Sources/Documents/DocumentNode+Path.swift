internal import Yams

/// One step from a value to a value inside it.
public enum PathStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// The value of a key of a group.
  case key(String)
  /// An item of a list, counted from 0.
  case item(Int)

  /// A key.
  public init(stringLiteral value: String) { self = .key(value) }
  /// An item.
  public init(integerLiteral value: Int) { self = .item(value) }
}

extension DocumentNode {
  /// The value at the end of a path, or the last one on the way that the document has: good enough to point at.
  public func at(_ steps: PathStep...) -> DocumentNode {
    var here = self
    for step in steps {
      guard let next = here.step(step) else { return here }
      here = next
    }
    return here
  }

  private func step(_ step: PathStep) -> DocumentNode? {
    switch step {
    case .key(let key):
      guard let value = node.mapping?.first(where: { $0.key.scalar?.string == key })?.value else {
        return nil
      }
      return DocumentNode(node: value, field: field.isEmpty ? key : "\(field).\(key)", file: file, log: log)
    case .item(let index):
      guard let sequence = node.sequence, sequence.indices.contains(index) else { return nil }
      return DocumentNode(node: sequence[index], field: "\(field)[\(index)]", file: file, log: log)
    }
  }
}
