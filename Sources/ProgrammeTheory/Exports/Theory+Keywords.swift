public import Bibliography

extension Theory {
  /// What the theory says of each reference, as keywords for a reference manager: `role: included`, and the source's
  /// characteristics, such as `research type: Survey`.
  public var sourceKeywords: [Reference.ID: [String]] {
    var keywords: [Reference.ID: [String]] = [:]
    for reference in references {
      let source = sources.first { $0.id == reference.id }
      let told = source?.characteristics.map { "\($0.name): \($0.value)" } ?? []
      keywords[reference.id] = ["role: \(role(of: reference.id).rawValue)"] + told
    }
    return keywords
  }
}
