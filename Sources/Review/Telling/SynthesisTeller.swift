import ProgrammeTheory
public import Reporting

/// Tells of codings, concepts and candidates as pages.
extension ReviewTeller {
  /// The codings, one after another, as a screen has room for them.
  public func codings(_ codings: [MadeCoding]) -> Page {
    readingPage("Codings", [summary(codings)], [Self.items("codings", "Codings", Self.blocks(codings))])
  }

  /// Codings under a line each that says by what they are called, with what they say below it.
  static func blocks(_ codings: [MadeCoding]) -> [Block] {
    codings.flatMap { made -> [Block] in
      let name = made.coding.name.map { " \($0)" } ?? ""
      let said = zip(made.coding.parts, made.codes).map { told($0, $1) }
      let words = [made.coding.ifThen, made.coding.memo].compactMap(\.self)
      let bearing = made.coding.bearing == .supports ? "" : ", \(made.coding.bearing.rawValue)"
      return [
        .subheading(
          "\(made.act)\(name), \(made.coding.form.rawValue)\(bearing): \(made.by), \(made.coding.ground.told)"
        ),
        .list((said + words).map { Sentence($0) }),
      ]
    }
  }

  private func summary(_ codings: [MadeCoding]) -> String {
    let triads = codings.count { $0.coding.form == .triad }
    let dyads = codings.count { $0.coding.form == .dyad }
    return
      "\(Self.counted(codings.count, "coding")): \(Self.counted(triads, "triad")), \(Self.counted(dyads, "dyad"))."
  }

  static func items(_ id: String, _ title: String, _ blocks: [Block]) -> Part {
    Part(id: id, title: title, blocks: blocks.isEmpty ? [.paragraph([Sentence("None.")])] : blocks)
  }

  /// The codings, one row each.
  public func codingTable(_ codings: [MadeCoding]) -> Page {
    let rows = codings.map { made in
      [
        Cell(String(made.act), alignment: .trailing), Cell(made.by), Cell(made.coding.ground.told),
        Cell(made.coding.form.rawValue),
        Cell(zip(made.coding.parts, made.codes).map { Self.told($0, $1) }.joined(separator: "; ")),
        Cell([made.coding.ifThen, made.coding.memo].compactMap(\.self).joined(separator: " ")),
      ]
    }
    return listPage(
      "Codings", [summary(codings)],
      Table(caption: "Codings", columns: ["coding", "coder", "where", "form", "says", "memo"], rows: rows))
  }

  private static func told(_ part: CodedPart, _ use: CodeUse) -> String {
    let now =
      CodeLabel(part.code) == CodeLabel(use.code)
      ? "" : " (now “\(use.code)”\(use.isReversed ? " reversed" : ""))"
    return part.told + now + (part.inference == .stated ? "" : " [\(part.inference.rawValue)]")
  }

  /// The codes, one row each.
  public func codes(_ synthesis: Synthesis) -> Page {
    let codes = synthesis.codesInUse
    let rows = codes.map { code in
      [
        Cell(code.code), Self.number(code.parts), Self.number(code.sources.count),
        Cell(code.slots.map(\.rawValue).joined(separator: ", ")),
        Cell(code.meaning.map { $0.concept.text + ($0.isReversed ? ", reversed" : "") } ?? "none yet"),
      ]
    }
    let open = codes.count { $0.meaning == nil && $0.parts > 0 }
    return listPage(
      "Codes", ["\(Self.counted(codes.count, "code")), \(Self.grouped(open)) in use without a concept."],
      Table(caption: "Codes", columns: ["code", "uses", "sources", "slots", "concept"], rows: rows))
  }

  /// The concepts, one row each.
  public func concepts(_ synthesis: Synthesis) -> Page {
    let rows = synthesis.concepts.map { formed in
      let codes = formed.formation.codes.map { "“\($0.code)”" + ($0.isReversed ? " reversed" : "") }
      let parts = formed.formation.parts.map {
        "\($0.coding).\($0.part)" + ($0.isReversed ? " reversed" : "")
      }
      return [
        Cell(formed.id.text), Cell(formed.formation.concept.name), Cell(formed.formation.concept.definition),
        Cell((codes + parts).joined(separator: ", ")),
      ]
    }
    return listPage(
      "Concepts", ["\(Self.counted(synthesis.concepts.count, "concept"))."],
      Table(caption: "Concepts", columns: ["concept", "name", "what is meant", "formed from"], rows: rows))
  }

