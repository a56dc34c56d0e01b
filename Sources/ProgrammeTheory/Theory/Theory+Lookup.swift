public import Bibliography

extension Theory {
  /// The concept of an identifier.
  public func concept(_ id: Concept.ID) -> Concept? { concepts.first { $0.id == id } }
  /// The telling of an identifier.
  public func telling(_ id: Telling.ID) -> Telling? { tellings.first { $0.id == id } }
  /// The configuration of an identifier.
  public func configuration(_ id: CMOConfiguration.ID) -> CMOConfiguration? {
    configurations.first { $0.id == id }
  }
  /// The reference of an identifier.
  public func reference(_ id: Reference.ID) -> Reference? { references.first { $0.id == id } }
  /// The role of a reference; references that the document doesn't speak of are ``Source/Role/other``.
  public func role(of id: Reference.ID) -> Source.Role { sources.first { $0.id == id }?.role ?? .other }

  /// The configurations in whose mechanism a concept stands.
  public func configurations(whoseMechanism concept: Concept.ID) -> [CMOConfiguration] {
    configurations.filter { $0.mechanism?.literals.contains { $0.concept == concept } ?? false }
  }

  /// The configurations in whose outcome a concept stands.
  public func configurations(whoseOutcome concept: Concept.ID) -> [CMOConfiguration] {
    configurations.filter { $0.outcome.contains { $0.concept == concept } }
  }

  /// The configurations in whose context or conditions a concept stands.
  public func configurations(whoseContext concept: Concept.ID) -> [CMOConfiguration] {
    configurations.filter { configuration in
      configuration.context.contains { $0.concept == concept }
        || configuration.conditions.contains { $0.anyOf.contains { $0.concept == concept } }
    }
  }

  /// The rivalries that a configuration takes part in.
  public func rivalries(of id: CMOConfiguration.ID) -> [Rivalry] {
    rivalries.filter { $0.readings.contains { $0.configurations.contains(id) } }
  }
}
