import Foundation
import TestSupport
import Testing

/// A small synthesis about imagined school kitchens, made by commands alone. It is made once; each test works on a copy.
enum SmallSynthesis {
  /// Words with Windows line ends, two pages, an accent apart from its letter, Hebrew, and signs beyond the first plane.
  static let lee = """
    What grows by the kitchen door\r
    \r
    Cooks who met the growers each week trusted them, and they changed the menu with the season.\r
    \u{C}Where cooks and growers never met, the cafe\u{301} kept buying from far away. \u{1F345}\r
    \r
    \u{5D4}\u{5DE}\u{5D8}\u{5D1}\u{5D7} \u{5E9}\u{5DC}\u{5E0}\u{5D5}, said one cook: \u{201C}our kitchen\u{201D}. She stayed late to bottle plums.\r

    """

  private static let roe = [
    [
      "Menus on paper", "Weekly talk with growers made cooks sure that",
      "the growers would deliver, and menus",
      "followed the season.",
    ], ["A price list on paper made growers feel", "distrusted, and they delivered late."],
  ]

  private static let references = """
    [
      {"id": "lee2020", "type": "article-journal", "title": "What grows by the kitchen door",
       "author": [{"family": "Lee", "given": "A"}], "issued": {"date-parts": [[2020]]}},
      {"id": "roe2021", "type": "report", "title": "Menus on paper",
       "author": [{"family": "Roe", "given": "B"}], "issued": {"date-parts": [[2021]]}},
      {"id": "ash1999", "type": "book", "title": "Short ways: a theory",
       "author": [{"family": "Ash", "given": "C"}], "issued": {"date-parts": [[1999]]}}
    ]
    """

  private static let document = """
    format: realist-synthesis/1
    forms:
      - {name: study, fields: [{name: kitchens, type: number}, {name: design, type: choice, choices: [survey, visits]}]}
    filled:
      - {form: study, source: lee2020, fields: {kitchens: 4, design: visits}}
    concepts:
      - id: talk
        name: weekly talk
        definition: How often cooks and growers meet.
        phrases: [weekly talk, meeting]
        low: rare talk
        high: weekly talk
        falls: they talk less
        rises: they talk more
        codes: [weekly talk]
      - {id: reliance, definition: Whether each side counts on the other., codes: [reliance]}
      - {id: menus, name: seasonal menus, definition: Whether menus follow the season., codes: [seasonal menus]}
      - {id: prices, name: price lists, definition: Whether prices are written down., codes: [price lists]}
      - {id: lists, name: lists, definition: Whether anything is written down., codes: [posters]}
      - {id: deliveries, name: deliveries on time, definition: Whether growers deliver on time., codes: [deliveries on time]}
    candidates:
      - id: talk-builds-reliance
        title: Talk builds reliance
        context: [more talk]
        mechanism: {is: [more reliance], kind: produced, reasoning: they will come}
        outcome: [raises menus]
        reverses: {answer: yes, because: both ends are told}
        codings: [lee-weekly, lee-never, roe-talk, 19]
      - id: talk-alone
        context: [more talk]
        outcome: [raises menus]
        reverses: {answer: yes, because: both ends are told}
        codings: [lee-never]
        within: lee2020
      - id: prices-hurt
        context: [more prices]
        mechanism: {is: [less reliance], kind: produced}
        outcome: [lowers deliveries]
        reverses: {answer: no, because: nobody tells of lists taken down}
        codings: [roe-price]
    judgements:
      - {candidate: talk-builds-reliance, fate: keep, because: two studies say all of it}
    """

  private static let frame = """
    format: realist-theory/1
    id: school-kitchens
    title: School kitchens and their growers
    version: 0.1.0
    language: en
    summary: Why some school kitchens cook with the season.
    notice: This is an invented example about kitchens.
    """