  /// The candidates, one after another, each with what it says and rests on, what the rule of rigour gives, and what was judged.
  public func candidates(_ synthesis: Synthesis) -> Page {
    let blocks = synthesis.candidates.flatMap { candidate -> [Block] in
      let draft = candidate.draft
      let codings = synthesis.codings(of: candidate).map(\.name)
      let lines =
        [
          "Says: \(draft.claim)", draft.within.map { "Within: \($0)" },
          codings.isEmpty ? "Rests on no coding." : "Rests on: \(codings.joined(separator: ", "))",
          "Rule of rigour: \(synthesis.rigour(of: candidate).words)",
          "Judged: \(candidate.judgement?.verdict ?? "not yet")",
        ].compactMap(\.self)
      return [
        .subheading(draft.title.map { "\(draft.id): \($0)" } ?? draft.id.text),
        .list(lines.map { Sentence($0) }),
      ]
    }
    return readingPage("Candidates", [summary(synthesis)], [Self.items("candidates", "Candidates", blocks)])
  }

  private func summary(_ synthesis: Synthesis) -> String {
    let kept = synthesis.candidates.count { $0.isKept }
    let open = synthesis.candidates.count { $0.judgement == nil }
    return
      "\(Self.counted(synthesis.candidates.count, "candidate")): \(Self.grouped(kept)) kept, \(Self.grouped(open)) not judged yet."
  }

  /// The candidates, one row each, with what the rule of rigour gives beside what was judged.
  public func candidateTable(_ synthesis: Synthesis) -> Page {
    let rows = synthesis.candidates.map { candidate in
      [
        Cell(candidate.id.text), Cell(candidate.draft.claim), Cell(candidate.draft.within ?? "across"),
        Cell(synthesis.codings(of: candidate).map { String($0.act) }.joined(separator: ", ")),
        Cell(synthesis.rigour(of: candidate).words), Cell(candidate.judgement?.verdict ?? "not yet"),
      ]
    }
    return listPage(
      "Candidates", [summary(synthesis)],
      Table(
        caption: "Candidates", columns: ["candidate", "says", "within", "codings", "rigour", "judged"],
        rows: rows))
  }

  /// The forms, each with what was found in the sources for which it is filled.
  public func forms(_ synthesis: Synthesis) -> Page {
    let parts = synthesis.forms.enumerated().map { number, form in
      let filled = synthesis.filledForms.filter { $0.form == form.name }
      let fields = Table(
        caption: "Fields", columns: ["field", "holds", "asks", "must be filled"],
        rows: form.fields.map {
          [Cell($0.name), Cell($0.kind.words), Cell($0.ask ?? ""), Cell($0.isRequired ? "yes" : "no")]
        })
      let found = Table(
        caption: "What was found", columns: ["source"] + form.fields.map(\.name),
        rows: filled.map { entry in
          [Cell(entry.source)]
            + form.fields.map { field in
              Cell(entry.entries.first { $0.field == field.name }?.value ?? "–")
            }
        })
      return Part(
        id: "form-\(number + 1)", title: form.name,
        blocks: [.table(fields)] + (filled.isEmpty ? [] : [.table(found)]))
    }
    return readingPage(
      "Extraction forms",
      [
        "\(Self.counted(synthesis.forms.count, "form")), filled \(Self.counted(synthesis.filledForms.count, "time"))."
      ], parts)
  }

  private func listPage(_ title: String, _ story: [String], _ table: Table) -> Page {
    readingPage(title, story, [Self.part(title.lowercased(), title, table)])
  }
}

extension ExtractionForm.Field.Kind {
  /// What the field holds, in words.
  var words: String {
    switch self {
    case .text: "words"
    case .number: "a number"
    case .choice(let choices): choices.joined(separator: ", or ")
    }
  }
}

extension CandidateDraft {
  /// What it says in a line, slot by slot.
  public var claim: String {
    func listed(_ texts: [String]) -> String { texts.joined(separator: " and ") }
    let conditions = conditions.map { $0.anyOf.map(\.description).joined(separator: " or ") }
    return [
      listed(context.map(\.description)) + (conditions.isEmpty ? "" : ", where \(listed(conditions))"),
      mechanism.map { listed($0.literals.map(\.description)) } ?? "", listed(outcome.map(\.description)),
    ].filter { !$0.isEmpty }.joined(separator: " → ")
  }
}
