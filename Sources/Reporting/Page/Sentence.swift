/// One sentence of a page. A sentence that is a claim names its why; one that isn't (an introduction) names none.
public struct Sentence: Sendable, Hashable, Codable {
  /// The words, without any markup.
  public var text: String
  /// The explanations that the sentence rests on.
  public var why: [Explanation.ID]
  /// How loudly it is said.
  public var emphasis: Emphasis
  /// What happens, shown as a sign and a word before the sentence.
  public var mark: Mark?

  /// Makes a sentence.
  public init(
    _ text: String, why: [Explanation.ID] = [], emphasis: Emphasis = .plain, mark: Mark? = nil
  ) {
    self.text = text
    self.why = why
    self.emphasis = emphasis
    self.mark = mark
  }
}

/// How loudly something is said.
public enum Emphasis: String, Sendable, Hashable, Codable, CaseIterable {
  /// As the text around it.
  case plain
  /// Stands out.
  case strong
  /// Steps back.
  case muted
}

/// What happens to the thing that a sentence is about. Always printed as a sign and a word: colour only repeats it.
public enum Mark: String, Sendable, Hashable, Codable, CaseIterable {
  /// It becomes more.
  case rises
  /// It becomes less.
  case falls
  /// The source says both; neither reading is dropped.
  case contested
  /// The source says nothing of it, or a fact is missing.
  case silent
  /// It ends.
  case stops

  /// The word that is printed.
  public var word: String { rawValue }

  /// The sign that is printed before the word.
  public var sign: String {
    switch self {
    case .rises: "▲"
    case .falls: "▼"
    case .contested: "◆"
    case .silent: "○"
    case .stops: "■"
    }
  }

  /// Sign and word.
  public var label: String { sign + " " + word }
}
