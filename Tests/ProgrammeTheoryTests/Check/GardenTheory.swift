import Documents
import ProgrammeTheory
import Testing

/// A small theory of another field, in which everything fits: checking it finds nothing. Tests change its text.
enum GardenTheory {
  /// A change of the text: what stands there once, and what is to stand there.
  struct Change: Sendable {
    let old: String
    let new: String
    init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }
  }

  /// The theory after some changes of its YAML or of its references.
  static func changed(_ changes: [Change] = []) throws -> Theory {
    var (theory, references) = (yaml, references)
    for change in changes {
      let places = theory.ranges(of: change.old).count + references.ranges(of: change.old).count
      try #require(places == 1, "stands \(places) times: \(change.old)")
      theory = theory.replacing(change.old, with: change.new)
      references = references.replacing(change.old, with: change.new)
    }
    return try TheoryDocument.read(
      files: [DocumentFile(name: "garden.yaml", text: theory)],
      references: DocumentFile(name: "references.json", text: references))
  }

  static let references = """
    [
      {"id": "1", "type": "article-journal", "title": "Talk over the fence", "page": "10-20",
       "author": [{"family": "Ash"}], "issued": {"date-parts": [[2001]]}},
      {"id": "2", "type": "article-journal", "title": "Quarrels and beans", "page": "100-120",
       "author": [{"family": "Birch"}], "issued": {"date-parts": [[2002]]}},
      {"id": "3", "type": "book", "title": "A year in nine gardens",
       "author": [{"family": "Cedar"}], "issued": {"date-parts": [[2002]]}},
      {"id": "4", "type": "book", "title": "A theory of neighbours",
       "author": [{"family": "Dogwood"}], "issued": {"date-parts": [[1990]]}},
      {"id": "5", "type": "book", "title": "On sheds",
       "author": [{"family": "Elm"}], "issued": {"date-parts": [[1990]]}}
    ]
    """

  private static let yaml = frame + concepts + tellings + configurations + evidence

  private static let frame = """
    format: realist-theory/1
    id: shared-garden
    title: Why some shared gardens last
    version: 0.1.0
    language: en
    summary: Neighbours who talk feel that the garden is theirs, and look after it.

    """

  private static let concepts = """
    concepts:
      - {id: talk, name: talk, definition: How much neighbours talk., scope: collaboration, scale: continuous,
         low: little talk, high: much talk, falls: people talk less, rises: people talk more, group: people,
         question: {ask: Do neighbours talk?}}
      - {id: belonging, name: belonging, definition: Feeling that it is one's garden., scope: partner,
         scale: continuous, low: feeling a stranger, high: feeling at home, falls: belonging fades,
         rises: belonging grows, group: people}
      - {id: upkeep, name: upkeep, definition: How well it is kept., scope: collaboration, scale: continuous,
         low: neglected beds, high: well-kept beds, falls: the beds run wild, rises: the beds are kept, group: garden}
      - {id: quarrels, name: quarrels, definition: Open quarrels., scope: collaboration, scale: continuous,
         low: peace, high: many quarrels, falls: quarrels cease, rises: quarrels break out, group: people,
         question: {ask: Are there quarrels?}}
      - {id: mediation, name: mediation, definition: Someone mediates., scope: collaboration, scale: binary,
         low: no mediator, high: a mediator, falls: mediation ends, rises: mediation begins, group: people}

    """

  private static let tellings = """
    tellings:
      - id: p-talk
        form: prose
        place: {section: Talk, paragraph: 1}
        context: [{is: more talk}]
        mechanism: [{is: more belonging}]
        outcome: [{is: raises upkeep}]
        sources: [1, 2]
        sameAs: [r-talk]
      - id: p-silence
        form: prose
        place: {section: Talk, paragraph: 2}
        context: [{is: less talk}]
        mechanism: [{is: less belonging}]
        outcome: [{is: lowers upkeep}]
        sources: [2, 3]
      - id: p-mediation
        form: prose
        place: {section: Quarrels, paragraph: 1}
        context: [{is: more quarrels}]
        mechanism: [{is: more mediation}]
        outcome: [{is: buffers belonging}]
        sources: [1, 3]
        sameAs: [r-mediation]
      - id: p-peace
        form: prose
        place: {section: Quarrels, paragraph: 2}
        context: [{is: less quarrels}]
        mechanism: [{is: more talk}]
        outcome: [{is: raises belonging}]
        sources: [1, 2]
      - id: a-peace
        form: argued
        place: {section: Quarrels, paragraph: 3}
        context: [{is: less quarrels}]
        outcome: [{is: raises belonging}]
        sources: [1]
        refersTo: [p-peace]
      - id: r-talk
        form: table
        place: {table: "2", row: Talk over the fence, number: 1}
        context: [{is: more talk}]
        mechanism: [{is: more belonging}]
        outcome: [{is: raises upkeep}]
        sources: as linked
      - id: r-mediation
        form: table
        place: {table: "2", row: Someone who mediates in quarrels, number: 2}
        context: [{is: more quarrels}]
        mechanism: [{is: more mediation}]
        outcome: [{is: buffers belonging}]
        sources: as linked

    """

  private static let configurations = """
    configurations:
      - id: talk-keeps
        title: Talk keeps the beds
        context: [more talk]
        mechanism: {is: [more belonging], kind: produced}
        outcome: [raises upkeep]
        reverses: {answer: yes, because: a matter of degree}
        tellings: [p-talk, r-talk]
      - id: silence-neglects
        context: [less talk]
        mechanism: {is: [less belonging], kind: produced}
        outcome: [lowers upkeep]
        reverses: {answer: yes, because: a matter of degree}
        tellings: [p-silence]
      - id: mediation-holds
        context: [more quarrels]
        mechanism: {is: [more mediation], kind: chosen}
        outcome: [buffers belonging]
        reverses: {answer: no, because: peace needs no mediator}
        tellings: [p-mediation, r-mediation]
      - id: peace-talks
        context: [less quarrels]
        mechanism: {is: [more talk], kind: produced}
        outcome: [raises belonging]
        reverses: {answer: yes, because: a matter of degree}
        tellings: [p-peace, a-peace]

    """

  private static let evidence = """
    sources:
      - {id: 1, role: included, characteristics: {kind of garden: Street garden}}
      - {id: 2, role: included, characteristics: {kind of garden: Street garden}}
      - {id: 3, role: included, characteristics: {kind of garden: School garden}}
      - {id: 4, role: middle-range}
    citations:
      - {section: Studies, paragraph: 1, works: [1, 2, 3], listing: yes}
      - {section: Talk, paragraph: 1, works: [1, 2]}
      - {section: Talk, paragraph: 2, works: [3]}
    arrangements:
      - {id: street, name: street garden, integration: 1, basis: ours, coveredBy: [Street garden]}
    statements:
      - {id: s-count, kind: count, of: studies of talk, stated: 2, listed: [1, 2], place: {section: Talk, paragraph: 1}}
      - {id: s-tally, kind: tally, of: street gardens, stated: 2, characteristic: kind of garden, value: Street garden,
         place: {section: Studies, paragraph: 1}}
      - {id: s-page, kind: page, work: 1, page: "12", place: {section: Talk, paragraph: 1}}
      - {id: s-quotation, kind: quotation, introduced: 2, closed: 2, page: "101", place: {section: Talk, paragraph: 1}}
      - {id: s-included, kind: included, of: speak of talk, works: [1, 2], place: {section: Talk, paragraph: 1}}
      - {id: s-reference, kind: reference, from: p-talk, to: r-talk, place: {section: Talk, paragraph: 1}}
    loops:
      - {id: talking, name: talking and belonging, kind: loop, through: [talk, belonging], sign: reinforcing,
         status: stated, place: {section: Talk, paragraph: 3}}
    flow:
      - {id: found, what: papers found, count: 10, unit: papers}
      - {id: kept, what: papers kept, count: 3, unit: papers, from: [found]}
    outlook:
      - {concept: upkeep, wanted: more}

    """
}
