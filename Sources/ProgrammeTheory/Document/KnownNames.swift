internal import Documents

/// The names of one kind that a document defines, against which the names that it uses are held.
struct KnownNames {
  /// What a name stands for, in words.
  let kind: String
  private let names: Set<String>
  private let sorted: [String]
  private let isOpen: Bool

  /// - Parameters:
  ///   - names: what is defined, also where its definition has faults of its own.
  ///   - isOpen: whether the place of the definitions couldn't be read, so that no name can be called unknown.
  init(_ kind: String, _ names: some Sequence<String>, isOpen: Bool = false) {
    self.kind = kind
    self.names = Set(names)
    self.sorted = self.names.sorted()
    self.isOpen = isOpen
  }

  var isEmpty: Bool { names.isEmpty && !isOpen }

  /// Notes a fault at a node where nothing of this kind is called so.
  func check(_ name: String, _ node: @autoclosure () -> DocumentNode) {
    guard !isOpen, !names.contains(name) else { return }
    let node = node()
    node.fault("no \(kind) is called \u{201C}\(name.clipped)\u{201D}", remedy(name))
  }

  private func remedy(_ name: String) -> String {
    name.nearest(among: sorted).map { "Did you mean \u{201C}\($0.clipped)\u{201D}?" }
      ?? "Define it, or name one that is defined."
  }
}
