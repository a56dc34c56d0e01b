import Dynamics
import ProgrammeTheory
import Reporting

/// What every telling of models needs: names of actions and ends, and numbers as ranges.
protocol EnsembleTeller: Teller {
  var ensemble: Ensemble { get }
}

extension EnsembleTeller {
  // MARK: Ends

  /// How models end: those ends that were seen, with when; then those that never were, with how often they may be.
  var endBlocks: [Block] {
    let rows = ensemble.ends.filter { $0.share.frequency != .never }.map { end in
      let rounds = end.rounds.compactMap(\.self)
      let when = rounds.min().map { low in
        let high = rounds.max() ?? low
        return low == high ? "round \(low)" : "rounds \(low) to \(high)"
      }
      return [
        Cell(Theory.capitalised(end.end.name(in: theory))), Cell(end.share.words), Cell(when ?? ""),
      ]
    }
    let seen = Block.table(
      Table(
        caption: "How they end, or where they stand at the end",
        columns: ["End", "How often", "Half of these by"], rows: rows))
    let never = ensemble.ends.filter { $0.share.frequency == .never }
    guard !never.isEmpty else { return [seen] }
    let sentences = never.map { end in
      Sentence(
        "Never seen: \(end.end.name(in: theory))" + (end.share.boundWords.map { ", \($0)." } ?? "."))
    }
    return [seen, .list(sentences)]
  }

  // MARK: Names and numbers

  func number(_ value: Int) -> Cell { Cell("\(value)", alignment: .trailing) }

  /// A number with some places after the point.
  func text(_ value: Double, places: Int = 2) -> String {
    let scale = [1.0, 10, 100, 1000, 10_000][max(0, min(places, 4))]
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = String(whole % Int(scale))
    return "\(sign)\(whole / Int(scale))." + String(repeating: "0", count: max(0, places - digits.count))
      + digits
  }

  /// A range of numbers; one where both ends read alike.
  func text(_ range: ClosedRange<Double>, places: Int = 2) -> String {
    let (low, high) = (text(range.lowerBound, places: places), text(range.upperBound, places: places))
    return low == high ? low : "\(low)–\(high)"
  }
}
