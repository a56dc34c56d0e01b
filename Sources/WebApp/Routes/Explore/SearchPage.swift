import Foundation
import Hummingbird
import ProgrammeTheory

/// What a search found.
struct SearchPage: PageModel {
  static let template = "theory-search"
  /// How many are shown.
  static let mostShown = 50

  /// One that was found.
  struct Hit: Sendable, Hashable, Encodable {
    let sort: String
    let title: String
    let text: String
    let address: String
  }

  let head: PageHead
  let action: String
  let question: String
  /// How many were found, in words; nothing where nothing was asked.
  let count: String
  let hits: [Hit]
  let notice: String

  init(_ fields: FormFields, in exploration: Exploration) {
    question = String((fields.text("q") ?? "").prefix(SearchIndex.mostSigns))
    let answer = exploration.index.answer(to: question, most: Self.mostShown)
    count = question.isEmpty ? "" : Self.words(answer)
    hits = answer.entries.map {
      Hit(sort: $0.sort, title: $0.title, text: $0.text.shortenedText, address: $0.address)
    }
    action = exploration.address(.search)
    head = PageHead(
      title: question.isEmpty ? "Search" : "Search: \(question.shortened)", of: exploration, at: .search,
      scripts: ["search.js"])
    notice = exploration.notice
  }

  private static func words(_ answer: SearchIndex.Answer) -> String {
    switch answer.count {
    case 0: "Nothing was found. Each word must begin a word of what is found; try fewer, or shorter ones."
    case 1: "1 found."
    default:
      "\(answer.count) found." + (answer.leftOut > 0 ? " The first \(answer.entries.count) are shown." : "")
    }
  }

  /// The same for the script that searches as one types.
  var json: Response {
    get throws {
      struct Answer: Encodable {
        let count: String
        let hits: [Hit]
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let bytes = try encoder.encode(Answer(count: count, hits: hits))
      return Response(
        status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }
}

extension String {
  /// The text cut at a word, for lists.
  fileprivate var shortenedText: String {
    guard count > 240 else { return self }
    let cut = prefix(240)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
  }
}
