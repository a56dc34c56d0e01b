internal import Documents

extension Extent {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["of", "note"]) else { return nil }
    let reach: Reach? = map.required("of", "Write whole, abstract or part.")?.choice()
    let note = map.optional("note")?.text()
    if reach == .part, map.optional("note") == nil {
      node.fault(
        "this says part, and not which", "Say how far it goes under note, such as: the second table.")
    }
    guard let reach else { return nil }
    self.init(of: reach, note: note)
  }

  var document: DocumentValue { .inlineFields(.word("of", reach), .text("note", note)) }
}
