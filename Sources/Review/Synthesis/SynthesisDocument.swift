public import Documents
import ProgrammeTheory

/// Codings, concepts, candidates and what was judged of them, as a team writes them in one YAML or JSON file, and moves them
/// into a review at once. docs/synthesis-document.md describes it.
public enum SynthesisDocument {
  /// What stands under `format` in documents that this version reads.
  public static let format = "realist-synthesis/1"
  /// How many items a section may have.
  static let mostItems = 20_000
  /// The sections, in the order in which their acts are done.
  static let sections = [
    "forms", "filled", "codings", "merges", "splits", "concepts", "conceptMerges", "candidates", "steps",
    "judgements", "rivals",
  ]
}

extension Review {
  /// Takes everything of a document into the review, all or nothing.
  ///
  /// - Parameters:
  ///   - file: the document.
  ///   - name: whose work it is.
  /// - Returns: the acts.
  /// - Throws: `FaultyDocument` with every fault of the document, those of what it says with those of how it is written;
  ///   ``ReviewFault`` where the file can't be written.
  public func take(_ file: DocumentFile, by name: String) throws -> [LoggedAct] {
    let log = FaultLog()
    guard
      let map = YAMLDocument.root(of: file, log: log)?.mapping(keys: ["format"] + SynthesisDocument.sections)
    else {
      try log.throwIfFaulty()
      throw ReviewFault.refused("\(file.name): there is nothing in it. See docs/synthesis-document.md.")
    }
    let format = map.required("format", "Write format: \(SynthesisDocument.format).")
    if let word = format?.text(), word != SynthesisDocument.format {
      format?.fault(
        "this version doesn't know the format \u{201C}\(word.clipped)\u{201D}",
        "It reads \(SynthesisDocument.format).")
    }
    let entries = SynthesisDocument.entries(of: map)
    try log.throwIfFaulty()
    guard !entries.isEmpty else {
      throw ReviewFault.refused("\(file.name): it has no codings, concepts or candidates.")
    }
    do {
      return try appendSynthesis(by: name) { try SynthesisDocument.write(entries, to: &$0, log: log) }
    } catch {
      // What the acts themselves were refused for stands in the log, each with its line.
      try log.throwIfFaulty()
      throw error
    }
  }
}

/// One item of a document, and the act that it asks for.
struct SynthesisEntry {
  let section: String
  let node: DocumentNode
  /// Makes the act, once codings have numbers; notes a fault and gives none where it names what isn't there.
  let act: (Synthesis) -> Act?
}

extension SynthesisDocument {
  /// Does the acts of a document; after a section with faults no other is begun, since its faults would only follow.
  static func write(_ entries: [SynthesisEntry], to scribe: inout SynthesisScribe, log: FaultLog) throws {
    for section in sections {
      scribe.settle()
      for entry in entries where entry.section == section {
        guard let act = entry.act(scribe.synthesis) else { continue }
        do { try scribe.append(act) } catch let fault as ReviewFault {
          guard case .refused(let words) = fault else { throw fault }
          entry.node.refuse(words)
        }
      }
      guard log.faults.isEmpty else { throw ReviewFault.refused("Nothing was written.") }
    }
  }

  static func entries(of map: DocumentMapping) -> [SynthesisEntry] {
    sections.flatMap { section -> [SynthesisEntry] in
      let items = map.list(section)
      guard items.count <= mostItems else {
        map.optional(section)?.fault(
          "there are more than \(mostItems) items", "Take them in by several files.")
        return []
      }
      return items.compactMap { node in
        entry(section, node).map { SynthesisEntry(section: section, node: node, act: $0) }
      }
    }
  }

  private static func entry(_ section: String, _ node: DocumentNode) -> ((Synthesis) -> Act?)? {
    switch section {
    case "codings": node.coding().map { coding in { _ in .coded(coding) } }
    case "merges": node.codeMerge().map { merge in { _ in .codesMerged(merge) } }
    case "splits": node.codeSplit()
    case "concepts": node.conceptFormation()
    case "conceptMerges": node.conceptMerge().map { merge in { _ in .conceptsMerged(merge) } }
    case "candidates": node.candidateDraft()
    case "steps": node.synthesisStep().map { step in { _ in .synthesised(step) } }
    case "judgements": node.judgement().map { judgement in { _ in .candidateJudged(judgement) } }
    case "rivals": Rivalry(node).map { rivalry in { _ in .rivalsNoted(rivalry) } }
    case "forms": node.extractionForm().map { form in { _ in .formDefined(form) } }
    default: node.filledForm().map { filled in { _ in .formFilled(filled) } }
    }
  }
}

extension DocumentNode {
  /// Notes that what it asks for can't be done: the first sentence is the fault, the rest what to do.
  fileprivate func refuse(_ words: String) {
    let end = words.firstRange(of: ". ")
    let problem =
      end.map { String(words[..<$0.lowerBound]) } ?? (words.hasSuffix(".") ? String(words.dropLast()) : words)
    fault(problem, end.map { String(words[$0.upperBound...]) } ?? "Mend it, or leave it out.")
  }
}
