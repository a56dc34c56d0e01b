import Bibliography
public import Reporting

/// Tells a ranking of records: on what it rests, which come first, and how far it is to a stop.
public struct RankingTeller: Sendable {
  private let ranking: RecordRanking
  private let top: Int
  private let test: StoppingTest
  private let program: String

  /// A teller of a ranking.
  ///
  /// - Parameters:
  ///   - ranking: the ranking.
  ///   - top: how many records are listed.
  ///   - test: the test of whether one may stop.
  ///   - program: name and version of the program, for the colophon.
  public init(
    of ranking: RecordRanking, top: Int, test: StoppingTest = .usual, madeBy program: String
  ) {
    (self.ranking, self.top, self.test, self.program) = (ranking, max(top, 0), test, program)
  }

  /// What is said under every ranking.
  public static let notice =
    "Ranking decides nothing. No record is excluded by it, and the last may be relevant, too."

  /// The page.
  public var page: Page {
    Page(
      title: "Which records to read first", notice: Self.notice, story: story,
      parts: [first, stopping].compactMap(\.self), colophon: program)
  }

  private var story: [Sentence] {
    let decided = ranking.decided
    var sentences = [
      Sentence(
        "\(PlainNumber.count(ranking.records.count, "record")): \(decided.included) included, \(decided.excluded) "
          + "excluded, \(ranking.unread) that nobody has decided on.")
    ]
    sentences.append(Sentence(basis))
    if ranking.titlesAlone > 0, !ranking.places.isEmpty, !ranking.isSample {
      sentences.append(
        Sentence(
          "Without an abstract: \(ranking.titlesAlone) of these. The scores of titles alone are stretched to the spread of "
            + "whole texts, so that having few words puts no record in the middle."))
    }
    return sentences
  }

  private var basis: String {
    if ranking.isSample {
      return
        "\(ranking.places.count) of these were drawn at random, whatever their ranking: read them all, to tell "
        + "whether you may stop."
    }
    return rankingBasis
  }

  private var rankingBasis: String {
    if ranking.unread == 0 { return "There is nothing left to be ranked." }
    return orderBasis
  }

  private var orderBasis: String {
    switch ranking.basis {
    case .decisions(let included, let excluded):
      "The order follows from \(included + excluded) decisions. Rank again as soon as there are more."
    case .included(let count):
      "Nobody has excluded a record yet: the order is by likeness to the \(count) included. Decide on a few of the "
        + "records, then rank again."
    case .words:
      "Nobody has included a record yet: the order is by likeness to the words given. Decide on records from the top "
        + "until at least one is included and one excluded, then rank again."
    case .nothing: "There is nothing to rank by."
    }
  }

  // MARK: The first records

  private var first: Part? {
    let isSample = ranking.isSample
    let listed = ranking.places.prefix(top)
    guard !listed.isEmpty else { return nil }
    let rows = listed.enumerated().map { index, place in
      let record = ranking.records[place.record]
      return [
        Cell(String(index + 1), alignment: .trailing), Cell(PlainWords.clipped(record.id)),
        Cell(PlainWords.clipped(record.reference.title ?? "no title")),
        Cell(record.reference.issued.map { String($0.year) } ?? "", alignment: .trailing),
      ] + (isSample ? [] : [Cell(PlainNumber.fixed(place.score, places: 3), alignment: .trailing)])
    }
    var blocks: [Block] = [
      .table(
        Table(
          caption: "The first \(listed.count) of \(ranking.places.count)"
            + (isSample ? " that were drawn" : ", the likeliest first"),
          columns: ["", "record", "title", "year"] + (isSample ? [] : ["score"]), rows: rows))
    ]
    if !isSample {
      blocks.append(
        .note(Sentence("A score compares records of this ranking only. It is no probability.")))
    }
    return Part(
      id: "first", title: isSample ? "A random sample" : "To be read first", blocks: blocks)
  }

  // MARK: Stopping

  private var stopping: Part? {
    guard ranking.decided.included > 0, ranking.unread > 0 else { return nil }
    let share = PlainNumber.percent(test.recall)
    let wrong = PlainNumber.fixed(test.level * 100, places: 0)
    var sentences: [Sentence] = []
    if let size = ranking.sampleToStop(test), size > 0 {
      sentences.append(
        Sentence(
          "Once the ranking brings up hardly any relevant record: draw \(size) of the \(ranking.unread) unread at random and "
            + "read them. If none is relevant, at least \(share) of the relevant have been found; in \(wrong) of 100 such "
            + "samples at most that would be wrong."))
      sentences.append(
        Sentence(
          "If some are, go on with the ranking, and draw anew later. The sample must be drawn at random."))
    } else {
      sentences.append(
        Sentence(
          "Fewer records are unread than would have to be missed: at least \(share) of the relevant have been found."
        ))
    }
    sentences.append(
      Sentence(
        "The method is the hypergeometric stopping test for random samples: \(StoppingTest.citation). Its sureness is "
          + "that of the decisions: a relevant record that was excluded by mistake isn't counted.",
        emphasis: .muted))
    return Part(id: "stopping", title: "When to stop", blocks: [.paragraph(sentences)])
  }
}

// MARK: As data

extension RankingTeller {
  /// A ranking as data.
  public struct Account: Encodable, Sendable {
    let records: Int
    let included: Int
    let excluded: Int
    let unread: Int
    let basis: String
    let ranking: [Entry]
    let sampleToStop: Int?
    let stoppingMethod: String
    let notice: String
    let madeBy: String
  }

  /// A record's place as data.
  struct Entry: Encodable, Sendable {
    let place: Int
    let id: String
    let file: String?
    /// Which record of its file it is, counted from 1.
    let position: Int?
    let title: String?
    let score: Double?
  }

  /// The whole ranking as data.
  public var account: Account {
    let basis =
      switch ranking.basis {
      case .decisions: "decisions"
      case .included: "included records only"
      case .words: "words"
      case .nothing: "nothing"
      }
    return Account(
      records: ranking.records.count, included: ranking.decided.included, excluded: ranking.decided.excluded,
      unread: ranking.unread, basis: ranking.isSample ? "random sample" : basis,
      ranking: ranking.places.enumerated().map { index, place in
        let record = ranking.records[place.record]
        return Entry(
          place: index + 1, id: record.id, file: record.origin?.file, position: record.origin?.position,
          title: record.reference.title, score: ranking.isSample ? nil : place.score)
      },
      sampleToStop: ranking.sampleToStop(test), stoppingMethod: StoppingTest.citation, notice: Self.notice,
      madeBy: program)
  }
}
