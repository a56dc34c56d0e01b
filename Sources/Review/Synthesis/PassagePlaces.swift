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
      let title = synthesis.material.source(text.source)?.reference.title ?? text.title ?? text.file
      var counter = ParagraphCounter(
        starts: Set(coded.map(\.passage.position.start)), pages: text.pages.map(\.offset))
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

/// Counts the paragraphs of a text that comes in parts.
struct ParagraphCounter {
  /// The paragraph in which each of the starts lies.
  private(set) var paragraphs: [Int: Int] = [:]
  private let starts: Set<Int>
  private let pages: [Int]
  private var nextPage = 0
  private var offset = 0
  private var paragraph = 0
  private var isOpen = false
  private var lineIsBlank = true

  /// - Parameters:
  ///   - starts: the places that are asked for, in code points.
  ///   - pages: where pages start, in their order.
  init(starts: Set<Int>, pages: [Int]) { (self.starts, self.pages) = (starts, pages) }

  mutating func take(_ words: String) {
    for scalar in words.unicodeScalars {
      if nextPage < pages.count, offset >= pages[nextPage] {
        (paragraph, isOpen, lineIsBlank) = (0, false, true)
        nextPage += 1
      }
      if scalar == "\n" {
        if lineIsBlank { isOpen = false }
        lineIsBlank = true
      } else if !scalar.properties.isWhitespace {
        if !isOpen { paragraph += 1 }
        (isOpen, lineIsBlank) = (true, false)
      }
      if starts.contains(offset) { paragraphs[offset] = max(1, paragraph) }
      offset += 1
    }
  }
}
