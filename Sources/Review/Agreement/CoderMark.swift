public import ProgrammeTheory

/// What one coder says at one place: a code, or the concept that it stands for, in a slot.
public struct CoderMark: Sendable, Hashable, Codable {
  /// The slot.
  public let slot: CodingSlot
  /// The code as it is called now, or the concept.
  public let term: String
  /// Which way.
  public let direction: CodedDirection
  /// How it is known.
  public let inference: Inference

  /// The mark as it is written: “less open talk”, of an outcome “raises quarrels”.
  public var words: String { direction.told(term, in: slot) }
}

extension CoderMark {
  /// Marks a part of a coding by the code that it stands under now, turned round where the code is the other end of it.
  init(codeOf part: CodedPart, _ use: CodeUse) {
    self.init(part, term: use.code, isReversed: use.isReversed)
  }

  /// Marks a part of a coding by a concept, turned round where the code is the other end of it.
  init(_ part: CodedPart, _ meaning: ConceptAssignment.Meaning) {
    self.init(part, term: meaning.concept.text, isReversed: meaning.isReversed)
  }

  private init(_ part: CodedPart, term: String, isReversed: Bool) {
    (slot, inference) = (part.slot, part.inference)
    guard isReversed else {
      (self.term, direction) = (term, part.direction)
      return
    }
    // What is buffered, and what goes no way, has no other direction: the other end stands for itself.
    let turned = part.direction.reversed
    (self.term, direction) = turned.map { (term, $0) } ?? ("the other end of \(term)", part.direction)
  }
}

extension CodedDirection {
  /// The other way; `nil` for what has none.
  var reversed: CodedDirection? {
    switch self {
    case .more: .less
    case .less: .more
    case .muchMore: .muchLess
    case .muchLess: .muchMore
    case .buffers, .exposes, .none: nil
    }
  }
}
