import Documents
import ProgrammeTheory

/// How codings, merges, splits and forms stand in a synthesis document.
extension DocumentNode {
  private static let slots: [(key: String, slot: CodingSlot)] = [
    ("context", .context), ("conditions", .condition), ("mechanism", .mechanism),
    ("resource", .mechanismResource),
    ("reasoning", .mechanismReasoning), ("outcome", .outcome), ("entryPoints", .entryPoint),
    ("themes", .theme),
  ]

  func coding() -> Coding? {
    let keys =
      ["name", "passage", "source", "place", "quotation"] + Self.slots.map(\.key) + [
        "bearing", "ifThen", "memo", "form", "cites", "sameAs", "inverts", "refersTo",
      ]
    guard let map = mapping(keys: keys) else { return nil }
    let name = map.optional("name")?.text()
    let ground = ground(map)
    let parts = Self.slots.flatMap { key, slot in map.list(key) { $0.codedPart(slot) } }
    if !Self.slots.contains(where: { map.optional($0.key) != nil }) {
      fault("nothing is coded", "Give a code under one of: \(Self.slots.map(\.key).joined(separator: ", ")).")
    }
    let bearing: Bearing? = map.optional("bearing")?.choice()
    let (ifThen, memo) = (map.optional("ifThen")?.text(), map.optional("memo")?.text())
    let form: Telling.Form? = map.optional("form")?.choice()
    let cites = map.optional("cites").flatMap { Telling.Attribution($0) }
    let sameAs = map.list("sameAs") { $0.text() }
    let refersTo = map.list("refersTo") { $0.text() }
    let inverts = map.optional("inverts")?.text()
    let quotation = map.optional("quotation").flatMap { Quotation($0) }
    guard let ground else { return nil }
    return Coding(
      name: name, ground: ground, parts: parts, bearing: bearing ?? .supports, ifThen: ifThen, memo: memo,
      links: CodingLinks(
        form: form ?? .prose, cites: cites, sameAs: sameAs, inverts: inverts, refersTo: refersTo),
      quotation: quotation)
  }

  private func ground(_ map: DocumentMapping) -> CodingGround? {
    if let passage = map.optional("passage") {
      for key in ["source", "place", "quotation"] {
        map.optional(key)?.fault(
          "a passage says its \(key) itself", "Give either a passage, or a source and a place.")
      }
      return passage.parsed("A passage is called p and the number of its act, such as p12.") {
        MarkedPassage.act(named: $0).map { .passage($0) }
      }
    }
    let source = map.required("source", "Name a passage, or the key of a source and a place in it.")?.text()
    let place = map.required("place", "Say where it stands: a section and paragraph, or a table and row.")?
      .place()
    guard let source, let place else { return nil }
    return .place(source: source, place)
  }

  /// `less open talk`, or a group of `is`, `words` and `inference`.
  private func codedPart(_ slot: CodingSlot) -> CodedPart? {
    let remedy = "Write which way and a code, such as: less open talk."
    guard isMapping else { return parsed(remedy) { CodedPart($0, slot: slot) } }
    guard let map = mapping(keys: ["is", "words", "inference"]) else { return nil }
    let words = map.optional("words")?.text()
    let inference: Inference? = map.optional("inference")?.choice()
    return map.required("is", remedy)?.parsed(remedy) {
      CodedPart($0, slot: slot, words: words, inference: inference ?? .stated)
    }
  }

  /// A code, or a group of `code` and `reversed`.
  func codeUse() -> CodeUse? {
    guard isMapping else { return parsed("Write a code.") { CodeUse(written: $0) } }
    guard let map = mapping(keys: ["code", "reversed"]) else { return nil }
    let code = map.required("code", "Name the code.")?.text()
    let isReversed = map.optional("reversed")?.yesOrNo() ?? false
    return code.map { CodeUse($0, isReversed: isReversed) }
  }

  func codeMerge() -> CodeMerge? {
    guard let map = mapping(keys: ["codes", "into", "because"]) else { return nil }
    let codes = map.required("codes", "List the codes that are put together.")?.sequence()?
      .compactMap { $0.codeUse() }
    let into = map.required("into", "Give the code that stands for all of them.")?.text()
    let because = map.optional("because")?.text()
    guard let codes, let into else { return nil }
    return CodeMerge(codes: codes, into: into, because: because)
  }

