/// Makes works, and those that look like them.
struct WorkForge {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func work(_ number: Int) -> MadeWork {
    let year = Int.random(in: 1_988...2_024, using: &random)
    let first = Int.random(in: 1...1_900, using: &random)
    var work = MadeWork(
      title: title(), authors: (0..<Int.random(in: 1...9, using: &random)).map { _ in name() }, year: year,
      journal: random.pick(MadeWords.journals), volume: year - 1_960,
      issue: Int.random(in: 1...12, using: &random), firstPage: first,
      lastPage: first + Int.random(in: 1...14, using: &random),
      doi: "10.\(Int.random(in: 1_000...1_040, using: &random))/made.\(year).\(number)", abstract: abstract())
    if Int.random(in: 0...24, using: &random) == 0 { makeUpdated(&work, number) }
    if Int.random(in: 0...11, using: &random) == 0 { work.pagePrefix = "e" }
    return work
  }

  /// A review whose updates appear under its title, in the library of reviews.
  private mutating func makeUpdated(_ work: inout MadeWork, _ number: Int) {
    work.isUpdated = true
    work.journal = MadeWords.reviews
    work.pagePrefix = "CD"
    work.firstPage = 100_000 + number
    work.lastPage = work.firstPage
  }

  private mutating func title() -> String {
    var title =
      "\(random.pick(MadeWords.openings)) \(random.pick(MadeWords.things)) \(random.pick(MadeWords.links)) \(random.pick(MadeWords.qualities)) \(random.pick(MadeWords.people))"
    if Int.random(in: 0...2, using: &random) > 0 { title += " \(random.pick(MadeWords.conditions))" }
    if Int.random(in: 0...1, using: &random) == 0 { title += " in \(random.pick(MadeWords.places))" }
    if Int.random(in: 0...2, using: &random) == 0 { title += ": \(random.pick(MadeWords.designs))" }
    return title
  }

  private mutating func name() -> MadeName {
    MadeName(given: random.pick(MadeWords.given), family: random.pick(MadeWords.families))
  }

  private mutating func abstract() -> String {
    (0..<Int.random(in: 60...110, using: &random)).map { _ in random.pick(MadeWords.abstractWords) }.joined(
      separator: " ")
  }

  // MARK: Those that look alike

  /// Other works that a careless reader takes for this one; most works have none.
  mutating func lookalikes(of work: MadeWork) -> [MadeWork] {
    if work.isUpdated { return [] }
    switch Int.random(in: 0...19, using: &random) {
    case 0: return parts(of: work)
    case 1: return [meeting(of: work)]
    case 2: return [notice(of: work)]
    case 3: return [answer(to: work)]
    case 4: return yearly(work)
    case 5: return generic(work)
    case 6: return [sibling(of: work)]
    case 7: return [secondReport(of: work)]
    case 8: return [plan(of: work)]
    default: return []
    }
  }

  private mutating func parts(of work: MadeWork) -> [MadeWork] {
    let roman = Int.random(in: 0...1, using: &random) == 0
    return [1, 2].map { part in
      var other = work
      other.title += ". Part \(roman ? String(repeating: "I", count: part) : String(part))"
      if part == 2 { moveBehind(&other, work) }
      other.doi += ".p\(part)"
      other.abstract = abstract()
      if part == 1 { other.firstPage += 40; other.lastPage += 40 }
      return other
    }
  }

  /// A paper on the pages right behind another.
  private func moveBehind(_ other: inout MadeWork, _ work: MadeWork) {
    let extent = work.lastPage - work.firstPage
    other.firstPage = work.lastPage + 60
    other.lastPage = other.firstPage + extent
  }

  /// What was shown at a meeting the year before, printed in the supplement of another journal.
  private mutating func meeting(of work: MadeWork) -> MadeWork {
    var other = work
    repeat { other.journal = random.pick(MadeWords.journals) } while other.journal == work.journal
    other.year -= Int.random(in: 0...1, using: &random)
    other.volume += Int.random(in: 3...30, using: &random)
    other.pagePrefix = "S"
    other.firstPage = Int.random(in: 1...400, using: &random)
    other.lastPage = other.firstPage
    other.doi += ".s"
    other.spread = 2
    return other
  }

  private mutating func notice(of work: MadeWork) -> MadeWork {
    var other = work
    other.title =
      Int.random(in: 0...1, using: &random) == 0 ? "Erratum: \(work.title)" : "Correction to: \(work.title)"
    other.issue = work.issue % 12 + 1
    other.firstPage += 200
    other.lastPage = other.firstPage
    other.doi += ".e"
    other.spread = 2
    return other
  }

  private mutating func answer(to work: MadeWork) -> MadeWork {
    var other = work
    other.title =
      Int.random(in: 0...1, using: &random) == 0 ? "Re: \(work.title)" : "Comment on: \(work.title)"
    if Int.random(in: 0...1, using: &random) == 0 { other.authors = [name(), name()] }
    other.issue = work.issue % 12 + 1
    other.firstPage += 90
    other.lastPage = other.firstPage + 1
    other.doi += ".c"
    other.spread = 2
    return other
  }

  /// Reports that appear each year under one title.
  private mutating func yearly(_ work: MadeWork) -> [MadeWork] {
    let names = Int.random(in: 0...1, using: &random) == 0
    return (0...2).map { step in
      var other = work
      other.title =
        names
        ? "\(work.title): annual report \(work.year + step)"
        : "Annual report of the \(random.pick(MadeWords.things)) registry"
      other.year += step
      other.volume += step
      other.firstPage += 40 * (step + 1)
      other.lastPage = other.firstPage + 9
      other.doi += ".y\(step)"
      other.abstract = abstract()
      return other
    }
  }

  private mutating func generic(_ work: MadeWork) -> [MadeWork] {
    let title = random.pick(MadeWords.generic)
    return (0...2).map { step in
      var other = work
      other.title = title
      other.authors = Int.random(in: 0...1, using: &random) == 0 ? [] : [work.authors[0]]
      other.issue = (work.issue + step) % 12 + 1
      other.firstPage = 1 + 100 * step + Int.random(in: 0...50, using: &random)
      other.lastPage = other.firstPage + Int.random(in: 0...2, using: &random)
      other.doi += ".g\(step)"
      other.abstract = ""
      return other
    }
  }

  /// A paper by the same people in the same volume, about something near.
  private mutating func sibling(of work: MadeWork) -> MadeWork {
    var other = work
    let old = MadeWords.things.first { work.title.contains($0) } ?? ""
    var new = old
    while new == old { new = random.pick(MadeWords.things) }
    other.title = work.title.replacing(old, with: new)
    moveBehind(&other, work)
    other.doi += ".b"
    other.abstract = abstract()
    return other
  }

  /// The study told again elsewhere, under its own title.
  private mutating func secondReport(of work: MadeWork) -> MadeWork {
    var other = meeting(of: work)
    other.year = work.year + 1
    other.pagePrefix = ""
    other.lastPage = other.firstPage + 7
    other.doi += "r"
    other.abstract = abstract()
    return other
  }

  private mutating func plan(of work: MadeWork) -> MadeWork {
    var other = work
    other.title += Int.random(in: 0...1, using: &random) == 0 ? ": study protocol" : ": protocol for a trial"
    other.year -= 2
    other.volume -= 2
    other.firstPage += 300
    other.lastPage = other.firstPage + 5
    other.doi += ".q"
    return other
  }
}
