internal import Foundation

/// A part of an ensemble as bytes, so that machines can share the work: what one counted, another adds up.
///
/// A line of JSON says what was run; then the counts follow as variable-length whole numbers, runs of zeros as one. The
/// same models give the same bytes.
public struct EnsemblePart: Sendable, Hashable {
  /// What is wrong with a part.
  public enum Fault: Error, Hashable, CustomStringConvertible {
    /// The bytes are no part of an ensemble, or were cut off.
    case unreadable(String)
    /// It was run otherwise.
    case otherwise(String)
    /// Models are in it that were counted already.
    case twice(Shard)
    /// Parts are missing.
    case missing([Shard])

    /// What is wrong, as a sentence for people.
    public var description: String {
      switch self {
      case .unreadable(let why): "This is no part of an ensemble: \(why)."
      case .otherwise(let what):
        "The part was run with \(what). Run all parts with the same version of realist, theory and settings."
      case .twice(let shard): "Part \(shard.index) of \(shard.count) is there twice."
      case .missing(let shards):
        "These parts are missing: \(shards.map { "\($0.index) of \($0.count)" }.joined(separator: ", "))."
      }
    }
  }

  /// By which a part is known; the number is that of how counts follow.
  private static let formats = "realist ensemble part "

  /// The first of what a heading says.
  private struct Format: Decodable {
    let format: String
  }

  /// What was run.
  private struct Heading: Codable, Hashable {
    var format = EnsemblePart.formats + "3"
    let program: String
    let settings: EnsembleSettings
    let plan: Plan
    var shards: [Shard]
  }

  private var heading: Heading
  private var counts: [[Int64]]

  /// A part that was run.
  public init(_ ensemble: Ensemble, _ shard: Shard) {
    heading = Heading(
      program: String(ensemble.model.program.fingerprint, radix: 16), settings: ensemble.settings,
      plan: ensemble.plan, shards: [shard])
    counts = ensemble.tallies.map(\.counts)
  }

  /// The parts that are in it.
  public var shards: [Shard] { heading.shards }

  /// Adds another part.
  ///
  /// - Throws: ``Fault`` when it was run otherwise or was added already.
  public mutating func add(_ other: EnsemblePart) throws(Fault) {
    guard other.heading.program == heading.program else {
      throw .otherwise("another theory, situation or version")
    }
    guard other.heading.settings == heading.settings else { throw .otherwise("other settings") }
    guard other.heading.plan == heading.plan else { throw .otherwise("another plan") }
    for shard in other.heading.shards {
      guard shard.count == heading.shards.first?.count else { throw .otherwise("another number of parts") }
      guard !heading.shards.contains(shard) else { throw .twice(shard) }
    }
    guard counts.map(\.count) == other.counts.map(\.count) else { throw .unreadable("it has another length") }
    for prior in counts.indices {
      for index in counts[prior].indices { counts[prior][index] &+= other.counts[prior][index] }
    }
    heading.shards = (heading.shards + other.heading.shards).sorted { $0.index < $1.index }
  }

  /// The ensemble that all parts make up.
  ///
  /// - Throws: ``Fault`` when parts are missing, or are of another model.
  public func ensemble(of model: Model, _ settings: EnsembleSettings, plan: Plan = Plan()) throws(Fault)
    -> Ensemble
  {
    guard heading.program == String(model.program.fingerprint, radix: 16) else {
      throw .otherwise("another theory, situation or version")
    }
    guard heading.settings == settings else { throw .otherwise("other settings") }
    guard heading.plan == plan else { throw .otherwise("another plan") }
    let count = heading.shards.first?.count ?? 1
    let missing = (1...count).compactMap { Shard($0, of: count) }.filter { !heading.shards.contains($0) }
    guard missing.isEmpty else { throw .missing(missing) }
    let layout = TallyLayout(model, settings)
    let tallies = counts.compactMap { Tally(layout, counts: $0, draws: settings.draws) }
    guard tallies.count == settings.priors.count else {
      throw .unreadable("its counts aren't those of such a run")
    }
    return Ensemble(model, settings, plan, tallies)
  }

  // MARK: Bytes

  /// The bytes.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var bytes = (try? encoder.encode(heading)).map(Array.init) ?? []
    bytes.append(0x0a)
    for list in counts {
      Self.append(UInt64(list.count), to: &bytes)
      var zeros: UInt64 = 0
      for count in list + [1] {
        if count == 0 {
          zeros += 1
          continue
        }
        if zeros > 0 {
          bytes.append(0)
          Self.append(zeros, to: &bytes)
          zeros = 0
        }
        Self.append(UInt64(bitPattern: (count << 1) ^ (count >> 63)), to: &bytes)
      }
    }
    return bytes
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The most counts that a list may hold: more is no ensemble of ours, and would only fill the memory.
  private static let mostCounts: UInt64 = 20_000_000

  /// Reads a part.
  ///
  /// - Throws: ``Fault/unreadable(_:)``.
  public init(bytes: [UInt8]) throws(Fault) {
    guard let end = bytes.firstIndex(of: 0x0a), end < 1_000_000 else {
      throw .unreadable("its first line isn't one that realist writes")
    }
    let line = Data(bytes[..<end])
    if let format = try? JSONDecoder().decode(Format.self, from: line).format,
      format.hasPrefix(Self.formats), format != Self.formats + "3"
    {
      throw .otherwise("another version of realist")
    }
    guard let heading = try? JSONDecoder().decode(Heading.self, from: line),
      heading.format == Self.formats + "3", !heading.shards.isEmpty,
      heading.shards.allSatisfy({ Shard($0.index, of: $0.count) != nil }),
      heading.settings.priors.count <= Prior.allCases.count
    else { throw .unreadable("its first line isn't one that realist writes") }
    var place = end + 1
    var lists: [[Int64]] = []
    for _ in heading.settings.priors {
      guard let length = Self.number(bytes, &place), length <= Self.mostCounts else {
        throw .unreadable("it was cut off, or damaged")
      }
      guard let list = Self.counts(bytes, &place, Int(length)) else {
        throw .unreadable("it was cut off, or damaged")
      }
      lists.append(list)
    }
    guard place == bytes.count else { throw .unreadable("something follows its end") }
    self.heading = heading
    counts = lists
  }

  private static func counts(_ bytes: [UInt8], _ place: inout Int, _ length: Int) -> [Int64]? {
    var list: [Int64] = []
    // One more than there are: the last stands for the end of the list.
    while list.count <= length {
      guard let value = number(bytes, &place) else { return nil }
      guard value == 0 else {
        list.append(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
        continue
      }
      guard let zeros = number(bytes, &place), zeros <= UInt64(length - list.count) else { return nil }
      list.append(contentsOf: repeatElement(0, count: Int(zeros)))
    }
    guard list.popLast() == 1 else { return nil }
    return list
  }

  private static func number(_ bytes: [UInt8], _ place: inout Int) -> UInt64? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
