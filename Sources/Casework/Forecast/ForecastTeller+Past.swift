import Dynamics
import ProgrammeTheory
import Reporting

extension ForecastTeller {
  private var past: Forecast.Past? { forecast.history?.past }

  /// The time of a fan: the rounds to come, and as many before them at most.
  var spanWithPast: ClosedRange<Double> {
    let first = past?.stretches.first?.span.lowerBound ?? past?.events.first?.at ?? 0
    return max(first.rounded(.down), -Double(rounds))...Double(rounds)
  }

  /// Where a main thing lay before now, stretch by stretch.
  ///
  /// - Parameter line: its number among the main things.
  func pastPoints(_ line: Int) -> [CourseChart.Point] {
    (past?.stretches ?? []).flatMap { stretch in
      points(stretch.courses, line).compactMap { point in
        var point = point
        point.time += stretch.span.lowerBound
        return point.time < stretch.span.upperBound && spanWithPast.contains(point.time) ? point : nil
      }
    }
  }

  /// What happened, as marks on a fan. Where the case doesn't say how long a round is, all of it lies before round 0.
  var events: [CourseChart.Event] {
    if let past {
      return past.events.map {
        CourseChart.Event(at: $0.at, label: "\($0.turn.date): \($0.turn.title.withoutFullStop)")
      }
    }
    guard let last = forecast.history?.turns.last else { return [] }
    let count = forecast.turns.count
    return [
      CourseChart.Event(
        at: 0,
        label: "\(last.date): \(last.title.withoutFullStop)\(count > 1 ? " (the last of \(count))" : "")")
    ]
  }

  /// What the marks and what lies left of 0 mean.
  var pastWords: String {
    guard forecast.history != nil else { return "" }
    guard past != nil else {
      return
        " A numbered line is the last thing that happened: the forecast starts again there. How long a round is, the case doesn't say, so what came before has no place here."
    }
    return
      " A numbered line is something that happened: the forecast starts again there. Left of 0 stands what the models gave, each time, from what was known then, for 100 rounds at most; there, those that have ended count with the level that they ended with."
  }
}
