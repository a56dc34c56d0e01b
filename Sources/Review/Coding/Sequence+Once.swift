extension Sequence where Element: Hashable {
  /// Each of them once, in the order in which they first come.
  var once: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
