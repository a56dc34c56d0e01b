/// A code that counts as another from now on, as it is or as the other end of it.
public struct CodeUse: Sendable, Hashable, Codable {
  /// The code.
  public var code: String
  /// Whether it is the other end: barriers are mostly success factors reversed.
  public var isReversed: Bool

  /// A code, as it is or reversed.
  public init(_ code: String, isReversed: Bool = false) { (self.code, self.isReversed) = (code, isReversed) }
}

/// One part of one coding.
public struct PartUse: Sendable, Hashable, Codable {
  /// The number of the coding's act.
  public var coding: Int
  /// Which of its parts, from 1.
  public var part: Int
  /// Whether it is the other end of what it comes under.
  public var isReversed: Bool

  /// One part of one coding.
  public init(coding: Int, part: Int, isReversed: Bool = false) {
    (self.coding, self.part, self.isReversed) = (coding, part, isReversed)
  }
}

/// Codes that are put together under one label. A single code under a new label is renamed.
public struct CodeMerge: Sendable, Hashable, Codable {
  /// The codes.
  public var codes: [CodeUse]
  /// What they are called from now on.
  public var into: String
  /// Why.
  public var because: String?

  /// Codes put together.
  public init(codes: [CodeUse], into: String, because: String? = nil) {
    (self.codes, self.into, self.because) = (codes, into, because)
  }
}

/// Parts of codings that are taken out of their code, and put under another.
public struct CodeSplit: Sendable, Hashable, Codable {
  /// The parts.
  public var parts: [PartUse]
  /// The code under which they stand from now on.
  public var into: String
  /// Why.
  public var because: String?

  /// Parts put under another code.
  public init(parts: [PartUse], into: String, because: String? = nil) {
    (self.parts, self.into, self.because) = (parts, into, because)
  }
}

/// Codes that came in from a codebook, before anything is coded by them.
public struct CodesBrought: Sendable, Hashable, Codable {
  /// A code of a codebook.
  public struct Code: Sendable, Hashable, Codable {
    /// The code.
    public var name: String
    /// What is coded by it.
    public var description: String?
    /// Its colour as `#rrggbb`.
    public var colour: String?
    /// Whether it is used, or only holds others together.
    public var isCodable: Bool
    /// What identifies it across programs (a GUID).
    public var guid: String?
    /// The code under which it stands.
    public var under: String?

    /// A code of a codebook.
    public init(
      name: String, description: String? = nil, colour: String? = nil, isCodable: Bool = true,
      guid: String? = nil, under: String? = nil
    ) {
      (self.name, self.description, self.colour) = (name, description, colour)
      (self.isCodable, self.guid, self.under) = (isCodable, guid, under)
    }
  }

  /// A set of codes.
  public struct CodeSet: Sendable, Hashable, Codable {
    /// What the set is called.
    public var name: String
    /// What holds it together.
    public var description: String?
    /// What identifies it across programs (a GUID).
    public var guid: String?
    /// Its codes.
    public var codes: [String]

    /// A set of codes.
    public init(name: String, description: String? = nil, guid: String? = nil, codes: [String]) {
      (self.name, self.description, self.guid, self.codes) = (name, description, guid, codes)
    }
  }

  /// The file, without its folders.
  public var file: String
  /// The codes.
  public var codes: [Code]
  /// The sets.
  public var sets: [CodeSet]

  /// Codes that came in.
  public init(file: String, codes: [Code], sets: [CodeSet] = []) {
    (self.file, self.codes, self.sets) = (file, codes, sets)
  }
}
