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
    var found: [DocumentNode] = []
    collect(path.steps[...], into: &found)
    return found
  }

  /// The value at the end of a path, where there is one; notes nothing.
  public func first(_ path: DocumentPath) -> DocumentNode? { all(path).first }

  /// The items of a list; none where the value isn't one. Notes nothing.
  public var items: [DocumentNode] { value.list.map(nodes) ?? [] }

  private func collect(_ steps: ArraySlice<DocumentPath.Step>, into found: inout [DocumentNode]) {
    guard let step = steps.first else {
      found.append(self)
      return
    }
    switch step {
    case .key(let key):
      guard let value = value.group?[key] else { return }
      with(value, at: .key(key)).collect(steps.dropFirst(), into: &found)
    case .each:
      guard let list = value.list else { return }
      for (index, item) in list.enumerated() {
        with(item, at: .item(index)).collect(steps.dropFirst(), into: &found)
      }
    }
  }
}
