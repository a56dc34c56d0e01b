import ProgrammeTheory

/// The slots of a telling, as the parts of a coding fill them.
struct TellingSlots {
  private(set) var context: [Told<Literal>] = []
  private(set) var conditions: [Told<Literal>] = []
  private(set) var mechanism: [Told<Literal>] = []
  private(set) var outcome: [Told<OutcomeEffect>] = []
  /// The parts that fill none, and why, a sentence each.
  private(set) var leftOut: [String] = []

  init(_ made: MadeCoding, _ assignment: ConceptAssignment, _ synthesis: Synthesis) {
    for (index, part) in made.coding.parts.enumerated() where !part.slot.isThematic {
      let which = "Part \(index + 1) of coding \(made.act), “\(made.codes[index].code)”,"
      guard let meaning = assignment.meaning(ofPart: index + 1, of: made) else {
        leftOut.append("\(which) stands for no concept.")
        continue
      }
      let concept = synthesis.concept(meaning.concept)?.formation.concept
      let isTheName =
        CodeLabel(part.code).text == concept.map { CodeLabel($0.name).text } || part.code == concept?.id.text
      let words = part.words ?? (isTheName ? nil : part.code.onALine)
      if part.slot == .outcome {
        guard let effect = part.effect(meaning) else {
          leftOut.append(
            "\(which) doesn't say which way the outcome goes, or buffers the other end of its concept.")
          continue
        }
        outcome.append(Told(effect, words: words, inference: part.inference))
      } else {
        guard let literal = part.literal(meaning) else {
          leftOut.append("\(which) doesn't say whether there is more or less of it.")
          continue
        }
        let told = Told(literal, words: words, inference: part.inference)
        switch part.slot {
        case .context: context.append(told)
        case .condition: conditions.append(told)
        default: mechanism.append(told)
        }
      }
    }
  }
}

extension CodedPart {
  /// The literal that it says of its concept; `nil` where it doesn't say which way.
  func literal(_ meaning: ConceptAssignment.Meaning) -> Literal? {
    guard let (said, degree) = amount else { return nil }
    return Literal(meaning.isReversed ? said.reversed : said, meaning.concept, degree: degree)
  }

  /// The effect that it says on its concept; `nil` where it doesn't say which way, or buffers the other end of it.
  func effect(_ meaning: ConceptAssignment.Meaning) -> OutcomeEffect? {
    switch direction {
    case .buffers: meaning.isReversed ? nil : OutcomeEffect(.buffers, meaning.concept)
    case .exposes: meaning.isReversed ? nil : OutcomeEffect(.exposes, meaning.concept)
    default:
      literal(meaning).map { OutcomeEffect($0.direction == .more ? .raises : .lowers, meaning.concept) }
    }
  }

  private var amount: (Direction, Literal.Degree)? {
    switch direction {
    case .more: (.more, .any)
    case .less: (.less, .any)
    case .muchMore: (.more, .much)
    case .muchLess: (.less, .much)
    case .buffers, .exposes, .none: nil
    }
  }
}