  func codeSplit() -> ((Synthesis) -> Act?)? {
    guard let map = mapping(keys: ["parts", "into", "because"]) else { return nil }
    let parts = map.required("parts", "List the parts, such as {coding: 12, part: 1}.")?.partUses()
    let into = map.required("into", "Give the code under which they stand from now on.")?.text()
    let because = map.optional("because")?.text()
    guard let parts, let into else { return nil }
    return { synthesis in
      parts(synthesis).map { .codeSplit(CodeSplit(parts: $0, into: into, because: because)) }
    }
  }

  /// Parts of codings, each a group of `coding`, `part` and `reversed`.
  func partUses() -> ((Synthesis) -> [PartUse]?)? {
    let uses = (sequence() ?? []).compactMap { node -> ((Synthesis) -> PartUse?)? in
      guard let map = node.mapping(keys: ["coding", "part", "reversed"]) else { return nil }
      let coding = map.required("coding", "Name the coding.")?.codingNamed()
      let part = map.required("part", "Say which of its parts, from 1.")?.wholeNumber(
        in: 1...SynthesisRules.mostParts)
      let isReversed = map.optional("reversed")?.yesOrNo() ?? false
      guard let coding, let part else { return nil }
      return { synthesis in
        coding(synthesis).map { PartUse(coding: $0, part: part, isReversed: isReversed) }
      }
    }
    return { synthesis in
      let found = uses.map { $0(synthesis) }
      return found.contains { $0 == nil } ? nil : found.compactMap(\.self)
    }
  }

  /// A coding by its number or its name, looked up when it is known; a fault where there is none.
  func codingNamed() -> ((Synthesis) -> Int?)? {
    guard let text = text() else { return nil }
    return { synthesis in
      if let number = Int(text), synthesis.coding(number) != nil { return number }
      if let made = synthesis.coding(named: text) { return made.act }
      fault(
        "there is no coding \u{201C}\(text.clipped)\u{201D}",
        "Name one by the number of its act, or by its name.")
      return nil
    }
  }

  func extractionForm() -> ExtractionForm? {
    guard let map = mapping(keys: ["name", "fields"]) else { return nil }
    let name = map.required("name", "Give the form a name.")?.text()
    let fields = map.required("fields", "List the fields.")?.sequence()?.compactMap { $0.field() }
    guard let name, let fields else { return nil }
    return ExtractionForm(name: name, fields: fields)
  }

  private enum FieldKind: String, CaseIterable { case text, number, choice }

  private func field() -> ExtractionForm.Field? {
    guard let map = mapping(keys: ["name", "type", "choices", "ask", "required"]) else { return nil }
    let name = map.required("name", "Say what the field is called.")?.text()
    let kind: FieldKind = map.optional("type").map { $0.choice() ?? .text } ?? .text
    let choices = map.list("choices") { $0.text() }
    if kind != .choice {
      map.optional("choices")?.fault("a \(kind.rawValue) has no choices", "Write type: choice.")
    }
    let ask = map.optional("ask")?.text()
    let isRequired = map.optional("required")?.yesOrNo() ?? false
    guard let name else { return nil }
    return ExtractionForm.Field(
      name: name, kind: kind == .text ? .text : kind == .number ? .number : .choice(choices), ask: ask,
      isRequired: isRequired)
  }

  func filledForm() -> FilledForm? {
    guard let map = mapping(keys: ["form", "source", "fields"]) else { return nil }
    let form = map.required("form", "Name the form.")?.text()
    let source = map.required("source", "Name the source by its key.")?.text()
    let fields = map.required("fields", "Give each field that was found, and what was found.")?.anyMapping()
    guard let form, let source, let fields else { return nil }
    let entries = fields.keys.compactMap { key in
      fields.optional(key)?.text().map { FilledForm.Entry(field: key, value: $0) }
    }
    return FilledForm(form: form, source: source, entries: entries)
  }
}
