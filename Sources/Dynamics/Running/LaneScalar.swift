import RealModule

/// The precisions in which models run: `Double`, and `Float` where speed counts more than digits.
protocol LaneScalar: Real, SIMDScalar, Codable, Sendable, BitwiseCopyable {
  /// As many as a processor of x86-64-v3 takes at once.
  associatedtype Vector: LaneVector where Vector.Scalar == Self
  /// The nearest to a number of double precision.
  init(_ value: Double)
  /// The number in double precision.
  var doubled: Double { get }
}

extension Double: LaneScalar {
  typealias Vector = SIMD4<Double>
  /// The number itself.
  var doubled: Double { self }
}

extension Float: LaneScalar {
  typealias Vector = SIMD8<Float>
  /// The number in double precision.
  var doubled: Double { Double(self) }
}

/// Numbers of a few models that are worked on at once.
///
/// Each operation is a requirement, so that the compiler sees a concrete type behind it: the generic operators of SIMD
/// types go lane by lane.
protocol LaneVector: SIMD, Sendable, BitwiseCopyable where Scalar: LaneScalar {
  static func sum(_ a: Self, _ b: Self) -> Self
  static func difference(_ a: Self, _ b: Self) -> Self
  static func product(_ a: Self, _ b: Self) -> Self
  static func quotient(_ a: Self, _ b: Self) -> Self
  /// a where it is less than b, else b.
  static func lesser(_ a: Self, _ b: Self) -> Self
  /// a where it is greater than b, else b.
  static func greater(_ a: Self, _ b: Self) -> Self
  /// a where it is above 0, else 0.
  static func positive(_ a: Self) -> Self
  /// a where it is below 0, else 0.
  static func negative(_ a: Self) -> Self
  /// 1 where a is at least b, else 0.
  static func atLeast(_ a: Self, _ b: Self) -> Self
  /// b where a isn't 0, else c.
  static func choose(_ a: Self, _ b: Self, _ c: Self) -> Self
}

extension SIMD8<Float>: LaneVector {
  @inline(__always) static func sum(_ a: Self, _ b: Self) -> Self { a + b }
  @inline(__always) static func difference(_ a: Self, _ b: Self) -> Self { a - b }
  @inline(__always) static func product(_ a: Self, _ b: Self) -> Self { a * b }
  @inline(__always) static func quotient(_ a: Self, _ b: Self) -> Self { a / b }
  @inline(__always) static func lesser(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: a .< b) }
  @inline(__always) static func greater(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: a .> b) }
  @inline(__always) static func positive(_ a: Self) -> Self { Self().replacing(with: a, where: a .> 0) }
  @inline(__always) static func negative(_ a: Self) -> Self { Self().replacing(with: a, where: a .< 0) }
  @inline(__always) static func atLeast(_ a: Self, _ b: Self) -> Self {
    Self().replacing(with: 1, where: a .>= b)
  }
  @inline(__always) static func choose(_ a: Self, _ b: Self, _ c: Self) -> Self {
    c.replacing(with: b, where: a .!= 0)
  }
}

extension SIMD4<Double>: LaneVector {
  @inline(__always) static func sum(_ a: Self, _ b: Self) -> Self { a + b }
  @inline(__always) static func difference(_ a: Self, _ b: Self) -> Self { a - b }
  @inline(__always) static func product(_ a: Self, _ b: Self) -> Self { a * b }
  @inline(__always) static func quotient(_ a: Self, _ b: Self) -> Self { a / b }
  @inline(__always) static func lesser(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: a .< b) }
  @inline(__always) static func greater(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: a .> b) }
  @inline(__always) static func positive(_ a: Self) -> Self { Self().replacing(with: a, where: a .> 0) }
  @inline(__always) static func negative(_ a: Self) -> Self { Self().replacing(with: a, where: a .< 0) }
  @inline(__always) static func atLeast(_ a: Self, _ b: Self) -> Self {
    Self().replacing(with: 1, where: a .>= b)
  }
  @inline(__always) static func choose(_ a: Self, _ b: Self, _ c: Self) -> Self {
    c.replacing(with: b, where: a .!= 0)
  }
}
