/// One report as a value: what it says, why it may say so, and where each reason stands.
///
/// A page knows nothing of what it is about. It is written once and rendered as text for a terminal, as HTML, as
/// Markdown; as JSON it is simply encoded.
///
/// From a claim to its place in a source is two steps: a ``Sentence`` names its ``Explanation``s, and each of these
/// names its places and ``SourceNote``s.
public struct Page: Sendable, Hashable, Codable {
  /// What the report is called.
  public var title: String
  /// A line under the title: what or whom the report is about.
  public var subtitle: String?
  /// The one line that every report carries: what it is *not* about.
  public var notice: String
  /// The whole answer in a few sentences, before any part; each stands in a paragraph of its own.
  public var story: [Sentence]
  /// The parts, in reading order.
  public var parts: [Part]
  /// Every explanation that a sentence may name. Only those that are named are printed.
  public var explanations: [Explanation]
  /// Every source that an explanation may name.
  public var sources: [SourceNote]
  /// How the report was made: program, version, date of the documents.
  public var colophon: String?
  /// The language of the text as a BCP 47 tag, for readers aloud and for hyphenation.
  public var language: String

  /// Makes a page; all but the title and the notice may be left out.
  public init(
    title: String, subtitle: String? = nil, notice: String, story: [Sentence] = [], parts: [Part] = [],
    explanations: [Explanation] = [], sources: [SourceNote] = [], colophon: String? = nil,
    language: String = "en-GB"
  ) {
    self.title = title
    self.subtitle = subtitle
    self.notice = notice
    self.story = story
    self.parts = parts
    self.explanations = explanations
    self.sources = sources
    self.colophon = colophon
    self.language = language
  }
}

extension Page {
  /// Every figure of the page, those inside details too, in reading order.
  public var figures: [Figure] {
    parts.flatMap { $0.blocks.flatMap(\.figures) }
  }
}
