public import RealModule

/// The precisions in which models run: `Double`, and `Float` where speed counts more than digits.
public protocol LaneScalar: Real, Sendable, BitwiseCopyable {
  /// The nearest to a number of double precision.
  init(_ value: Double)
  /// The number in double precision.
  var doubled: Double { get }
}

extension Double: LaneScalar {
  /// The number itself.
  public var doubled: Double { self }
}

extension Float: LaneScalar {
  /// The number in double precision.
  public var doubled: Double { Double(self) }
}
