import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// The loops: first those that the authors name, with their arms, then all others, shortest first.
  ///
  /// - Parameters:
  ///   - bound: the most configurations in a loop.
  ///   - most: the most loops to tell.
  public func loops(atMost bound: Int, most: Int) -> Page {
    let found = theory.loops(atMost: bound, most: most)
    let reinforcing = found.loops.count { $0.sign == .reinforcing }
    let core = found.stronglyConnected.first ?? []
    let story = [
      Sentence(
        "\(found.areAllFound ? "" : "At least ")\(found.loops.count + found.leftOut) elementary loops of up to \(bound) configurations; the shortest "
          + "\(found.loops.count) are told, \(found.leftOut) left out."),
      Sentence(
        "Of those told, \(reinforcing) reinforce themselves and \(found.loops.count - reinforcing) balance."),
      Sentence("The largest group in which everything leads to everything: \(Theory.list(core.map(name)))."),
    ]
    let others = Part(
      id: "elementary", title: "Elementary loops, shortest first",
      blocks: [.list(found.loops.map { Sentence("\(line($0)). \(ways($0))", why: why($0)) }, ordered: true)])
    return page("Loops", story: story, parts: [named, others].compactMap(\.self))
  }

  // MARK: What the authors name

  private var named: Part? {
    guard !theory.patterns.isEmpty else { return nil }
    return Part(
      id: "named", title: "Loops, scales and thresholds that the authors name",
      blocks: theory.patterns.flatMap(blocks))
  }

  private func blocks(of pattern: NamedPattern) -> [Block] {
    let place = pattern.place.map { " (\($0.words))" } ?? ""
    var blocks: [Block] = [.subheading(Theory.capitalised(pattern.name))]
    blocks.append(
      .paragraph([
        Sentence("\(words(pattern.kind)) The authors' word for it: \(pattern.status.rawValue)\(place).")
      ]))
    if case .loop = pattern.kind {
      let arms = theory.arms(of: pattern)
      let signs = Set(arms.map(\.sign))
      if arms.isEmpty {
        blocks.append(.note(Sentence("The configurations don't close it.")))
      } else {
        let fixed = signs.count == 1 ? "all of one sign" : "of both signs, so that its sign isn't fixed"
        blocks.append(
          .paragraph([
            Sentence(
              "The configurations make \(arms.count) \(arms.count == 1 ? "arm" : "arms") of it, \(fixed):")
          ]))
        blocks.append(.list(arms.prefix(8).map { Sentence("\(line($0)). \(ways($0))", why: why($0)) }))
        if arms.count > 8 {
          blocks.append(.paragraph([Sentence("And \(arms.count - 8) longer ones.", emphasis: .muted)]))
        }
      }
    }
    if let note = pattern.note { blocks.append(.note(Sentence(note))) }
    return blocks
  }

  private func words(_ kind: NamedPattern.Kind) -> String {
    switch kind {
    case .loop(let through, let sign):
      "A loop through \(Theory.list(through.map(name))); sign: \(sign.rawValue)."
    case .scale(let low, let high): "A scale from \(name(low)) to \(name(high))."
    case .threshold(let of, let leads):
      "A threshold of \(name(of)) at which \(theory.change(Literal(.more, leads)))."
    case .shift(let from, let to, let along):
      "A shift from \(Theory.list(from.map(name))) to \(name(to)), along \(Theory.list(along.map(name)))."
    }
  }

  // MARK: One loop

  /// A loop in one line, with its sign.
  func line(_ loop: Loop) -> String {
    let start = loop.hops.first.map { theory.state($0.from) } ?? ""
    let steps = loop.hops.map { theory.change($0.to) }
    return "\(Theory.capitalised(loop.sign.rawValue)): \(([start] + steps).joined(separator: " → "))"
  }

  /// Whether a loop runs both ways, what makes it, and how it is left.
  private func ways(_ loop: Loop) -> String {
    let makers = loop.hops.map { $0.configurations.prefix(2).map(\.text).joined(separator: " or ") }
    let both = loop.runsBothWays ? " It runs the other way too." : ""
    let exit: String
    if let first = loop.exits.first.flatMap(theory.configuration) {
      exit =
        " Exit: \(lowered(title(first)))\(loop.exits.count > 1 ? " and \(loop.exits.count - 1) more" : "")."
    } else if !loop.entries.isEmpty {
      exit = " Exit: none leads out; \(loop.entries.count) ways act on it from outside."
    } else {
      exit = " Exit: none."
    }
    return "By \(makers.joined(separator: "; ")).\(both)\(exit)"
  }

  func why(_ loop: Loop) -> [String] {
    loop.hops.compactMap { hop in
      hop.configurations.first.map { why($0, hop.isByRule ? .reversedByRule : .told) }
    }
  }
}
