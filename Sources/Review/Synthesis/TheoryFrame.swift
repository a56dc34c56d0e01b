/// All of a theory document that doesn't come from codings: who and what it is, references, phases, groups, theories of the
/// middle range, entry points, arrangements, statements, citations, patterns, levers, outlook, case fields, dynamics.
///
/// It is kept in the words of the theory document's own format, so that a log stays readable by later versions as theory
/// documents do. Framing again replaces it.
public struct TheoryFrame: Sendable, Hashable, Codable {
  /// The frame as a theory document without concepts, tellings, configurations and rivals, in canonical form.
  public let document: String

  /// A frame whose document was checked.
  init(document: String) { self.document = document }
}
