/// Words in a chart, brought to the room that there is for them. However long a text is, what is drawn of it is short.
enum ChartText {
  /// The size of letters in charts: readable still where a narrow screen shows a chart at three quarters of its size.
  static let size = 14.0
  /// From line to line.
  static let step = size + 4

  /// A text on one line, cut where it would be wider than its room.
  static func fitted(_ text: String, into room: Double, size: Double = size) -> String {
    let text = cut(text)
    guard LabelMetrics.width(of: text, size: size) > room else { return text }
    var kept = ""
    for character in text {
      if LabelMetrics.width(of: kept + String(character) + "…", size: size) > room { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// A text on as many lines as it needs in a room, but at most so many.
  static func wrapped(_ text: String, into room: Double, most: Int, size: Double = size) -> [String] {
    var lines: [String] = []
    for word in cut(text).split(separator: " ") {
      let word = fitted(String(word), into: room, size: size)
      if let last = lines.last, LabelMetrics.width(of: last + " " + word, size: size) <= room {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    guard lines.count > most, most > 0 else { return lines }
    return lines.prefix(most - 1) + [fitted(lines[most - 1] + " …", into: room, size: size)]
  }

  /// A name for readers aloud, on an element of its own.
  static func title(_ text: String) -> String { "<title>\(HTMLText.escaped(cut(text)))</title>" }

  /// The text made visible, and no longer than anybody reads in a picture. Counted in scalars, as one character can be
  /// built of thousands.
  private static func cut(_ text: String) -> String {
    let most = 400
    guard text.unicodeScalars.count > most else { return PlainText.visible(text) }
    return PlainText.visible(String(text.unicodeScalars.prefix(most))) + "…"
  }

  /// Which of several labels on a line are drawn, so that none touches another: the first, and then every second, third
  /// and so on, as regular as a ruler.
  ///
  /// - Parameters:
  ///   - spans: For each label where it begins and ends, in the order of their middles.
  ///   - gap: The least room between two.
  static func apart(_ spans: [ClosedRange<Double>], gap: Double) -> [Int] {
    guard !spans.isEmpty else { return [] }
    for step in 1...spans.count {
      let chosen = Array(stride(from: 0, to: spans.count, by: step))
      let touching = zip(chosen, chosen.dropFirst()).contains { one, next in
        spans[next].lowerBound < spans[one].upperBound + gap
      }
      if !touching { return chosen }
    }
    return [0]
  }

  /// Places as near to the wished ones as they can be with a least distance between neighbours, inside a range if they
  /// fit: pushed on from the low end, then back from the high one.
  static func pushed(_ wished: [Double], distance: Double, within range: ClosedRange<Double>) -> [Double] {
    let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
    var places = wished
    var least = range.lowerBound
    for index in order {
      places[index] = max(wished[index], least)
      least = places[index] + distance
    }
    var most = range.upperBound
    for index in order.reversed() {
      places[index] = max(min(places[index], most), range.lowerBound)
      most = places[index] - distance
    }
    return places
  }
}

extension Shape {
  /// A straight line.
  static func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), style: String) -> String {
    "<path d=\"M\(FixedNumber.text(from.x)) \(FixedNumber.text(from.y))"
      + "L\(FixedNumber.text(to.x)) \(FixedNumber.text(to.y))\" \(style)/>"
  }
}
