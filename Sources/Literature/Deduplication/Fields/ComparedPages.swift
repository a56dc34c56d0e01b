/// Pages or an article number, made ready to be compared.
struct ComparedPages: Sendable {
  /// The first number; `nil` where what stood there isn't a page.
  var first: Int?
  /// The last number, completed from the first ("288-97" ends at 297).
  var last: Int?
  /// The letters before the first number: "s" of a supplement, "e" of an article number.
  var prefix: String = ""
  /// Whether the text is broken, so that only its end says something: "Suppl-29" of "S417-S429".
  var isBroken = false
  /// Whether a number of its own stands for pages.
  var isArticleNumber = false

  var isMissing: Bool { first == nil && last == nil }
  /// Whether the work has more than one page, so that few others can stand in the same place.
  var isRange: Bool { if let first, let last { last > first && !isBroken } else { false } }

  init(_ page: String?) {
    let text = Self.withoutMonth((page ?? "").prefix(60).lowercased())
    if Self.saysNothing(text) { return }
    let runs = Self.runs(text)
    guard let start = runs.first else {
      readRoman(text)
      return
    }
    prefix = start.letters
    first = start.number
    isArticleNumber =
      ["e", "c", "m", "f", "cd", "art", "article", "pone"].contains(start.letters) || start.digits >= 6
    if runs.count > 1 { readEnd(start, runs[1], text) }
    // "t-20": letters, a dash, and no first page.
    if let dash = text.firstIndex(of: "-"), !text[..<dash].contains(where: \.isNumber) {
      (first, last, isBroken) = (nil, start.number, true)
    }
  }

  private mutating func readEnd(_ start: Run, _ end: Run, _ text: String) {
    guard !text.contains("/") else { return }
    if end.number >= start.number {
      last = end.number
    } else if end.digits < start.digits {
      let scale = (0..<end.digits).reduce(1) { scale, _ in scale * 10 }
      let completed = start.number / scale * scale + end.number
      last = completed >= start.number ? completed : nil
    }
  }

  private struct Run {
    var letters: String
    var number: Int
    var digits: Int
  }

  /// The numbers of the text, each with the letters before it.
  private static func runs(_ text: String) -> [Run] {
    var runs: [Run] = []
    var letters = ""
    var digits = ""
    func close() {
      if let number = Int(digits), digits.count <= 12 {
        runs.append(Run(letters: letters, number: number, digits: digits.count))
      }
      (letters, digits) = ("", "")
    }
    for character in text.unicodeScalars {
      if ("0"..."9").contains(character) {
        digits.unicodeScalars.append(character)
      } else {
        if !digits.isEmpty { close() }
        if ("a"..."z").contains(character) {
          letters.unicodeScalars.append(character)
        } else if character != "." {
          letters = ""
        }
      }
    }
    close()
    return runs
  }

  /// "215 p" counts the pages of a book.
  private static func saysNothing(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "." })
    return words.count == 2 && ["p", "pp", "pages", "leaves"].contains(words[1])
      && words[0].allSatisfy(\.isNumber)
  }

  /// Spreadsheets make a date of "8-11": "8-Nov" or "Nov-08".
  private static func withoutMonth(_ text: String) -> String {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let parts = text.split(separator: "-")
    guard parts.count == 2, let place = parts.firstIndex(where: { months.contains(String($0)) }),
      let month = months.firstIndex(of: String(parts[place])), let other = Int(parts[1 - place])
    else { return text }
    return "\(min(month + 1, other))-\(max(month + 1, other))"
  }

  /// "iii-xx" are pages of front matter.
  private mutating func readRoman(_ text: String) {
    // "No pagination specified" is none.
    let words = text.split(whereSeparator: { !$0.isLetter })
    let ends = words.compactMap { RomanNumber.value(of: $0) }
    guard let start = ends.first, ends.count == words.count else { return }
    (prefix, first) = ("roman", start)
    if ends.count > 1, ends[1] >= start { last = ends[1] }
  }
}

/// Numbers as Romans wrote them, up to 3,999.
enum RomanNumber {
  static func value(of text: Substring) -> Int? {
    guard !text.isEmpty, text.count <= 10 else { return nil }
    let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1_000]
    var total = 0
    var largest = 0
    for letter in text.lowercased().reversed() {
      guard let value = values[letter] else { return nil }
      total += value < largest ? -value : value
      largest = max(largest, value)
    }
    return total
  }
}
