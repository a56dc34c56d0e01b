/// The codes that came in from codebooks, by what they count as now.
struct BroughtCodes {
  private let synthesis: Synthesis
  private var own: [CodeLabel: CodesBrought.Code] = [:]
  private var goneOn: [CodeLabel: [CodeLabel: CodesBrought.Code]] = [:]
  /// Which code each GUID is of: the one that had it in the codebook that came in last.
  private(set) var owners: [String: CodeLabel] = [:]
  /// Under which code each one stands.
  private(set) var under: [CodeLabel: CodeLabel] = [:]

  init(_ synthesis: Synthesis) {
    self.synthesis = synthesis
    for code in synthesis.brought.flatMap(\.codes) {
      let (label, now) = (CodeLabel(code.name), synthesis.current(CodeUse(code.name)))
      let current = CodeLabel(now.code)
      if label == current {
        own[label] = own[label] ?? code
      } else if !now.isReversed {
        goneOn[current, default: [:]][label] = goneOn[current]?[label] ?? code
      }
      if let above = code.under, under[current] == nil { under[current] = self.label(above) }
    }
    for code in synthesis.brought.flatMap(\.codes) {
      guard let guid = code.guid else { continue }
      let label = label(code.name)
      // Of several codes that went on as one, none is that one.
      if self.code(label) != nil { owners[guid] = label }
    }
  }

  /// What a code counts as now.
  func label(_ code: String) -> CodeLabel { synthesis.label(of: CodeUse(code)) }

  /// How a code is written.
  func spelling(_ label: CodeLabel) -> String { synthesis.codeNames.spelling(of: label) }

  /// What a codebook says of a code: under its own name, or under the former one where it alone was given this name.
  func code(_ label: CodeLabel) -> CodesBrought.Code? {
    if let own = own[label] { return own }
    guard let former = goneOn[label], former.count == 1 else { return nil }
    return former.first?.value
  }
}

/// GUIDs, each of which is given once.
struct GuidStock {
  private let reserved: [String: CodeLabel]
  private var taken: Set<String> = []

  /// - Parameter reserved: the codes to which GUIDs belong.
  init(reserved: [String: CodeLabel]) { self.reserved = reserved }

  /// The GUID that something wants, where it is free, or else one that follows from its name.
  mutating func take(_ wanted: String?, of label: CodeLabel?, from name: String) -> String {
    let own = QDAGuid.derived(from: name)
    var guid = wanted ?? own
    var number = 0
    while reserved[guid].map({ $0 != label }) ?? false || !taken.insert(guid).inserted {
      number += 1
      guid = number == 1 && guid != own ? own : QDAGuid.derived(from: "\(name) (\(number + 1))")
    }
    return guid
  }
}
