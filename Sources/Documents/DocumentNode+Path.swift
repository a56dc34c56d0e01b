internal import Yams

/// A way from a value to values inside it, such as `context[].is`: keys, and `[]` for each item of a list.
public struct DocumentPath: Sendable, Hashable, ExpressibleByStringLiteral {
  internal enum Step: Sendable, Hashable {
    case key(String)
    case each
  }

  internal let steps: [Step]

  /// Makes a path out of keys parted by dots, each with `[]` after it where it holds a list.
  public init(stringLiteral value: String) {
    steps = value.split(separator: ".").flatMap { part -> [Step] in
      part.hasSuffix("[]") ? [.key(String(part.dropLast(2))), .each] : [.key(String(part))]
    }
  }
}

extension DocumentNode {
  /// The values at the end of a path, as many as there are; notes nothing.
  public func all(_ path: DocumentPath) -> [DocumentNode] {
    path.steps.reduce([self]) { nodes, step in
      nodes.flatMap { $0.next(step) }
    }
  }

  /// The value at the end of a path, where there is one; notes nothing.
  public func first(_ path: DocumentPath) -> DocumentNode? { all(path).first }

  /// The items of a list; none where the value isn't one. Notes nothing.
  public var items: [DocumentNode] { next(.each) }

  private func next(_ step: DocumentPath.Step) -> [DocumentNode] {
    switch step {
    case .key(let key):
      guard let value = node.mapping?.first(where: { $0.key.scalar?.string == key })?.value else {
        return []
      }
      let field = field.isEmpty ? key : "\(field).\(key)"
      return [DocumentNode(node: value, field: field, file: file, log: log)]
    case .each:
      guard let sequence = node.sequence else { return [] }
      return sequence.enumerated().map { index, item in
        DocumentNode(node: item, field: "\(field)[\(index)]", file: file, log: log)
      }
    }
  }
}
