import Foundation
import Literature
import TestSupport

/// What scikit-learn, SciPy and asreview-insights gave once, as `Tests/Peers/make_ranking_reference.py` wrote it down.
struct RankingReference: Decodable {
  struct Row: Decodable {
    let text: ScreeningText
    let isIncluded: Bool?

    init(from decoder: any Decoder) throws {
      var cells = try decoder.unkeyedContainer()
      text = ScreeningText(title: try cells.decode(String.self), abstract: try cells.decode(String.self))
      isIncluded = try cells.decodeNil() ? nil : try cells.decode(Int.self) == 1
    }
  }

  struct Words: Decodable {
    let text: String
    let words: [String]

    init(from decoder: any Decoder) throws {
      var cells = try decoder.unkeyedContainer()
      (text, words) = (try cells.decode(String.self), try cells.decode([String].self))
    }
  }

  struct Draw: Decodable {
    let seed: UInt32
    let count: Int
    let size: Int
    let drawn: [Int]

    init(from decoder: any Decoder) throws {
      var cells = try decoder.unkeyedContainer()
      (seed, count, size) = (
        try cells.decode(UInt32.self), try cells.decode(Int.self), try cells.decode(Int.self)
      )
      drawn = try cells.decode([Int].self)
    }
  }

  struct Measures: Decodable {
    let labels: String
    let wss95: Double
    let wss100: Double
    let rrf10: Double
    let erf10: Double
    let atd: Double
  }

  let corpus: [Row]
  let products: [[Double]]
  let scores: [Double]
  let words: [Words]
  let draws: [Draw]
  let measures: [Measures]
  let hypergeometric: [[Double]]

  static func read() throws -> RankingReference {
    let file = Fixture.folder.appendingPathComponent("ranking/reference.json")
    return try JSONDecoder().decode(RankingReference.self, from: Data(contentsOf: file))
  }
}
