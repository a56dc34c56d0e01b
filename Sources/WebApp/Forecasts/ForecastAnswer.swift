import Reporting

/// The answer to a question, from so many models.
struct ForecastAnswer: Sendable {
  /// What it is kept by.
  struct ID: Sendable, Hashable {
    let question: String
    let models: Int
  }

  /// What stands on a page.
  struct Told: Sendable {
    let title: String
    let about: String?
    let notice: String
    let colophon: String?
    let contents: ContentsList
    /// The story, the parts, the reasons and the sources, in reading order.
    let pieces: [Markup]
  }

  enum Content: Sendable {
    case told(Told)
    case record(String)
  }

  /// How many models were run.
  let models: Int
  let content: Content

  /// About how much memory it takes.
  var bytes: Int {
    switch content {
    case .record(let text): text.utf8.count
    case .told(let told): told.pieces.reduce(1_000) { $0 + $1.html.utf8.count }
    }
  }

  var told: Told? { if case .told(let told) = content { told } else { nil } }
  var record: String? { if case .record(let text) = content { text } else { nil } }
}
