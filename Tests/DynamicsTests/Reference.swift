import ProgrammeTheory

@testable import Dynamics

/// A model written down a second time, straight from the page that tells it (docs/model.md), slowly and without a compiler:
/// stocks, states, configurations, rivals. What runs must give the same numbers.
struct Reference {
  let theory: Theory
  let partners: Partners
  let value: (String) -> Double
  var levels: [Concept.ID: [Double]] = [:]
  private var activations: [CMOConfiguration.ID: [Double]] = [:]
  private let states: [Concept.ID: DynamicsBlock.Range]

  init(_ theory: Theory, _ partners: Partners, value: @escaping (String) -> Double) {
    self.theory = theory
    self.partners = partners
    self.value = value
    var states: [Concept.ID: DynamicsBlock.Range] = [:]
    for case .state(let concept, let rest) in theory.dynamics { states[concept] = rest }
    self.states = states
    for concept in theory.concepts {
      levels[concept.id] = partners.places(of: concept.scope).map { place in
        states[concept.id] != nil ? value("rest/\(concept.id)") : value("start/\(concept.id)\(place.suffix)")
      }
    }
  }

  private func scope(_ id: Concept.ID) -> Concept.Scope { theory.concept(id)?.scope ?? .collaboration }

  private func read(_ values: [Double], _ scope: Concept.Scope, at place: LevelPlace) -> Double {
    switch (scope, place) {
    case (.collaboration, _): return values[0]
    case (.partner, .partner(let one)): return values[one]
    case (.partner, .relation(let of, let towards)):
      let share = value("share-of-the-other")
      return (1 - share) * values[of] + share * values[towards]
    case (.relation, .relation): return values[partners.index(of: place)]
    case (_, .collaboration): return values.reduce(0, +) / Double(values.count)
    case (.relation, .partner(let one)):
      let own = (0..<partners.count).filter { $0 != one }
      return own.map { values[partners.index(of: .relation(of: one, towards: $0))] }.reduce(0, +)
        / Double(own.count)
    }
  }

  private func lean(_ literal: Literal, at place: LevelPlace) -> Double {
    let z = 2 * read(levels[literal.concept] ?? [], scope(literal.concept), at: place) - 1
    let lean = literal.direction == .more ? z : -z
    guard literal.degree == .much else { return lean }
    let edge = value("edge/\(literal.concept)")
    if abs(lean) <= edge { return 0 }
    return (abs(lean) - edge) / (1 - edge) * (lean < 0 ? -1 : 1)
  }

  private func context(_ literals: [Literal], _ turns: Bool, at place: LevelPlace) -> Double {
    let leans = literals.map { lean($0, at: place) }
    if let least = leans.min(), least > 0 { return least }
    if turns, let most = leans.max(), most < 0 { return most }
    return 0
  }

  private func holds(_ configuration: CMOConfiguration) -> Bool {
    theory.rivalries.allSatisfy { rivalry in
      let own = rivalry.readings.indices.filter {
        rivalry.readings[$0].configurations.contains(configuration.id)
      }
      return own.isEmpty || own.contains(Int(value("reading/\(rivalry.id)")))
    }
  }

  /// One step: all that bears on levels and mechanisms is worked out first, then all take their next values.
  mutating func step() {
    var pushes: [Concept.ID: [(scope: Concept.Scope, strengths: [Double])]] = [:]
    var buffers: [Concept.ID: [(scope: Concept.Scope, strengths: [Double])]] = [:]
    var followed: [CMOConfiguration.ID: [Double]] = [:]
    for configuration in theory.configurations {
      let chosen = configuration.mechanism?.origin == .chosen ? configuration.mechanism?.literals ?? [] : []
      let origins =
        configuration.context.isEmpty ? configuration.mechanism?.literals ?? [] : configuration.context
      let scopes = (origins + configuration.conditions.flatMap(\.anyOf) + chosen).map { scope($0.concept) }
      let finest: Concept.Scope =
        scopes.contains(.relation) ? .relation : scopes.contains(.partner) ? .partner : .collaboration
      let places = partners.places(of: finest)
      var (fired, active, next): ([Double], [Double], [Double]) = ([], [], [])
      for (index, place) in places.enumerated() {
        let conditions = configuration.conditions.map { condition in
          condition.anyOf.map { max(0, lean($0, at: place)) }.max() ?? 0
        }
        let gate = holds(configuration) ? conditions.min() ?? 1 : 0
        var drive = context(origins, configuration.reversibility.isAllowed, at: place)
        guard let mechanism = configuration.mechanism, !configuration.context.isEmpty else {
          fired.append(gate * drive)
          continue
        }
        var target = gate * value("strength/\(configuration.id)/mechanism") * drive
        if mechanism.origin == .chosen {
          let brought = mechanism.literals.map { max(0, lean($0, at: place)) }.min() ?? 0
          drive = drive > 0 ? min(drive, brought) : -min(-drive, brought)
          target = gate * drive
        }
        let now = activations[configuration.id]?[index] ?? 0
        let agrees = drive * now > 0
        fired.append(agrees ? gate * min(abs(drive), abs(now)) * (drive < 0 ? -1 : 1) : 0)
        active.append(now)
        let rate = gate == 0 && target == 0 && now == 0 ? 1 : value("lag/\(configuration.id)")
        next.append((now + rate * target) / (1 + rate))
      }
      if !next.isEmpty { followed[configuration.id] = next }
      for literal in configuration.setsOff {
        pushes[literal.concept, default: []].append(
          (finest, active.map { literal.direction == .more ? $0 : -$0 }))
      }
      for effect in configuration.outcome {
        let strength = value("strength/\(configuration.id)/\(effect.change.rawValue)/\(effect.concept)")
        let sign: Double = [.lowers, .exposes].contains(effect.change) ? -1 : 1
        let strengths = fired.map { sign * strength * $0 }
        if effect.direction == nil {
          buffers[effect.concept, default: []].append((finest, strengths))
        } else {
          pushes[effect.concept, default: []].append((finest, strengths))
        }
      }
    }
    move(pushes, buffers)
    for (id, values) in followed { activations[id] = values }
  }

  private mutating func move(
    _ pushes: [Concept.ID: [(scope: Concept.Scope, strengths: [Double])]],
    _ buffers: [Concept.ID: [(scope: Concept.Scope, strengths: [Double])]]
  ) {
    var next = levels
    for concept in theory.concepts where pushes[concept.id] != nil || states[concept.id] != nil {
      for (index, place) in partners.places(of: concept.scope).enumerated() {
        let strengths = (pushes[concept.id] ?? []).map { read($0.strengths, $0.scope, at: place) }
        let cushions = (buffers[concept.id] ?? []).map { read($0.strengths, $0.scope, at: place) }
        let pace = value("pace/\(concept.id)") / Double(Model.stepsInARound)
        let isState = states[concept.id] != nil
        let up = pace * strengths.filter { $0 > 0 }.reduce(0, +)
        var down =
          pace * -strengths.filter { $0 < 0 }.reduce(0, +) * (isState ? 1 : value("loss/\(concept.id)"))
        down *= (1 - cushions.filter { $0 < 0 }.reduce(0, +)) / (1 + cushions.filter { $0 > 0 }.reduce(0, +))
        let pull = isState ? pace * value("pull/\(concept.id)") : 0
        let rest = isState ? value("rest/\(concept.id)") : 0
        let level = levels[concept.id]?[index] ?? 0
        next[concept.id]?[index] = (level + up + pull * rest) / (1 + up + down + pull)
      }
    }
    levels = next
  }
}
