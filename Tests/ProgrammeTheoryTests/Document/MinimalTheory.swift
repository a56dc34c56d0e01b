import Documents
import ProgrammeTheory

/// A theory of two concepts and one claim, as text, for tests that change a few letters of it.
enum MinimalTheory {
  static let text = """
    format: realist-theory/1
    id: minimal
    title: T
    version: 1.0.0
    language: en
    summary: S
    concepts:
      - {id: rain, name: rain, definition: How much it rains., scope: collaboration, scale: continuous,
         low: drought, high: much rain, falls: it rains less, rises: it rains more, group: sky}
      - {id: mud, name: mud, definition: Whether there is mud., scope: partner, scale: binary,
         low: dry ground, high: mud, falls: the ground dries, rises: the ground turns to mud, group: sky}
    tellings:
      - id: t-1
        form: prose
        place: {section: Weather, paragraph: 1}
        context: [{is: more rain}]
        outcome: [{is: raises mud}]
        sources: [1]
    configurations:
      - id: wet-mud
        context: [more rain]
        outcome: [raises mud]
        reverses: {answer: yes, because: degrees}
        tellings: [t-1]
    rivals: []
    outlook: []

    """

  static let references = DocumentFile(
    name: "references.json", text: #"[{"id": "1", "type": "book", "title": "Rain"}]"#)

  /// What the reader says of the text, a fault a line; `nil` when it finds none.
  static func faults(of text: String, references: DocumentFile? = references) -> FaultyDocument? {
    do {
      _ = try TheoryDocument.read(
        files: [DocumentFile(name: "theory.yaml", text: text)], references: references)
      return nil
    } catch {
      return error
    }
  }
}
