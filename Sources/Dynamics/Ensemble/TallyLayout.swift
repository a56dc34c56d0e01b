/// Where each count of a tally stands.
///
/// A tally is a flat list of whole numbers, so that the parts of an ensemble add up to the same bytes whoever counted
/// what, and its size doesn't depend on how many models are run. In which bins levels lie comes last: most of the list, and
/// counted by all workers together.
struct TallyLayout: Sendable, Hashable {
  /// How many bins the scale from 0 to 1 has.
  static let bins = 256
  /// How many parts a parameter's range is cut into to see what hangs on it.
  static let parts = 10
  /// How many ranks of ends there are.
  static let ranks = ModelEnd.Rank.allCases.count
  /// One unit of a level in sums: they are kept as whole numbers of 2⁻³².
  static let unit = 4_294_967_296.0

  let rounds: Int
  let concepts: Int
  let endings: Int
  let labels: Int
  let shares: Int
  let spared: Int
  let placeShares: Int
  let parameters: Int

  // Where each kind of count begins: worked out once, since each count of each model asks for it.
  private let endedFrom: Int
  private let standingFrom: Int
  private let heldFrom: Int
  private let sharesFrom: Int
  private let sparedFrom: Int
  private let turnsFrom: Int
  private let ranksFrom: Int
  private let placesFrom: Int
  private let changesFrom: Int

  init(_ model: Model, _ settings: EnsembleSettings) {
    rounds = settings.rounds
    concepts = model.moving.count
    endings = model.endings.count
    labels = model.labels.count
    shares = settings.isAttributed ? model.shares.count : 0
    spared = settings.isAttributed ? model.spared.count : 0
    placeShares = settings.isAttributed ? model.placeShares.count : 0
    parameters = model.program.parameters.count
    endedFrom = Self.livingFrom + rounds + 1
    standingFrom = endedFrom + (2 * endings + 2) * (rounds + 1)
    heldFrom = standingFrom + labels + 1
    sharesFrom = heldFrom + labels * (rounds + 1)
    sparedFrom = sharesFrom + shares * rounds * 3
    turnsFrom = sparedFrom + spared * rounds
    ranksFrom = turnsFrom + parameters * Self.parts * Self.ranks
    placesFrom = ranksFrom + Self.ranks
    changesFrom = placesFrom + placeShares * rounds
  }

  // MARK: Places

  /// How many models were counted.
  var models: Int { 0 }
  /// Models in which a level was no number: none, unless something is wrong.
  var faulty: Int { 1 }
  /// Models of which it was kept what moved what.
  var attributed: Int { 2 }

  /// Models that go on at the end of a round, from 0.
  func living(_ round: Int) -> Int { Self.livingFrom + round }
  private static let livingFrom = 3

  /// How many causes of an end are told apart.
  var causes: Int { 2 * endings + 2 }
  /// Models that ended by a cause in a round.
  func ended(_ cause: Int, _ round: Int) -> Int { endedFrom + cause * (rounds + 1) + round }

  /// Models that go on in which a label that says good or poor fits at the end; the number of labels for none.
  func standing(_ label: Int) -> Int { standingFrom + label }

  /// Models in which a label holds at the end of a round.
  func held(_ label: Int, _ round: Int) -> Int { heldFrom + label * (rounds + 1) + round }

  /// What a source added to a concept in a round, from 1: the sum, then how many models it moved up and down.
  func share(_ share: Int, _ round: Int) -> Int { sharesFrom + (share * rounds + round - 1) * 3 }

  /// How much of a loss a source spared in a round, from 1.
  func spared(_ spared: Int, _ round: Int) -> Int { sparedFrom + spared * rounds + round - 1 }

  /// Models whose parameter lies in a part of its range and that end with a rank.
  func turn(_ parameter: Int, part: Int, _ rank: Int) -> Int {
    turnsFrom + (parameter * Self.parts + part) * Self.ranks + rank
  }

  /// Models that end with a rank and that meet every statement of order.
  func meeting(_ rank: Int) -> Int { ranksFrom + rank }

  /// What a source added to one place of a concept in a round, from 1: the sum.
  func placeShare(_ share: Int, _ round: Int) -> Int { placesFrom + share * rounds + round - 1 }

  /// Models in which a concept has visibly risen since the start by the end of a round, from 0; then those in which it has
  /// fallen. Those that have ended count with the level that they ended with.
  func changed(_ concept: Int, _ round: Int) -> Int { changesFrom + (concept * (rounds + 1) + round) * 2 }

  /// How many counts there are that each worker keeps by itself.
  var countOfOwn: Int { changed(concepts, 0) }

  /// Whether counts can be those of so many models: no fewer than none, no more than there are, and sums within what as many
  /// levels could have moved. What isn't may come from a damaged file, and would be too much to add up.
  ///
  /// - Parameter own: as many as ``countOfOwn``.
  func isPossible(_ own: [Int64], _ levels: [Int32], draws: Int) -> Bool {
    let models = Int64(draws)
    let mostFaulty = models * Int64(concepts * (rounds + 1))
    // A share is at most 2⁴⁵ units in each model and round (``BlockRun``).
    let mostSum = models.multipliedReportingOverflow(by: 1 << 45)
    let largest = mostSum.overflow ? Int64.max : mostSum.partialValue
    return levels.allSatisfy { (0...models).contains(Int64($0)) }
      && zip(0..., own).allSatisfy { place, count in
        if place == faulty { return (0...mostFaulty).contains(count) }
        return isSum(place) ? (-largest...largest).contains(count) : (0...models).contains(count)
      }
  }

  /// Whether a place holds a sum of what moved levels, and not a number of models.
  private func isSum(_ place: Int) -> Bool {
    switch place {
    case sharesFrom..<sparedFrom: (place - sharesFrom).isMultiple(of: 3)
    case sparedFrom..<turnsFrom, placesFrom..<changesFrom: true
    default: false
    }
  }

  // MARK: Levels

  /// Models that go on in which a concept's level falls in a bin at the end of a round, from 0: its place among the counts of
  /// levels, which follow the others.
  func level(_ concept: Int, _ round: Int, bin: Int) -> Int {
    (concept * (rounds + 1) + round) * Self.bins + bin
  }

  /// How many counts of levels there are.
  var countOfLevels: Int { level(concepts, 0, bin: 0) }
}
