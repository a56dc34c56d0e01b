public import Bibliography

/// The date as of which an assessment holds. It comes from the case and from what was asked, never from a clock, so that
/// the same case gives the same assessment on any day.
public enum AsOf: Sendable, Hashable {
  /// The date that was asked for; what came later is left out.
  case asked(PartialDate)
  /// The date of the last thing told that counts.
  case lastTold(PartialDate)
  /// The start, since nothing that counts came later; with its date, where the case gives one.
  case start(PartialDate?)

  /// The date, where there is one.
  public var date: PartialDate? {
    switch self {
    case .asked(let date), .lastTold(let date): date
    case .start(let date): date
    }
  }

  /// As of when something holds, as a sentence.
  var words: String {
    switch self {
    case .asked(let date): "As of \(date), as was asked: what came later is left out."
    case .lastTold(let date): "As of \(date), the date of the last thing told that counts here."
    case .start(let date?): "As of the start, \(date): nothing that counts here is told of later."
    case .start(nil): "As of the start: nothing that counts here has a date."
    }
  }

  init(asked: PartialDate?, of subject: Case, turns: [Turn], told: [StatedFact]) {
    let dates = turns.map(\.date) + told.compactMap(\.since)
    let last = dates.max { $0.latest < $1.latest }
    switch (asked, last, subject.start) {
    case (let asked?, _, _): self = .asked(asked)
    case (nil, let last?, let start?) where last.latest > start.latest: self = .lastTold(last)
    case (nil, let last?, nil): self = .lastTold(last)
    case (nil, _, let start): self = .start(start)
    }
  }
}
