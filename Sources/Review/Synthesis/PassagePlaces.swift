import Bibliography
internal import GRDB
import ProgrammeTheory

/// Where passages stand, as places of a theory document: paragraphs are counted from 1 on each page, or in the whole text
/// where it has no pages. A paragraph ends at a line with nothing on it.
struct PassagePlaces {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// The places of all passages that are coded, by the numbers of their acts.
  func places(of synthesis: Synthesis) throws -> [Int: Place] {
    var passages: [Int: [MarkedPassage]] = [:]
    for made in synthesis.codings {
      guard case .passage(let act) = made.coding.ground, let passage = synthesis.material.passage(act) else {
        continue
      }
      passages[passage.passage.text, default: []].append(passage)
    }
    var places: [Int: Place] = [:]
    for (number, coded) in passages {
      guard let text = synthesis.material.text(number) else { continue }
      let titles = [synthesis.material.source(text.source)?.reference.title, text.title, text.file]
      let title = titles.compactMap(\.self).first { !$0.isBlank } ?? "text \(number)"
      var counter = ParagraphCounter(
        starts: coded.map(\.passage.position.start), pages: text.pages.map(\.offset))
      try TextRows(database).each(of: number) { _, words in counter.take(words) }
      for passage in coded {
        let paragraph = counter.paragraphs[passage.passage.position.start] ?? 1
        let page = passage.passage.page.map { ", page \($0)" } ?? ""
        places[passage.act] = .paragraph(min(paragraph, 10_000), section: title + page)
      }
    }
    return places
  }
}