  /// What a person types after `realist review`, up to the synthesis.
  private static let steps = [
    "new s.realist --title 'School kitchens: a realist synthesis'",
    "source s.realist lee2020 --csl refs.json", "source s.realist roe2021 --csl refs.json",
    "source s.realist ash1999 --csl refs.json --role middle-range", "texts add s.realist lee2020 lee.txt",
    "texts add s.realist roe2021 roe.pdf",
    "appraise s.realist lee2020 --relevance high --rigour high --because 'four kitchens, a year long'",
    "appraise s.realist roe2021 --rigour moderate --because 'a survey, checked'",
    "passages mark s.realist 1 'Cooks who met the growers each week trusted them, and they changed the menu with the season.'",
    "passages mark s.realist 1 'Where cooks and growers never met, the caf\u{E9} kept buying from far away.'",
    "passages mark s.realist 1 --from 201 --to 241",
    "passages mark s.realist 2 'Weekly talk with growers made cooks sure that the growers would deliver, and menus followed the season.' --page 1",
    "passages mark s.realist 2 'A price list on paper made growers feel distrusted, and they delivered late.'",
    "code s.realist --passage p9 --context 'more weekly talk' --mechanism 'more reliance' --outcome 'raises seasonal menus' --name lee-weekly --if-then 'If they meet each week, cooks follow the season.'",
    "code s.realist --passage p10 --context 'less weekly talk' --outcome 'lowers seasonal menus' --name lee-never",
    "code s.realist --passage p12 --context 'more talk each week' --mechanism 'more reliance' --outcome 'raises seasonal menus' --name roe-talk --by Ben",
    "code s.realist --passage p13 --context 'more price lists' --mechanism 'less reliance' --outcome 'raises late deliveries' --name roe-price --by Ben",
    "code s.realist --passage p11 --theme pride --entry-point 'our kitchen' --memo 'no arrow yet'",
    "code s.realist --source ash1999 --section Talk --paragraph 2 --context 'more weekly talk' --mechanism 'more reliance' --outcome 'raises seasonal menus' --inference from-mrt",
    "merge-codes s.realist 'talk each week' --into 'weekly talk' --because 'the same thing'",
    "split-code s.realist 'reversed 17.3' --into 'deliveries on time' --because 'its other end'",
    "synthesise s.realist synthesis.yaml",
    "step s.realist consolidate --from talk-alone --to talk-builds-reliance --memo 'the study tells a part of it'",
    "judge s.realist talk-alone merge --into talk-builds-reliance --because 'a part of the same claim'",
    "judge s.realist prices-hurt keep --because 'one source alone' --status hypothesised",
    "merge-concepts s.realist lists prices --because 'nothing else is written'", "frame s.realist frame.yaml",
  ]

  private static func write(in folder: TemporaryFolder) throws {
    _ = try folder.file("lee.txt", lee)
    _ = try folder.file("roe.pdf", MadePDF.bytes(roe))
    for (name, text) in [("refs.json", references), ("synthesis.yaml", document), ("frame.yaml", frame)] {
      _ = try folder.file(name, text)
    }
  }

  private static let made = Task {
    try await TemporaryFolder.during { folder in
      try write(in: folder)
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      var told = ""
      for step in steps { told += try await program.typed("review \(step)") }
      return (file: try Data(contentsOf: URL(fileURLWithPath: folder("s.realist"))), told: told)
    }
  }

  /// What was said while it was made.
  static func told() async throws -> String { try await made.value.told }

  /// Lets the body work on a copy, `s.realist`, with the files of which it was made beside it.
  static func during<Value>(_ body: (Program, TemporaryFolder) async throws -> Value) async throws -> Value {
    let file = try await made.value.file
    return try await TemporaryFolder.during { folder in
      try write(in: folder)
      _ = try folder.file("s.realist", file)
      return try await body(Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path), folder)
    }
  }
}

extension Program {
  /// A command as a person types it, with all that is said, and the exit code where it isn't 0. What hangs on the day and on
  /// other programs is left out.
  func typed(_ line: String) async throws -> String {
    let outcome = try await shell("\"$0\" \(line)")
    let code = outcome.code == 0 ? "" : "(exit code \(outcome.code))\n"
    return "$ realist \(line)\n\(outcome.out)\(outcome.err)\(code)\n"
      .replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: "2026-01-02T03:04:05Z")
      .replacing(#/pdftotext \d[\d.]*/#, with: "pdftotext VERSION")
  }

  /// Several of them.
  func typed(_ lines: [String]) async throws -> String {
    var told = ""
    for line in lines { told += try await typed(line) }
    return told
  }
}
