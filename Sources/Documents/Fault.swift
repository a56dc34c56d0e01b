/// One thing that is wrong with a document: where it stands, what is wrong, and what would be right.
///
/// A reader collects every fault of a document before it gives up, so that a person mends them in one sitting.
public struct Fault: Sendable, Hashable, Codable {
  /// The file as the person named it.
  public let file: String
  /// The line in that file, from 1; `nil` where the fault is of the file as a whole.
  public let line: Int?
  /// The field, as a path from the document's root, such as `configurations[3].context[0]`; empty for the root.
  public let field: String
  /// What is wrong.
  public let problem: String
  /// What would be right, or what to do.
  public let remedy: String

  /// Makes a fault out of its parts.
  public init(file: String, line: Int?, field: String, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.field = field
    self.problem = problem
    self.remedy = remedy
  }
}

extension Fault: CustomStringConvertible {
  /// One line for a terminal: `file:line: field: problem. Remedy`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let subject = field.isEmpty ? "" : "\(field): "
    return "\(place): \(subject)\(problem). \(remedy)"
  }
}

/// A document that can't be used, with every fault that was found in it (never none).
public struct FaultyDocument: Error, Sendable, Hashable {
  /// How many faults are kept. More help nobody, and a hostile file may hold a million.
  public static let mostKept = 1_000
  /// How many faults ``description`` tells in full.
  public static let mostTold = 100

  /// The faults, in the order of files and lines.
  public let faults: [Fault]
  /// How many more were found than are kept.
  public let leftOut: Int

  /// Makes the error out of the faults of one or more files; those beyond ``mostKept`` are only counted.
  public init(faults: [Fault], leftOut: Int = 0) {
    self.faults = Array(faults.prefix(Self.mostKept))
    self.leftOut = leftOut + max(0, faults.count - Self.mostKept)
  }
}

extension FaultyDocument: CustomStringConvertible {
  /// The faults, a line each; at most ``mostTold``, then how many more there are.
  public var description: String {
    let more = leftOut + max(0, faults.count - Self.mostTold)
    let rest = more == 0 ? [] : ["and \(more) more \(more == 1 ? "fault" : "faults")"]
    return (faults.prefix(Self.mostTold).map(\.description) + rest).joined(separator: "\n")
  }
}
