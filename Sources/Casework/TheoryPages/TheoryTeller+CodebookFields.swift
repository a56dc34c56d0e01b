import ProgrammeTheory
import Reporting

extension TheoryTeller {
  private static let neitherEnd = "it lies at neither end"

  /// The part of a codebook on the fields that every case document has.
  func part(on fields: Codebook.Fields) -> Part {
    Part(
      id: "fields", title: "The fixed fields",
      blocks: [
        .paragraph([
          Sentence("These stand in every case document, beside the facts."),
          Sentence(
            "They have no place for a source: give it in a comment, so that the next coder can look it up."),
          Sentence("What isn't told stays out, or is not known. Silence of the sources isn't no."),
        ])
      ] + forms(fields) + entries(fields) + mandated(fields) + ambition(fields) + kinds(fields))
  }

  private func forms(_ fields: Codebook.Fields) -> [Block] {
    guard !fields.arrangements.isEmpty else { return [] }
    let rows = fields.arrangements.map { form in
      let basis = form.basis == .ours ? "a judgement" : "the source"
      return [
        Cell(form.id.text), Cell(form.name), Cell("\(form.integration)", alignment: .trailing),
        Cell(form.sets.map { $0.means ?? Self.neitherEnd } ?? "nothing"), Cell(basis),
      ]
    }
    return [
      .subheading("Form (arrangement)"),
      .list([
        Sentence("Take the form by law and governance, whatever the collaboration calls itself."),
        Sentence("Where two fit, take the one of which the sources say more, and say so in a comment."),
        Sentence(
          "Where the partners make a body of their own and it wins a contract, the form is that body."),
        Sentence("Steps between the ends may be a judgement of the theory document. It says so below."),
      ]),
      .table(
        Table(
          caption: "What to write under arrangement; 1 is the loosest step, 5 the closest",
          columns: ["Write", "Name", "Step", "What follows", "Step by"], rows: rows)),
    ]
  }

  private func entries(_ fields: Codebook.Fields) -> [Block] {
    guard !fields.entryPoints.isEmpty else { return [] }
    let rows = fields.entryPoints.map { entry in
      let sets = entry.sets.map(words)
      return [
        Cell(entry.id.text), Cell(entry.name), Cell(entry.explanation),
        Cell(sets.isEmpty ? "nothing" : sets.joined(separator: "; ")),
      ]
    }
    return [
      .subheading("Why they came together (entryPoints)"),
      .list([
        Sentence("Take each reason that the partners, or a source that looks at the start, give for it."),
        Sentence("Its whole explanation has to be met. That it would fit isn't enough."),
        Sentence("What a point of entry sets counts unless a fact or mandated says otherwise."),
      ]),
      .table(
        Table(
          caption: "What to write under entryPoints", columns: ["Write", "Name", "When", "What it sets"],
          rows: rows)),
    ]
  }

  private func mandated(_ fields: Codebook.Fields) -> [Block] {
    func follows(_ setting: Codebook.Fields.Setting?) -> String {
      setting.flatMap { setting in setting.means.map { " What follows: \(setting.concept), \($0)." } } ?? ""
    }
    var sentences = [
      Sentence("yes: an authority imposed it on at least one of the partners.\(follows(fields.mandated))"),
      Sentence("no: a source shows that all of them entered freely.\(follows(fields.voluntary))"),
      Sentence("not known: the sources don't say."),
    ]
    if let concept = fields.mandated?.concept {
      sentences.append(
        Sentence(
          "Where an authority presses and the partners could still say no, leave mandated out and write the "
            + "fact \(concept) with is: neither."))
    }
    return [.subheading("Whether it was imposed (mandated)"), .list(sentences)]
  }

  private func ambition(_ fields: Codebook.Fields) -> [Block] {
    let rows = fields.ambition.map { [Cell($0.level.rawValue), Cell($0.means ?? Self.neitherEnd)] }
    let sentences = [
      Sentence("It is how high an aim reaches against what these partners can do."),
      Sentence(
        "Sources seldom say what they can do. Code high or low where one shows it: by a word such as radical or "
          + "modest, or by a figure beside what is done today."),
      Sentence("A source that gives the aim alone says nothing of its height: not known."),
      Sentence(
        "Write very high only where somebody called it out of reach who didn't yet know what came of it."),
      Sentence("That an aim was missed says nothing of how high it reached. It is an event, or the end."),
    ]
    let table = Table(
      caption: "What to write under ambition, for each aim", columns: ["Level", "What follows"], rows: rows)
    return [.subheading("How high the aims reach (ambition, under aims)"), .list(sentences)]
      + (rows.isEmpty ? [] : [.table(table)])
  }

  private func kinds(_ fields: Codebook.Fields) -> [Block] {
    [
      .subheading("Kinds of event (kind, under events)"),
      .paragraph([Sentence("No assessment reads the kind. A comparison of two codings pairs events by it.")]),
      .table(
        Table(
          caption: "What to write under kind", columns: ["Write", "When"],
          rows: fields.eventKinds.map { [Cell($0.kind.rawValue), Cell($0.means)] })),
    ]
  }

  private func words(_ setting: Codebook.Fields.Setting) -> String {
    let means = setting.means.map { " (\($0))" } ?? ""
    return "\(setting.concept) \(setting.level.rawValue)\(means)"
  }
}
