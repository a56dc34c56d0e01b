public import Documents

extension ProtocolDocument {
  /// A protocol in canonical form: what holds without being written is left out, and equal protocols give the same bytes.
  ///
  /// - Parameters:
  ///   - plan: the protocol.
  ///   - name: what the file is called.
  public static func write(_ plan: ReviewProtocol, named name: String = "protocol.yaml") -> DocumentFile {
    var pairs: [DocumentValue.Pair] = [
      .init("format", .text(format)), .init("title", .text(plan.title)),
      .init("question", .text(plan.question)),
    ]
    if let registration = plan.registration { pairs.append(.init("registration", .text(registration))) }
    pairs += list("reviewers", plan.reviewers) + list("databases", plan.databases)
    if !plan.stages.isEmpty { pairs.append(.init("stages", .list(plan.stages.map(value)))) }
    pairs += list("exclude", plan.exclude)
    let words = list("wanted", plan.highlights.wanted) + list("unwanted", plan.highlights.unwanted)
    if !words.isEmpty { pairs.append(.init("highlight", .group(words))) }
    return DocumentFile(name: name, text: DocumentValue.group(pairs).yaml())
  }

  private static func value(_ stage: StageProtocol) -> DocumentValue {
    var pairs: [DocumentValue.Pair] = [.init("stage", .text(stage.stage.rawValue))]
    if stage.reviewers != 1 { pairs.append(.init("reviewers", .whole(stage.reviewers))) }
    if !stage.isBlinded { pairs.append(.init("blinded", .yesOrNo(false))) }
    return .group(pairs + list("include", stage.include) + list("exclude", stage.exclude))
  }

  private static func list(_ key: String, _ words: [String]) -> [DocumentValue.Pair] {
    words.isEmpty ? [] : [.init(key, .list(words.map { .text($0) }))]
  }
}
