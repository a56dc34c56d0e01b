import OrderedCollections
import ProgrammeTheory
import Reporting

extension AssessmentTeller {
  /// Where it leads: the main things one by one, each with the shortest chains that move it, and the picture of them.
  var outlook: Part {
    var blocks: [Block] = [.figure(figure)]
    for (prospect, standing) in mainThings {
      blocks.append(.subheading(heading(prospect, standing)))
      let strands = strands(of: standing)
      var sentences = strands.map { strand in
        Sentence(theory.line(strand) + ".", why: why(strand), mark: mark(strand))
      }
      for ground in standing.bufferedBy.prefix(2) {
        let strand = entailment.strand(to: Literal(.more, standing.concept), by: ground)
        sentences.append(Sentence(theory.line(strand) + ".", why: why(strand)))
      }
      let left = standing.raisedBy.count + standing.loweredBy.count - strands.count
      if left > 0 {
        sentences.append(Sentence("And \(left) more, by longer or like ways.", emphasis: .muted))
      }
      if sentences.isEmpty {
        sentences.append(Sentence("Nothing that is known moves it.", emphasis: .muted, mark: .silent))
      }
      blocks.append(.list(sentences))
    }
    return Part(id: "outlook", title: "Where this leads", blocks: blocks)
  }

  private func heading(_ prospect: Prospect, _ standing: Standing) -> String {
    let known = standing.fact.map { " (known: \(words($0, of: prospect.concept)))" } ?? ""
    return Theory.capitalised(name(prospect.concept)) + known + ": " + short(standing.tendency)
  }

  func short(_ tendency: Standing.Tendency) -> String {
    switch tendency {
    case .still: "not moved"
    case .turns(let direction): direction == .more ? "rises" : "falls"
    case .turnsFirst(let direction):
      direction == .more
        ? "rises first, and is then pulled both ways" : "falls first, and is then pulled both ways"
    case .pulledBothWays: "pulled both ways"
    }
  }

  private func mark(_ strand: Strand) -> Mark? {
    strand.steps.last.map { $0.passesOn.direction == .more ? .rises : .falls }
  }

  /// The shortest strands each way: two of the direction that comes first, one of the other.
  func strands(of standing: Standing) -> [Strand] {
    let first = standing.tendency.first
    return Direction.allCases.sorted { one, _ in one == first }.flatMap { direction in
      let isOther = first != nil && direction != first
      return entailment.strands(to: Literal(direction, standing.concept), most: isOther ? 1 : 2)
    }
  }

  // MARK: The picture

  /// The causal picture of this case: the shortest strand each way to each of the main things.
  var figure: Figure {
    let strands = mainThings.flatMap { prospect, standing in
      Direction.allCases.flatMap { entailment.strands(to: Literal($0, prospect.concept), most: 1) }
    }
    let moved = mainThings.filter { $0.standing.tendency != .still }.count
    return figure(
      of: strands, id: "causal-picture", title: "What leads to what here",
      from:
        "from what is known of this case, by the shortest chains, to the main things that the theory speaks of",
      sentence: Sentence(
        "From what is known, short chains reach \(moved) of the \(theory.outlook.count) main things."))
  }

  /// A causal picture of some strands, and the same as a table.
  func figure(of strands: [Strand], id: Figure.ID, title: String, from way: String, sentence: Sentence)
    -> Figure
  {
    let legs = OrderedSet(strands.flatMap(legs))
    let names = OrderedSet(legs.flatMap { [$0.from.concept, $0.to.concept] })
    return Figure(
      id: id, title: title,
      description: "A causal picture with \(names.count) boxes: \(way).", sentence: sentence,
      // Ways of working that draw the same arrow are one arrow in the picture, and rows of their own in the table.
      picture: .graph(CausalPicture(nodes: names.map(node), arrows: Array(OrderedSet(legs.map(arrow))))),
      table: table(of: legs))
  }

  /// One arrow of the picture.
  struct Leg: Hashable {
    let from: Literal
    let to: Literal
    let isBuffer: Bool
    let configuration: CMOConfiguration.ID
    let form: CMOConfiguration.Form
  }

  private func legs(_ strand: Strand) -> [Leg] {
    strand.steps.enumerated().flatMap { index, step -> [Leg] in
      let form = step.configuration
      let isBuffer = strand.isBuffer && index == strand.steps.count - 1
      let through = form.setsOff.first { $0 != step.passesOn }
      func leg(_ from: Literal, _ to: Literal, _ buffers: Bool = false) -> Leg {
        Leg(from: from.plain, to: to.plain, isBuffer: buffers, configuration: form.id, form: form.form)
      }
      guard let through else {
        return form.starts.map { leg($0, step.passesOn, isBuffer) }
      }
      return form.starts.map { leg($0, through) } + [leg(through, step.passesOn, isBuffer)]
    }
  }

  private func node(_ concept: Concept.ID) -> CausalPicture.Node {
    let standing = entailment.standing(of: concept)
    let tone: CausalPicture.Tone =
      switch (standing.fact, standing.tendency) {
      case (_?, _): .given
      case (nil, .still): .neutral
      case (nil, .turns(.more)): .up
      case (nil, .turns(.less)): .down
      case (nil, .turnsFirst), (nil, .pulledBothWays): .contested
      }
    let fact = standing.fact.map { words($0, of: concept) }
    return CausalPicture.Node(id: concept.text, label: fact ?? name(concept), tone: tone)
  }

  private func arrow(_ leg: Leg) -> CausalPicture.Arrow {
    let sign: CausalPicture.Sign =
      leg.isBuffer ? .buffers : leg.from.direction == leg.to.direction ? .more : .less
    let isContested = !theory.rivalries(of: leg.configuration).isEmpty
    return CausalPicture.Arrow(
      from: leg.from.concept.text, to: leg.to.concept.text, sign: sign,
      emphasis: isContested ? .contested : .fires)
  }

  private func table(of legs: OrderedSet<Leg>) -> Table {
    Table(
      caption: "The arrows of the picture", columns: ["From", "What it does"],
      rows: legs.map { leg in
        let does =
          leg.isBuffer ? theory.clause(OutcomeEffect(.buffers, leg.to.concept)) : theory.change(leg.to)
        return [Cell(theory.state(leg.from)), Cell(does, why: [why(leg.configuration, leg.form)])]
      })
  }
}
