/// A volume or an issue, made ready to be compared.
struct ComparedNumber: Sendable {
  /// The first number in it.
  var number: Int?
  /// The last number of a double issue such as "3-4".
  var last: Int?
  /// The number of the supplement, 0 where it has none; `nil` where it isn't one.
  var supplement: Int?

  var isMissing: Bool { number == nil && supplement == nil }

  init(_ text: String?) {
    let text = (text ?? "").prefix(40).lowercased()
    if text.isEmpty { return }
    // "S1" is a supplement by its sign alone.
    let isSigned = text.utf8.first == UInt8(ascii: "s") && text.dropFirst().allSatisfy(\.isNumber)
    let isSupplement = isSigned || text.contains("sup")
    let start =
      isSigned
      ? text.startIndex
      : isSupplement ? text.firstRange(of: "sup")?.lowerBound ?? text.endIndex : text.endIndex
    let numbers = Self.numbers(text[..<start])
    number = numbers.first ?? Self.roman(text[..<start])
    last = numbers.count > 1 && text[..<start].contains(where: { "-/–&".contains($0) }) ? numbers[1] : number
    if isSupplement { supplement = Self.numbers(text[start...]).first ?? 0 }
  }

  private static func numbers(_ text: Substring) -> [Int] {
    text.split(whereSeparator: { !("0"..."9").contains($0) }).compactMap { Int($0) }
  }

  private static func roman(_ text: Substring) -> Int? {
    let letters = text.filter(\.isLetter)
    return letters.count == text.filter({ !$0.isWhitespace && $0 != "." }).count
      ? RomanNumber.value(of: Substring(letters)) : nil
  }
}

/// Whether two volumes, issues or years agree.
enum NumberAgreement: Sendable, Equatable {
  case same, near, different, missing

  static func between(_ first: ComparedNumber, _ second: ComparedNumber) -> NumberAgreement {
    guard let mine = first.number, let theirs = second.number else {
      if let mine = first.supplement, let theirs = second.supplement, mine > 0, theirs > 0 {
        return mine == theirs ? .same : .different
      }
      return .missing
    }
    let isShared = mine <= (second.last ?? theirs) && theirs <= (first.last ?? mine)
    return isShared ? .same : .different
  }

  /// Issues: a supplement alone is another than one with a number, unless that is the supplement's own.
  static func between(issues first: ComparedNumber, _ second: ComparedNumber) -> NumberAgreement {
    for (one, other) in [(first, second), (second, first)] {
      if let supplement = one.supplement, one.number == nil, other.supplement == nil,
        let number = other.number
      {
        return number == supplement ? .missing : .different
      }
    }
    return between(first, second)
  }

  /// Years: one year apart is near, since an article appears online before it is printed.
  static func between(years first: Int?, _ second: Int?) -> NumberAgreement {
    guard let first, let second else { return .missing }
    switch abs(first - second) {
    case 0: return .same
    case 1: return .near
    default: return .different
    }
  }
}
