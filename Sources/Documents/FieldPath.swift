/// Where a value stands in its document: the key or the number under which it stands in what holds it, and so on
/// outwards. Its words are made only when somebody is told of it.
internal final class FieldPath: Sendable {
  enum Step: Sendable {
    case key(String)
    case item(Int)
  }

  private let outer: FieldPath?
  private let step: Step

  init(_ step: Step, in outer: FieldPath?) {
    self.step = step
    self.outer = outer
  }

  /// The path as it is told, such as `tellings[2].place`.
  var text: String {
    var steps = [step]
    var next = outer
    while let path = next {
      steps.append(path.step)
      next = path.outer
    }
    return steps.reversed().reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key.clipped
      case .item(let number): text += "[\(number)]"
      }
    }
  }
}
