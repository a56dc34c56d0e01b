extension FormFields {
  /// The names of the fields, each once, in order.
  var names: [String] {
    var seen: Set<String> = []
    return pairs.map(\.name).filter { seen.insert($0).inserted }
  }
}
