import Dynamics
import ProgrammeTheory
import Reporting

/// What moved a concept over some rounds, as the mean over the models of each way of drawing.
struct Driver {
  let concept: Concept.ID
  let source: InfluenceSource
  /// By how much in all, from the least to the greatest of the ways of drawing; a level has a range of 1.
  let range: ClosedRange<Double>

  /// By how much at most, whichever way.
  var size: Double { max(abs(range.lowerBound), abs(range.upperBound)) }

  /// Which way it moved the concept; `nil` where ways of drawing differ.
  var direction: Direction? {
    if range.lowerBound >= 0 { return range.upperBound > 0 ? .more : nil }
    return range.upperBound <= 0 ? .less : nil
  }
}

extension EnsembleTeller {
  /// What moved concepts, up to a round; in the order of the theory. Empty when it wasn't kept.
  func drivers(through last: Int) -> [Driver] {
    guard ensemble.settings.isAttributed, last >= 1 else { return [] }
    let rounds = (1...last).map { ensemble.contributions(in: $0) }
    return (rounds.first ?? []).indices.map { index in
      let sums = ensemble.settings.priors.indices.map { prior in
        rounds.reduce(0) { $0 + $1[index].means[prior] }
      }
      return Driver(
        concept: rounds[0][index].concept, source: rounds[0][index].source,
        range: (sums.min() ?? 0)...(sums.max() ?? 0))
    }
  }

  /// What moved a concept most, the most first.
  func drivers(of concept: Concept.ID, among all: [Driver], most: Int, from least: Double = 0.005) -> [Driver]
  {
    Array(
      all.filter { $0.concept == concept && $0.size >= least }
        .sorted { ($1.size, $0.source.name) < ($0.size, $1.source.name) }.prefix(most))
  }

  /// The configuration behind a driver in the form in which it moved the concept that way: as it is told, or turned
  /// round; `nil` where no configuration is behind it.
  func form(of driver: Driver) -> CMOConfiguration? {
    guard let configuration = driver.source.configuration.flatMap(theory.configuration) else { return nil }
    guard let direction = driver.direction else { return configuration }
    return configuration.forms.first { $0.brings.contains(Literal(direction, driver.concept)) }
      ?? configuration
  }

  /// What a driver is called, in the form in which it worked.
  func title(of driver: Driver) -> String {
    guard let form = form(of: driver) else { return driver.source.title(in: theory) }
    let title = theory.title(form).withoutFullStop
    return form.form == .reversedByRule ? "\(title) (turned round by rule)" : title
  }

  /// Why a driver may be told.
  func why(_ driver: Driver) -> [Explanation.ID] { form(of: driver).map { [why($0.id, $0.form)] } ?? [] }
}
