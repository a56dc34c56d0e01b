public import ProgrammeTheory

/// How a model ends, or where it stands when the last round is over.
public enum ModelEnd: Sendable, Hashable, Codable {
  /// The partners parted, by an ending, in a round.
  case parted(DynamicsBlock.ID, round: Int)
  /// They go on as an empty shell, by an ending, from a round on.
  case shell(DynamicsBlock.ID, round: Int)
  /// They work together and a label fits.
  case standing(DynamicsBlock.ID, DynamicsBlock.Label.Standing)
  /// They work together, and neither well nor badly.
  case middling

  /// The place of the end in the order of ends, by which plans are compared: parted < empty shell < poor < middling < good,
  /// and of those that parted the later is better.
  public var rank: Rank {
    switch self {
    case .parted: .parted
    case .shell: .shell
    case .standing(_, .poor): .poor
    case .standing(_, .good): .good
    case .middling: .middling
    }
  }

  /// The kinds of end, from the worst to the best.
  public enum Rank: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// The partners parted.
    case parted
    /// They go on as an empty shell.
    case shell
    /// A label fits that says poor.
    case poor
    /// No label fits that says either.
    case middling
    /// A label fits that says good.
    case good

    /// The worse first.
    public static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
  }
}

extension ModelEnd: Comparable {
  /// The worse first: by rank, and of those that parted or became a shell the earlier.
  public static func < (one: ModelEnd, other: ModelEnd) -> Bool {
    switch (one, other) {
    case (.parted(_, let first), .parted(_, let second)), (.shell(_, let first), .shell(_, let second)):
      first < second
    default: one.rank < other.rank
    }
  }
}
