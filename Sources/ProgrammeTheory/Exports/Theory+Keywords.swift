public import Bibliography

extension Theory {
  /// What the theory says of each reference, as keywords for a reference manager: `role: included`, and the source's
  /// characteristics, such as `research type: Survey`.
  public var sourceKeywords: [Reference.ID: [String]] {
    var keywords: [Reference.ID: [String]] = [:]
    let known = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for reference in references {
      let source = known[reference.id]
      let told = source?.characteristics.map { "\($0.name): \($0.value)" } ?? []
      keywords[reference.id] = ["role: \((source?.role ?? .other).rawValue)"] + told
    }
    return keywords
  }
}
