public import ProgrammeTheory

extension CodedPart {
  /// The words before a code that say which way; those for outcomes are the ones of theory documents.
  private static let words: [(words: String, direction: CodedDirection)] = [
    ("much more", .muchMore), ("much less", .muchLess), ("more", .more), ("less", .less), ("raises", .more),
    ("lowers", .less), ("buffers", .buffers), ("exposes", .exposes),
  ]

  /// A part as a person writes it: which way and a code, such as `less open talk` or `raises goodwill`; a code
  /// alone where the source doesn't say which way.
  ///
  /// - Parameters:
  ///   - text: what was written; `nil` comes of one that has no code.
  ///   - slot: the slot.
  ///   - words: what the source says.
  ///   - inference: how it is known.
  public init?(_ text: String, slot: CodingSlot, words: String? = nil, inference: Inference = .stated) {
    let text = text.onALine
    var (code, direction) = (text, CodedDirection.none)
    for (prefix, meant) in Self.words where text.lowercased().hasPrefix(prefix + " ") {
      (code, direction) = (String(text.dropFirst(prefix.count + 1)), meant)
      break
    }
    guard !code.isEmpty else { return nil }
    self.init(code: code, slot: slot, direction: direction, words: words, inference: inference)
  }
}

extension CodeUse {
  /// A code as a person writes it among those of a concept or a merge: its words, with `reversed ` before them where it is
  /// the other end; `nil` for no words.
  public init?(written text: String) {
    let text = text.onALine
    let isReversed = text.lowercased().hasPrefix("reversed ")
    let code = isReversed ? String(text.dropFirst("reversed ".count)) : text
    guard !code.isEmpty else { return nil }
    self.init(code, isReversed: isReversed)
  }
}

extension PartUse {
  /// A part as a person writes it: the number of its coding and its own, `12.2`; with `reversed ` before it where it is the
  /// other end.
  public init?(written text: String) {
    guard let use = CodeUse(written: text) else { return nil }
    let numbers = use.code.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let coding = numbers[0], let part = numbers[1] else { return nil }
    self.init(coding: coding, part: part, isReversed: use.isReversed)
  }
}
