import Bibliography
internal import Documents
import ProgrammeTheory

extension Case {
  /// The case as its document has it: what holds without being written is left out.
  var document: DocumentValue {
    let lists: [DocumentValue.Pair?] = [
      part(.partners, partners.map(\.document)), .items("facts", facts.map(\.document)),
      part(.aims, aims.map(\.document)), part(.events, events.map(\.document)),
      .items("observations", observations.map(\.document)), .items("further", further.map(\.document)),
      part(.end, end?.document),
    ]
    return .group((identity + setting + lists).compactMap(\.self))
  }

  private var identity: [DocumentValue.Pair?] {
    [
      .text("format", CaseDocument.format), .name("id", id), .text("title", title),
      .text("summary", summary), .word("kind", kind), .name("theory", theory),
      fedTheory ? DocumentValue.Pair("fedTheory", .yesOrNo(true)) : nil,
      .texts("beside", beside.map(\.description)),
    ]
  }

  private var setting: [DocumentValue.Pair?] {
    [
      part(.start, start.map { .text($0.description) }),
      roundMonths.map { DocumentValue.Pair("roundMonths", .decimal($0)) },
      part(.arrangement, arrangement.map(DocumentValue.text)),
      entryPoints.isEmpty
        ? part(.entryPoints, nil) : .texts("entryPoints", entryPoints),
      part(.mandated, mandated.map(DocumentValue.yesOrNo)),
    ]
  }

  /// A part that may have been asked for in vain.
  private func part(_ part: Part, _ value: DocumentValue?) -> DocumentValue.Pair? {
    if let value { return DocumentValue.Pair(part.rawValue, value) }
    guard askedInVain.contains(part) else { return nil }
    return DocumentValue.Pair(
      part.rawValue, part.isList ? .inlineList([]) : .text(StatedLevel.notKnown.rawValue))
  }

  private func part(_ part: Part, _ items: [DocumentValue]) -> DocumentValue.Pair? {
    self.part(part, items.isEmpty ? nil : .list(items))
  }
}

extension Partner {
  fileprivate var document: DocumentValue {
    .inlineFields(.name("id", id), .text("name", name), .text("about", about))
  }
}

extension StatedFact {
  fileprivate var document: DocumentValue {
    .inlineFields(
      .name("concept", concept), .word("is", level), .name("of", of), .name("towards", towards),
      .text("saidBy", saidBy), .text("source", source), .text("since", since?.description),
      .text("note", note))
  }
}

extension Aim {
  fileprivate var document: DocumentValue {
    .inlineFields(.text("what", what), .word("ambition", ambition), .text("source", source))
  }
}

extension Event {
  fileprivate var document: DocumentValue {
    .fields(
      .name("id", id), .text("date", date.description), .word("kind", kind), .text("what", what),
      .claims("moves", moves), .text("source", source))
  }
}

extension Observation {
  fileprivate var document: DocumentValue {
    .fields(
      .text("date", date.description), .name("concept", concept), .name("of", of), .name("towards", towards),
      DocumentValue.Pair("score", .decimal(score)), DocumentValue.Pair("lowest", .decimal(lowest)),
      DocumentValue.Pair("highest", .decimal(highest)), .text("instrument", instrument),
      .text("source", source))
  }
}

extension Remark {
  fileprivate var document: DocumentValue { .inlineFields(.text("what", what), .text("source", source)) }
}

extension End {
  fileprivate var document: DocumentValue {
    .fields(
      .word("outcome", outcome), .text("date", date?.description), .text("what", what),
      .text("source", source))
  }
}
