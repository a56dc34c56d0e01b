extension String {
  /// The text as it may be quoted in a message: short, on one line, and without signs that a terminal would obey.
  public var clipped: String {
    var line = ""
    var count = 0
    // Counted in scalars: one character may be as long as the file.
    for scalar in unicodeScalars {
      guard count < 60 else { return line + "…" }
      line.unicodeScalars.append(scalar.isSafeOnScreen ? scalar : " ")
      count += 1
    }
    return line
  }

  /// The text without signs that a terminal would obey, on one line.
  package var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isSafeOnScreen ? $0 : " " }))
  }

  /// The text as a shell takes it for one word, whatever signs it has.
  package var quotedForShell: String { "'" + replacing("'", with: "'\\''") + "'" }

  /// The text without line ends at its end.
  internal var withoutClosingLineEnds: String {
    guard utf8.last == UInt8(ascii: "\n") else { return self }
    var scalars = Substring(self).unicodeScalars
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether the text is nothing but white space.
  internal var isBlank: Bool {
    // Nearly every text begins with a sign that is seen, and then no character needs to be made out.
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }

  /// The candidate that a person most likely meant, by edit distance; `nil` when none is near.
  public func nearest(among candidates: [String]) -> String? {
    // Nobody means a name of that length, and nobody is helped by a search among thousands.
    guard (3...100).contains(utf8.count), candidates.count <= 500 else { return nil }
    // One number isn't a slip of the finger for another.
    guard contains(where: \.isLetter) else { return nil }
    let limit = Swift.min(3, (utf8.count + 2) / 3)
    let name = Array(utf8)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let most = Swift.min(limit, best?.distance ?? limit)
      guard let distance = name.distance(to: Array(candidate.utf8), atMost: most) else { continue }
      if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }
}

extension [UInt8] {
  /// How many bytes must be put in, taken out or changed to make one name of another; `nil` beyond a limit.
  ///
  /// Only the band of cells within the limit is filled, which keeps it quick for names that a hostile file makes long
  /// and alike.
  fileprivate func distance(to other: [UInt8], atMost limit: Int) -> Int? {
    guard abs(count - other.count) <= limit else { return nil }
    let beyond = limit + 1
    var row = [Int](repeating: beyond, count: other.count + 1)
    for column in 0...Swift.min(limit, other.count) { row[column] = column }
    for (line, byte) in enumerated() {
      let band = Swift.max(0, line - limit)..<Swift.min(other.count, line + 1 + limit)
      var diagonal = row[band.lowerBound]
      row[band.lowerBound] = band.lowerBound == 0 && line < limit ? line + 1 : beyond
      for column in band {
        let above = row[column + 1]
        let changed = byte == other[column] ? diagonal : diagonal + 1
        row[column + 1] = Swift.min(changed, above + 1, row[column] + 1, beyond)
        diagonal = above
      }
    }
    return row[other.count] <= limit ? row[other.count] : nil
  }
}

extension Unicode.Scalar {
  /// Whether a message may show it: neither a control sign, nor one that reorders or hides what stands beside it, nor
  /// a line end.
  package var isSafeOnScreen: Bool {
    // The table of categories is only asked beyond the signs of nearly every text.
    if (0x20...0x7E).contains(value) { return true }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
