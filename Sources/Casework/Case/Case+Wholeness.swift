internal import Documents

extension DocumentMapping {
  /// Notes lists that are longer than anybody would write.
  func checkCounts() {
    for (key, most) in [
      ("partners", 200), ("facts", 2_000), ("aims", 200), ("events", 500), ("observations", 5_000),
      ("further", 500),
      ("entryPoints", 50), ("beside", 20),
    ] {
      checkCount(of: key, atMost: most)
    }
  }

  /// Notes what is said to lie between two partners, where only the other one is named.
  func checkDirection() {
    guard optional("towards") != nil, optional("of") == nil else { return }
    whole.fault("it says towards whom, and not whose it is", "Add: of.")
  }

  /// Notes what is wrong with the parts of a case taken together: names that stand twice, and names of nobody. It looks at
  /// the document itself, so that it finds these also beside other faults.
  func checkWholeness() {
    for key in ["partners", "events"] { checkNames(of: key) }
    checkPartners()
  }

  /// Each event is assessed on top of those before it, so that a list without end would take time without end.
  private func checkCount(of key: String, atMost most: Int) {
    guard let list = optional(key), list.items.count > most else { return }
    list.fault(
      "there are \(list.items.count) items, and up to \(most) are read",
      "Keep those that matter to what the theory speaks of.")
  }

  private func checkNames(of key: String) {
    var lines: [String: Int?] = [:]
    for node in optional(key)?.items.compactMap({ $0.first("id") }) ?? [] {
      guard let name = node.glimpse else { continue }
      if let first = lines[name] {
        let at = first.map { " (line \($0))" } ?? ""
        node.fault("\u{201C}\(name.clipped)\u{201D} stands twice\(at)", "Give each its own identifier.")
      } else {
        lines[name] = node.line
      }
    }
  }

  private func checkPartners() {
    let names = optional("partners")?.items.compactMap { $0.first("id")?.glimpse } ?? []
    let known = Set(names)
    for item in ["facts", "observations"].flatMap({ optional($0)?.items ?? [] }) {
      for node in ["of", "towards"].compactMap({ item.first(DocumentPath(stringLiteral: $0)) }) {
        guard let name = node.glimpse, !name.isEmpty, !known.contains(name) else { continue }
        node.fault("no partner is called \u{201C}\(name.clipped)\u{201D}", remedy(for: name, among: names))
      }
    }
  }

  private func remedy(for name: String, among names: [String]) -> String {
    if names.isEmpty { return "List the partners first." }
    if let nearest = name.nearest(among: Array(names.prefix(200))) {
      return "Did you mean \u{201C}\(nearest)\u{201D}?"
    }
    let shown = names.prefix(8).map(\.clipped).joined(separator: ", ")
    return "The partners are \(shown)\(names.count > 8 ? " and \(names.count - 8) more" : "")."
  }
}
