import Bibliography
public import Dynamics
import ProgrammeTheory

extension Forecast {
  /// How the main things went from one thing that happened to the next, by the models, where the case says how long a
  /// round of work is. Each stretch starts again from what was known after it; round 0 is the last thing that happened.
  public struct Past: Sendable {
    /// From one thing that happened, or the start, to the next.
    public struct Stretch: Sendable {
      /// When it begins and ends, in rounds; at most 0.
      public let span: ClosedRange<Double>
      /// Where the main things lie in whole rounds since it began, in their order.
      public let courses: Courses
    }

    /// The stretches, in order.
    public let stretches: [Stretch]
    /// What happened, and when in rounds; at most 0.
    public let events: [(at: Double, turn: Turn)]

    /// How many rounds have to be run to reach the end of a stretch; no more than can be run.
    static func rounds(in span: ClosedRange<Double>) -> Int {
      Int(min(max(span.upperBound - span.lowerBound, 1), Double(EnsembleSettings.possibleRounds.upperBound)))
    }
  }

  /// - Parameters:
  ///   - models: what was known at the start, then after each of the turns that are told.
  ///   - history: these turns.
  static func past(
    _ things: [Concept.ID], _ subject: Case, _ models: [Model], _ history: ArraySlice<Turn>,
    _ settings: ForecastSettings
  ) async throws -> Past? {
    guard let months = subject.roundMonths, months > 0, let now = history.last?.date,
      models.count == history.count + 1
    else { return nil }
    func round(of date: PartialDate) -> Double { min(0, -date.months(until: now) / months) }
    let events = history.map { (at: round(of: $0.date), turn: $0) }
    let begins = [subject.start.map(round)] + events.map(\.at)
    var stretches: [Past.Stretch] = []
    for (model, bounds) in zip(models, zip(begins, begins.dropFirst())) {
      // What lies further back than a forecast reaches forward isn't drawn.
      guard let first = bounds.0, let last = bounds.1, first < last, last > -Double(settings.rounds) else {
        continue
      }
      let terms = things.compactMap { thing in model.levels.first { $0.concept == thing }?.term }
      guard terms.count == things.count else { continue }
      let span = first...last
      let own = settings.beside(rounds: Past.rounds(in: span))
      stretches.append(
        Past.Stretch(
          span: span, courses: try await Courses(of: terms, in: model, own, threads: settings.threads)))
    }
    return Past(stretches: stretches, events: events)
  }
}

extension PartialDate {
  /// How many months lie between two dates; what isn't known of them counts as the middle of what it may be.
  func months(until other: PartialDate) -> Double {
    func place(_ date: PartialDate) -> Double {
      let month = date.month.map { Double($0) } ?? 6.5
      let day = date.day.map { Double($0) } ?? 15.5
      return Double(date.year) * 12 + month + (date.month == nil ? 0 : day / 31)
    }
    return place(other) - place(self)
  }
}
