import Documents
import ProgrammeTheory

/// Codes, codebooks and forms.
extension SynthesisRules {
  func check(_ brought: CodesBrought) throws(ReviewFault) {
    try require(!brought.codes.isEmpty, "The codebook holds no code.")
    try require(brought.codes.count <= 20_000, "A codebook has up to 20,000 codes.")
    for code in brought.codes {
      try checkCode(code.name)
      try requireShort(code.description ?? "", "A description")
    }
  }

  func check(_ merge: CodeMerge) throws(ReviewFault) {
    try require(
      (1...Self.mostItems).contains(merge.codes.count),
      "Name the codes that are merged, up to \(Self.mostItems).")
    try checkCode(merge.into)
    try requireShort(merge.because ?? "", "A reason")
    let assignment = synthesis.assignment
    var kept = assignment.meaning(of: merge.into)
    for use in merge.codes {
      try requireKnown(use.code)
      try requireCurrent(use.code)
      try require(
        CodeLabel(use.code) != CodeLabel(merge.into) || merge.codes.count == 1 && !use.isReversed,
        "“\(use.code.clipped)” would be merged into itself.")
      guard let meaning = assignment.meaning(of: use.code) else { continue }
      let turned = ConceptAssignment.Meaning(
        concept: meaning.concept, isReversed: meaning.isReversed != use.isReversed)
      if let kept, kept != turned {
        throw .refused(
          "“\(use.code.clipped)” stands for \(meaning.concept), and what it is merged into for \(kept.concept)"
            + (kept.concept == meaning.concept ? " the other way round" : "")
            + ". Form the concepts anew first, or merge them: realist review concepts FILE")
      }
      kept = turned
    }
    // A code may get its former name back, and takes its codings along.
    let target = synthesis.label(of: CodeUse(merge.into))
    if !merge.codes.contains(where: { CodeLabel($0.code) == target }) { try requireCurrent(merge.into) }
  }

  /// A code that went on as another is no code of its own any more: its codings stand under the other.
  private func requireCurrent(_ code: String) throws(ReviewFault) {
    let now = synthesis.current(CodeUse(code)).code
    try require(
      CodeLabel(now) == CodeLabel(code), "“\(code.clipped)” goes on as “\(now.clipped)”. Name that.")
  }

  private func requireKnown(_ code: String) throws(ReviewFault) {
    try checkCode(code)
    guard !synthesis.isUsed(synthesis.label(of: CodeUse(code))) else { return }
    let nearest = code.nearest(among: synthesis.codesInUse.map(\.code)).map { " Did you mean “\($0)”?" } ?? ""
    throw .refused("Nothing is coded “\(code.clipped)”.\(nearest) See the codes: realist review codes FILE")
  }

  func check(_ split: CodeSplit) throws(ReviewFault) {
    try checkCode(split.into)
    try requireShort(split.because ?? "", "A reason")
    try require(
      (1...Self.mostItems).contains(split.parts.count), "Name the parts that are taken out, such as 12.1.")
    for part in split.parts { try check(part) }
  }

  func check(_ part: PartUse) throws(ReviewFault) {
    guard let made = synthesis.coding(part.coding) else {
      throw .refused("There is no coding \(part.coding). See them: realist review codings FILE")
    }
    try require(
      synthesis.hasPart(part),
      "Coding \(part.coding) has parts 1 to \(made.coding.parts.count), and no \(part.part).")
  }

  func check(_ form: ExtractionForm) throws(ReviewFault) {
    try checkCode(form.name)
    try require((1...200).contains(form.fields.count), "A form has from 1 to 200 fields.")
    var seen: Set<String> = []
    for field in form.fields {
      // A field heads a column of the table of sources, as a characteristic of a theory document does.
      try require(
        !field.name.isBlank && field.name.unicodeScalars.count <= 80, "A field has a name of 1 to 80 signs.")
      try require(seen.insert(field.name).inserted, "The field “\(field.name.clipped)” stands twice.")
      if case .choice(let words) = field.kind {
        try require(
          (2...200).contains(words.count) && Set(words).count == words.count
            && !words.contains(where: \.isBlank),
          "The field “\(field.name.clipped)” is a choice: give 2 to 200 different words.")
      }
    }
  }

  func check(_ filled: FilledForm) throws(ReviewFault) {
    guard let form = synthesis.forms.first(where: { $0.name == filled.form }) else {
      let nearest =
        filled.form.nearest(among: synthesis.forms.map(\.name)).map { " Did you mean \($0)?" } ?? ""
      throw .refused(
        "There is no form “\(filled.form.clipped)”.\(nearest) Define it: realist review forms define FILE NAME --field …"
      )
    }
    try checkSource(filled.source)
    var seen: Set<String> = []
    for entry in filled.entries {
      guard let field = form.fields.first(where: { $0.name == entry.field }) else {
        throw .refused(
          "The form has no field “\(entry.field.clipped)”. It has \(form.fields.map(\.name).joined(separator: ", "))."
        )
      }
      try require(seen.insert(entry.field).inserted, "The field “\(entry.field.clipped)” is filled twice.")
      try require(!entry.value.isBlank, "The field “\(entry.field.clipped)” is empty. Leave it out.")
      try requireShort(entry.value, "A field")
      try check(entry.value, of: field)
    }
    for field in form.fields where field.isRequired {
      try require(seen.contains(field.name), "The field “\(field.name.clipped)” must be filled.")
    }
  }

  private func check(_ value: String, of field: ExtractionForm.Field) throws(ReviewFault) {
    switch field.kind {
    case .text: break
    case .number:
      try require(
        Double(value).map(\.isFinite) ?? false,
        "“\(value.clipped)” is no number, which “\(field.name.clipped)” asks for.")
    case .choice(let words):
      try require(
        words.contains(value),
        "“\(value.clipped)” is none of what “\(field.name.clipped)” offers: \(words.joined(separator: ", ").clipped)."
      )
    }
  }
}
