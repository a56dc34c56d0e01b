import Bibliography
import ProgrammeTheory

extension TextMapping {
  func evidence(of old: Theory, into theory: inout Theory) {
    theory.sources = old.sources.map { source in
      Source(
        id: reference(source.id), role: source.role,
        characteristics: source.characteristics.enumerated().map { index, old in
          // Names must stay apart, and short enough to head a column.
          .init(
            name: "\(index)" + text(old.name).prefix(20).filter { $0.utf8.count < 8 }, value: text(old.value))
        })
    }
    theory.middleRangeTheories = old.middleRangeTheories.map {
      MiddleRangeTheory(
        id: $0.id, name: text($0.name), about: text($0.about), sources: $0.sources.map(reference),
        explains: $0.explains, place: $0.place.map(place))
    }
    theory.flow = old.flow.map {
      FlowStep(
        id: $0.id, what: text($0.what), count: $0.count, unit: text($0.unit), from: $0.from,
        place: $0.place.map(place))
    }
    theory.statements = old.statements.map {
      Statement(id: $0.id, kind: statement($0.kind), place: place($0.place))
    }
    theory.citations = old.citations.map {
      Citation(place: place($0.place), works: $0.works.map(reference), isListing: $0.isListing)
    }
  }

  private func statement(_ old: Statement.Kind) -> Statement.Kind {
    switch old {
    case .count(let of, let stated, let listed):
      .count(of: text(of), stated: stated, listed: listed.map(reference))
    case .tally(let of, let stated, let characteristic, let value):
      .tally(of: text(of), stated: stated, characteristic: text(characteristic), value: text(value))
    case .page(let work, let page): .page(work: reference(work), page: text(page))
    case .included(let of, let works): .included(of: text(of), works: works.map(reference))
    case .quotation(let introduced, let closed, let page):
      .quotation(introduced: reference(introduced), closed: reference(closed), page: page.map(text))
    case .reference: old
    }
  }

  func settings(of old: Theory, into theory: inout Theory) {
    theory.entryPoints = old.entryPoints.map {
      EntryPoint(
        id: $0.id, number: $0.number, name: text($0.name), explanation: text($0.explanation),
        sources: $0.sources.map(reference), sets: $0.sets, place: $0.place.map(place), note: $0.note.map(text)
      )
    }
    theory.arrangements = old.arrangements.map {
      Arrangement(
        id: $0.id, name: text($0.name), integration: $0.integration, basis: $0.basis,
        coveredBy: $0.coveredBy.map(text), place: $0.place.map(place), note: $0.note.map(text))
    }
    theory.levers = old.levers.map {
      Lever(
        id: $0.id, name: text($0.name), moves: $0.moves, phase: $0.phase, phaseBasis: $0.phaseBasis,
        place: $0.place.map(place), sources: $0.sources.map(reference), note: $0.note.map(text))
    }
    theory.patterns = old.patterns.map {
      NamedPattern(
        id: $0.id, name: text($0.name), kind: $0.kind, status: $0.status, sources: $0.sources.map(reference),
        place: $0.place.map(place), note: $0.note.map(text))
    }
  }

  func block(_ old: DynamicsBlock) -> DynamicsBlock {
    func range(_ old: DynamicsBlock.Range) -> DynamicsBlock.Range {
      DynamicsBlock.Range(from: old.from, to: old.to, reason: text(old.reason)) ?? old
    }
    func limit(_ old: DynamicsBlock.Ending.Limit) -> DynamicsBlock.Ending.Limit {
      switch old {
      case .below(let level): .below(range(level))
      case .above(let level): .above(range(level))
      }
    }
    return switch old {
    case .stock(let concept, let reason): .stock(concept: concept, reason: text(reason))
    case .state(let concept, let rest): .state(concept: concept, rest: range(rest))
    case .aftermath(let concept, let reason): .aftermath(concept: concept, reason: text(reason))
    case .initial, .requirement, .attempts: old
    case .blend(let old):
      .blend(.init(of: old.of, and: old.and, by: old.by, into: old.into, reason: text(old.reason)))
    case .cap(let old): .cap(.init(of: old.of, by: old.by, floor: range(old.floor), reason: text(old.reason)))
    case .ending(let old):
      .ending(
        .init(
          id: old.id, name: text(old.name), of: old.of, reach: old.reach, watches: old.watches,
          limit: limit(old.limit), months: range(old.months), hollowUnder: old.hollowUnder, then: old.then))
    case .label(let old):
      .label(
        .init(
          id: old.id, name: text(old.name), all: old.all, rounds: old.rounds.map(range),
          standing: old.standing))
    case .order(let old):
      .order(
        .init(
          id: old.id, says: text(old.says), given: old.given, with: old.with, than: old.than,
          never: old.never, after: old.after))
    }
  }
}
