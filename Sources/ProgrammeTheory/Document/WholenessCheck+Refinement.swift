internal import Documents

extension WholenessCheck {
  private static let refines: DocumentPath = "refines[]"

  /// What a document says of the earlier theory that it refines. Only the two documents together show whether the names
  /// of the earlier one are right; what one document alone shows is noted here.
  func refinement() {
    let earlier = main.optional("refines")
    if let earlier, let name = earlier.glimpse, name == main.optional("id")?.glimpse {
      earlier.fault("a theory can't refine itself", "Name the earlier theory, or leave it out.")
    }
    for item in items("concepts") + items("configurations") {
      let names = item.all(Self.refines)
      if earlier == nil, let first = names.first {
        first.fault(
          "this builds on a part of an earlier theory, and the document doesn't say which theory",
          "Add refines: with the identifier of the earlier theory to \(TheoryDocument.mainFile).")
      }
      var seen: Set<String> = []
      for name in names {
        if let text = name.glimpse, !seen.insert(text).inserted {
          name.fault("\u{201C}\(text.clipped)\u{201D} stands twice in this list", "Name each once.")
        }
      }
    }
  }
}
