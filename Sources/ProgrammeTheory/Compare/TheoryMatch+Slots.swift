import Bibliography

/// What differs between two parts that are one.
extension TheoryMatch {
  func slots(_ old: Concept, _ new: Concept) -> [SlotChange] {
    [
      .of(.id, old.id.text, new.id.text), .of(.name, old.name, new.name),
      .of(.definition, old.definition, new.definition), .of(.phrases, old.phrases, new.phrases),
      .of(.scope, old.scope.rawValue, new.scope.rawValue),
      .of(.scale, old.scale.rawValue, new.scale.rawValue),
      .of(.wording, old.wording.texts, new.wording.texts), .of(.group, old.group, new.group),
      .of(.question, old.question.texts, new.question.texts), .of(.signs, old.signs.texts, new.signs.texts),
      .of(.coding, old.coding.texts, new.coding.texts),
    ].compactMap(\.self)
  }

  func slots(_ old: CMOConfiguration, _ new: CMOConfiguration) -> [SlotChange] {
    func terms(_ literals: [Literal], _ side: ComparedSide) -> [(text: String, is: ClaimShape.Term)] {
      literals.map { ($0.description, names.term($0, side)) }
    }
    func conditions(_ of: CMOConfiguration, _ side: ComparedSide) -> [(
      text: String, is: Set<ClaimShape.Term>
    )] {
      of.conditions.map { condition in
        (
          condition.anyOf.map(\.description).joined(separator: " or "),
          Set(condition.anyOf.map { names.term($0, side) })
        )
      }
    }
    func effects(_ of: CMOConfiguration, _ side: ComparedSide) -> [(text: String, is: ClaimShape.Effect)] {
      of.outcome.map { ($0.description, names.effect($0, side)) }
    }
    return [
      .of(.id, old.id.text, new.id.text), .of(.title, old.title, new.title),
      .of(.context, terms(old.context, .old), terms(new.context, .new)),
      .of(.conditions, conditions(old, .old), conditions(new, .new)),
      .of(.mechanism, terms(old.mechanism?.literals ?? [], .old), terms(new.mechanism?.literals ?? [], .new)),
      .of(.origin, old.mechanism?.origin.rawValue, new.mechanism?.origin.rawValue),
      .of(.outcome, effects(old, .old), effects(new, .new)),
      .of(.reversibility, old.reversibility.text, new.reversibility.text),
      .of(.phase, old.phase?.text, new.phase?.text),
      .of(.status, old.status.rawValue, new.status.rawValue),
      .of(.reasoning, old.mechanism.words, new.mechanism.words), .of(.note, old.note, new.note),
    ].compactMap(\.self)
  }

  func slots(_ old: Rivalry, _ new: Rivalry) -> [SlotChange] {
    let newOf = claims.newOf
    func readings(_ of: Rivalry, _ name: (CMOConfiguration.ID) -> CMOConfiguration.ID?) -> [(
      text: String, is: [String]
    )] {
      of.readings.map { reading in
        let claims = reading.configurations.map { id in name(id).map { "= \($0)" } ?? "only \(id)" }
        return (
          "\(reading.name): \(reading.configurations.map(\.text).joined(separator: ", "))",
          [reading.name] + claims.sorted()
        )
      }
    }
    return [
      .of(.id, old.id.text, new.id.text), .of(.about, old.about, new.about),
      .of(.readings, readings(old) { newOf[$0] }, readings(new) { $0 }),
    ].compactMap(\.self)
  }

  func slots(_ old: Lever, _ new: Lever) -> [SlotChange] {
    [
      .of(.id, old.id.text, new.id.text), .of(.name, old.name, new.name),
      .of(
        .moves, old.moves.map { ($0.description, names.effect($0, .old)) },
        new.moves.map { ($0.description, names.effect($0, .new)) }),
      .of(.phase, old.timing, new.timing), .of(.place, old.place?.words, new.place?.words),
      .of(
        .sources, old.sources.map { ($0, works.newOf[$0] ?? "only \($0)") }, new.sources.map { ($0, $0) }),
      .of(.note, old.note, new.note),
    ].compactMap(\.self)
  }

  func slots(_ old: Reference, _ new: Reference) -> [SlotChange] {
    func source(_ theory: Theory, _ id: Reference.ID) -> Source? { theory.sources.first { $0.id == id } }
    func characteristics(_ source: Source?) -> [String] {
      source?.characteristics.map { "\($0.name): \($0.value)" } ?? []
    }
    let (before, after) = (source(self.old, old.id), source(self.new, new.id))
    return [
      .of(.citation, old.fullCitation, new.fullCitation),
      .of(.role, (before?.role ?? .other).rawValue, (after?.role ?? .other).rawValue),
      .of(.characteristics, characteristics(before), characteristics(after)),
    ].compactMap(\.self)
  }
}

extension Concept.Wording {
  fileprivate var texts: [String] {
    ["low: \(low)", "high: \(high)", "falls: \(falls)", "rises: \(rises)"]
      + [veryLow.map { "very low: \($0)" }, veryHigh.map { "very high: \($0)" }].compactMap(\.self)
  }
}

extension Concept.Question? {
  fileprivate var texts: [String] { self.map { [$0.ask] + [$0.because].compactMap(\.self) } ?? [] }
}

extension Concept.Signs? {
  fileprivate var texts: [String] {
    self.map { $0.more.map { "more: \($0)" } + $0.less.map { "less: \($0)" } } ?? []
  }
}

extension Concept.Coding? {
  fileprivate var texts: [String] {
    self.map { coding in
      coding.include.map { "include: \($0)" }
        + coding.exclude.map { "exclude: \($0.what)" + ($0.instead.map { " (\($0))" } ?? "") }
    } ?? []
  }
}

extension Reversibility {
  fileprivate var text: String { "\(isAllowed ? "yes" : "no"): \(reason)" }
}

extension Mechanism? {
  fileprivate var words: String? {
    let words = [self?.resource.map { "resource: \($0)" }, self?.reasoning.map { "reasoning: \($0)" }]
      .compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}

extension Lever {
  fileprivate var timing: String? { phase.map { "\($0) (\(phaseBasis.rawValue))" } }
}
