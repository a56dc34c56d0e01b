public import ProgrammeTheory

/// A case to fill in with an editor: every key and every question of a theory, each with what may stand there.
///
/// It is a whole case as it stands. A line that begins with `#` and a space explains; of any other line that begins with
/// `#`, the sign is taken away to make it count.
public struct CaseTemplate: Sendable {
  private let theory: Theory
  private let id: Case.ID

  /// Names the theory that the questions come from, and the case.
  public init(of theory: Theory, id: Case.ID) {
    self.theory = theory
    self.id = id
  }

  /// The template as YAML with comments.
  public var text: String {
    let parts = [head, setting, partners, facts, since]
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: Parts

  private var head: [String] {
    note(
      """
      A case to be held against the theory “\(theory.identity.title)”. Lines like this one explain. Take the # away \
      from a line such as “#start: 2014” to make it count, and from the line above the list that it belongs to. \
      Leave the # before what you don't know, or write: not known. Then run: realist case check FILE, and: \
      realist assess FILE
      """) + [
        "format: \(CaseDocument.format)",
        "id: \(id)" + "  # a short name: lower-case letters, digits, single hyphens",
        "title: \(YAMLText.quoted(CaseInterview.unwritten))",
      ] + note("What it is about, in a few sentences:") + [
        "summary: \(YAMLText.quoted(CaseInterview.unwritten))",
        "kind: real  # or illustration: nobody lived it",
        "theory: \(theory.identity.id)",
      ] + note("Is it among the studies that the theory was made from? Then it can't test the theory.")
      + ["#fedTheory: yes"] + note("Other cases to set beside it, by their ids:") + ["#beside: [other-case]"]
  }

  private var setting: [String] {
    var lines =
      note("When it started: a year, a month or a day. What became known later doesn't count at the start.")
      + ["#start: 2014-10"] + note("How many months one round of work takes:") + ["#roundMonths: 3"]
    let forms = theory.arrangements.map { $0.name == $0.id.text ? $0.name : "\($0.id) (\($0.name))" }
    if let first = theory.arrangements.first {
      lines += note("Its form, one of: \(forms.joined(separator: ", ")).") + ["#arrangement: \(first.id)"]
    }
    if let first = theory.entryPoints.first {
      lines += note("Why the partners came together; more than one may hold:")
      lines += theory.entryPoints.flatMap { note("- \($0.id): \($0.name)") }
      lines.append("#entryPoints: [\(first.id)]")
    }
    if let concept = theory.caseFields.mandated.flatMap(theory.concept) {
      let ask = concept.question.map { "\($0.ask) " } ?? ""
      lines += note("\(ask)yes: \(concept.wording.high); no: \(concept.wording.low); or: not known.")
      lines.append("#mandated: yes")
    }
    return lines
  }

  private var partners: [String] {
    note("Who works together. A fact may then be said of one partner, or of one towards another.") + [
      "#partners:", "#  - {id: north, name: The one partner, about: What it is}",
      "#  - {id: south, name: The other partner}",
    ]
  }

  private var facts: [String] {
    let fields = theory.caseFields
    let asked = theory.concepts.filter { $0.question != nil && $0.id != fields.mandated }
    let groups = theory.groups.map(\.id)
    let others = asked.filter { !groups.contains($0.group) }.map(\.group)
    var lines =
      note(
        """
        What is known, as it was at the start. Under “is” stands: very high, high, neither, low, very low, not known, \
        not applicable. Each may also have: of (a partner), towards (another), saidBy (leaders, staff), source, since \
        (when it became known, if later), note (the fact in words).
        """) + ["#facts:"]
    var seen: Set<String> = []
    for group in groups + others where seen.insert(group).inserted {
      let own = asked.filter { $0.group == group }
      guard !own.isEmpty else { continue }
      lines += ["#"] + note("== \(theory.groups.first { $0.id == group }?.name ?? group) ==")
      lines += own.flatMap(question)
    }
    return lines
  }

  private func question(_ concept: Concept) -> [String] {
    // The far ends only where they have names of their own; otherwise they are more of the same.
    let wording = concept.wording
    let ends = [
      wording.veryHigh.map { "very high: \($0)" }, "high: \(wording.high)", "low: \(wording.low)",
      wording.veryLow.map { "very low: \($0)" },
    ].compactMap(\.self).joined(separator: "; ")
    return note("\(concept.question?.ask ?? "") (\(ends))") + ["#  - {concept: \(concept.id), is: not known}"]
  }

  private var since: [String] {
    let concept = theory.concepts.first?.id.text ?? "some-concept"
    return note("What it is meant to achieve; ambition is how high that reaches, in the words of “is”:") + [
      "#aims:", "#  - {what: What is aimed at, ambition: not known, source: Where it can be read}",
    ]
      + note(
        "What has happened since, by date. Kinds: \(Event.Kind.allCases.map(\.rawValue).joined(separator: ", "))."
      )
      + [
        "#events:", "#  - id: first-event", "#    date: 2015-06", "#    kind: other",
        "#    what: What happened", "#    moves: [raises \(concept)]",
        "#    source: Where it can be read",
      ] + note("What was measured:") + [
        "#observations:",
        "#  - {date: 2015-09, concept: \(concept), score: 3.4, lowest: 1, highest: 5, instrument: How}",
      ] + note("What matters here and isn't put in terms of the theory:")
      + ["#further:", "#  - {what: Something, source: Where it can be read}"]
      + note("How it ended or stands; no assessment reads it. Outcomes: \(outcomes).")
      + ["#end:", "#  outcome: sustained", "#  date: 2017", "#  what: What came of it"]
  }

  private var outcomes: String { End.Outcome.allCases.map(\.rawValue).joined(separator: ", ") }

  /// An explanation over as many lines as it needs.
  private func note(_ words: String) -> [String] {
    var lines: [String] = []
    var line = "#"
    for word in YAMLText.commentWords(words) {
      if line.count > 1, line.count + 1 + word.count > 100 {
        lines.append(line)
        line = "#"
      }
      line += " " + word
    }
    return lines + [line]
  }
}

/// Texts in a template that is written by hand and not by the writer of documents, since only that has no comments.
private enum YAMLText {
  /// A text of ours in quotes; it has no sign that would need another spelling.
  static func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// The words of a comment. What a reader counts before it knows that it stands in a comment is taken out: signs of
  /// anchors and aliases, and question marks that stand alone; so are line ends and what nobody sees.
  static func commentWords(_ text: String) -> [String] {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: " "
      default: "&*".unicodeScalars.contains(scalar) ? "+" : scalar
      }
    }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: scalars)
    return String(plain).split(separator: " ").map { word in
      let opens = word.hasPrefix("?") || [",?", "[?", "{?"].contains { word.contains($0) }
      return opens ? String(word.filter { $0 != "?" }) : String(word)
    }.filter { !$0.isEmpty }
  }
}
