/// How far two statements of pages agree.
enum PagesAgreement: Sendable, Equatable {
  /// The same first page, or the same article number.
  case same
  /// They overlap, touch, or one is broken and its end fits the other.
  case touching
  /// They can't be held against each other: an article number and pages.
  case unclear
  /// Different pages.
  case different
  /// Two ranges without a page in common.
  case apart
  /// One or both are missing.
  case missing

  static func between(_ first: ComparedPages, _ second: ComparedPages) -> PagesAgreement {
    if first.isMissing || second.isMissing { return .missing }
    if first.isBroken || second.isBroken { return brokenAgreement(first, second) }
    guard let start = first.first, let other = second.first else { return .unclear }
    let isPrefixOpen = first.prefix == second.prefix || first.prefix.isEmpty || second.prefix.isEmpty
    if start == other {
      return isPrefixOpen || first.last == second.last && first.last != nil ? .same : .different
    }
    if first.isArticleNumber != second.isArticleNumber { return .unclear }
    if !isPrefixOpen { return endsFit(first.last, second.last) ? .touching : .different }
    return rangesAgreement(first, second)
  }

  private static func brokenAgreement(_ first: ComparedPages, _ second: ComparedPages) -> PagesAgreement {
    endsFit(first.last ?? first.first, second.last ?? second.first) ? .touching : .unclear
  }

  private static func rangesAgreement(_ first: ComparedPages, _ second: ComparedPages) -> PagesAgreement {
    guard let start = first.first, let other = second.first else { return .unclear }
    let end = first.last ?? start
    let otherEnd = second.last ?? other
    if start <= otherEnd && other <= end { return .touching }
    if first.last != nil, second.last != nil {
      // "2-8" is what is left of "Pt 2):125-8".
      return endsFit(end, otherEnd) && min(start, other) < 10 ? .touching : .apart
    }
    return .different
  }

  /// Whether one number ends in the other.
  private static func endsFit(_ first: Int?, _ second: Int?) -> Bool {
    guard let first, let second else { return false }
    let (short, long) = (String(min(first, second)), String(max(first, second)))
    return long.hasSuffix(short)
  }
}
