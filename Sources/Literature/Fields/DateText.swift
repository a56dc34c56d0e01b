import Bibliography

/// A date as exports write it: `2014//`, `2014/07/01/Summer`, `2019 Jan 5`, `Jan-Feb 2019`, `20190325`, `Jun`.
struct DateText: Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// The month in which a longer appearance ended, where two stand there.
  var lastMonth: Int?
  /// The year of ``lastMonth``, where it is another one.
  var lastYear: Int?
  /// A season, or another word that stands beside the date.
  var words: String?

  /// The parts of a date; `nil` where there is neither a year nor a month.
  init?(_ text: some StringProtocol) {
    self.init(Array(text.utf8)[...])
  }

  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.count == 4, let number = Self.number(bytes) {
      year = number
      return
    }
    guard bytes.count <= 200 else { return nil }
    if takeSlashed(bytes) { return }
    var rest: [String] = []
    for part in Self.parts(of: bytes) {
      if !take(part) { rest.append(String(decoding: part, as: UTF8.self)) }
    }
    if !rest.isEmpty { words = rest.joined(separator: " ") }
    guard year != nil || month != nil else { return nil }
  }

  /// "2014/07/01/", as RIS has it: the usual date, without a list of its parts.
  private mutating func takeSlashed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    guard bytes.count == 10 || bytes.count == 11 && bytes[start + 10] == 0x2F,
      bytes[start + 4] == 0x2F, bytes[start + 7] == 0x2F,
      let year = Self.number(bytes[start..<start + 4]), (1000...2999).contains(year),
      let month = Self.number(bytes[start + 5..<start + 7]), (1...12).contains(month),
      let day = Self.number(bytes[start + 8..<start + 10]), (1...31).contains(day)
    else { return false }
    (self.year, self.month, self.day) = (year, month, day)
    return true
  }

  /// Words and numbers, without what stands between them.
  private static func parts(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var wasDigit = false
    for index in bytes.indices {
      let byte = bytes[index]
      let isDigit = TaggedLine.isDigit(byte)
      let isPart = isDigit || byte >= 0x80 || TaggedLine.isCapital(byte & 0xDF)
      if let begun = start, !isPart || isDigit != wasDigit {
        parts.append(bytes[begun..<index])
        start = nil
      }
      if isPart, start == nil { start = index }
      wasDigit = isDigit
    }
    if let start { parts.append(bytes[start...]) }
    return parts
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 8 else { return nil }
    var value = 0
    for byte in bytes {
      guard TaggedLine.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private mutating func take(_ part: ArraySlice<UInt8>) -> Bool {
    guard let number = Self.number(part) else { return takeWord(part) }
    switch part.count {
    case 4 where (year == nil || year == number) && (1000...2999).contains(number):
      year = number
      return true
    case 4 where month != nil && lastYear == nil && (1000...2999).contains(number):
      // "1998 Dec-1999 Jan"
      lastYear = number
      return true
    case 8 where year == nil && month == nil:
      let (month, day) = (number / 100 % 100, number % 100)
      guard (1000...2999).contains(number / 10_000), (1...12).contains(month), (1...31).contains(day) else {
        return false
      }
      (year, self.month, self.day) = (number / 10_000, month, day)
      return true
    case 1, 2: return takeSmall(number)
    default: return false
    }
  }

  /// A number of up to two digits: after a year it is the month and then the day; beside a month's name it is the day.
  private mutating func takeSmall(_ number: Int) -> Bool {
    if month == nil, year != nil, (1...12).contains(number) {
      month = number
      return true
    }
    if month != nil, day == nil, (1...31).contains(number) {
      day = number
      return true
    }
    // Before anything else: the day of "5 Jan 2019", looked at again when the month comes.
    if month == nil, year == nil, day == nil, (1...31).contains(number) {
      day = number
      return true
    }
    return false
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The month of an English name, whole or shortened; `nil` for another word.
  static func month(named word: some StringProtocol) -> Int? {
    let small = word.lowercased()
    guard small.utf8.count >= 3 else { return nil }
    guard let index = months.firstIndex(of: String(small.prefix(3))) else { return nil }
    let whole = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    return whole[index].hasPrefix(small) || small == "sept" ? index + 1 : nil
  }

  private mutating func takeWord(_ part: ArraySlice<UInt8>) -> Bool {
    guard let number = Self.month(named: String(decoding: part, as: UTF8.self)) else { return false }
    if month == nil {
      month = number
      return true
    }
    // "2016/05//2016 May" says one month twice.
    guard number != month else { return true }
    guard lastMonth == nil else { return false }
    lastMonth = number
    return true
  }
}

extension Reference {
  /// Sets the date of appearance from what several fields say, as far as they agree.
  ///
  /// - Returns: whether all of it has a place now.
  mutating func setDate(_ date: DateText, isYearFixed: Bool) -> Bool {
    guard let year = isYearFixed ? issued?.year : date.year ?? issued?.year else { return false }
    if let own = date.year, own != year { return false }
    let day = date.lastMonth == nil ? date.day : nil
    let isFiner = date.month != nil || issued?.month == nil
    guard
      let whole = PartialDate(year: year, month: date.month, day: date.month == nil ? nil : day)
        ?? PartialDate(year: year, month: date.month) ?? PartialDate(year: year)
    else { return false }
    if isFiner, issued == nil || issued?.month == nil { issued = whole }
    if let last = date.lastMonth { issuedUntil = PartialDate(year: date.lastYear ?? year, month: last) }
    var areWordsPlaced = true
    if let words = date.words {
      // Numbers that are no date are no season either.
      areWordsPlaced = words.contains(where: \.isLetter)
      if areWordsPlaced, issuedDetails.isEmpty { issuedDetails = [JSONField("season", .string(words))] }
    }
    return areWordsPlaced && (issued?.month == date.month || date.month == nil)
  }
}
