import RealModule

/// The precisions in which models run: `Double`, and `Float` where speed counts more than digits.
///
/// Each operation on lanes is a requirement, so that the compiler sees a concrete type behind it: the generic operators of
/// SIMD types go lane by lane.
protocol LaneScalar: Real, SIMDScalar, Codable, Sendable, BitwiseCopyable {
  /// Numbers of a few models that are worked on at once: as many as one register of a processor of x86-64-v3 holds. Of wider
  /// ones the compiler makes comparisons and masks where a minimum or a maximum would do.
  associatedtype Vector: SIMD, Sendable, BitwiseCopyable where Vector.Scalar == Self

  /// The nearest to a number of double precision.
  init(_ value: Double)
  /// The number in double precision.
  var doubled: Double { get }

  /// The nearest to numbers of double precision.
  static func nearest(_ values: SIMD8<Double>) -> SIMD8<Self>
  /// The numbers in double precision.
  static func doubled(_ values: SIMD8<Self>) -> SIMD8<Double>
  static func sum(_ a: Vector, _ b: Vector) -> Vector
  static func difference(_ a: Vector, _ b: Vector) -> Vector
  static func product(_ a: Vector, _ b: Vector) -> Vector
  static func quotient(_ a: Vector, _ b: Vector) -> Vector
  /// a where it is less than b, else b.
  static func lesser(_ a: Vector, _ b: Vector) -> Vector
  /// a where it is greater than b, else b.
  static func greater(_ a: Vector, _ b: Vector) -> Vector
  /// a where it is above 0, else 0.
  static func positive(_ a: Vector) -> Vector
  /// a where it is below 0, else 0.
  static func negative(_ a: Vector) -> Vector
  /// 1 where a is at least b, else 0.
  static func atLeast(_ a: Vector, _ b: Vector) -> Vector
  /// b where a isn't 0, else c.
  static func choose(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector
}

extension Double: LaneScalar {
  typealias Vector = SIMD4<Double>

  /// The number itself.
  var doubled: Double { self }

  @inline(__always) static func nearest(_ values: SIMD8<Double>) -> SIMD8<Double> { values }
  @inline(__always) static func doubled(_ values: SIMD8<Double>) -> SIMD8<Double> { values }
  @inline(__always) static func sum(_ a: Vector, _ b: Vector) -> Vector { a + b }
  @inline(__always) static func difference(_ a: Vector, _ b: Vector) -> Vector { a - b }
  @inline(__always) static func product(_ a: Vector, _ b: Vector) -> Vector { a * b }
  @inline(__always) static func quotient(_ a: Vector, _ b: Vector) -> Vector { a / b }
  @inline(__always) static func lesser(_ a: Vector, _ b: Vector) -> Vector {
    b.replacing(with: a, where: a .< b)
  }
  @inline(__always) static func greater(_ a: Vector, _ b: Vector) -> Vector {
    b.replacing(with: a, where: a .> b)
  }
  @inline(__always) static func positive(_ a: Vector) -> Vector {
    Vector().replacing(with: a, where: a .> 0)
  }
  @inline(__always) static func negative(_ a: Vector) -> Vector {
    Vector().replacing(with: a, where: a .< 0)
  }
  @inline(__always) static func atLeast(_ a: Vector, _ b: Vector) -> Vector {
    Vector().replacing(with: 1, where: a .>= b)
  }
  @inline(__always) static func choose(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    c.replacing(with: b, where: a .!= 0)
  }
}

extension Float: LaneScalar {
  typealias Vector = SIMD8<Float>

  /// The number in double precision.
  var doubled: Double { Double(self) }

  @inline(__always) static func nearest(_ values: SIMD8<Double>) -> SIMD8<Float> { SIMD8<Float>(values) }
  @inline(__always) static func doubled(_ values: SIMD8<Float>) -> SIMD8<Double> { SIMD8<Double>(values) }
  @inline(__always) static func sum(_ a: Vector, _ b: Vector) -> Vector { a + b }
  @inline(__always) static func difference(_ a: Vector, _ b: Vector) -> Vector { a - b }
  @inline(__always) static func product(_ a: Vector, _ b: Vector) -> Vector { a * b }
  @inline(__always) static func quotient(_ a: Vector, _ b: Vector) -> Vector { a / b }
  @inline(__always) static func lesser(_ a: Vector, _ b: Vector) -> Vector {
    b.replacing(with: a, where: a .< b)
  }
  @inline(__always) static func greater(_ a: Vector, _ b: Vector) -> Vector {
    b.replacing(with: a, where: a .> b)
  }
  @inline(__always) static func positive(_ a: Vector) -> Vector {
    Vector().replacing(with: a, where: a .> 0)
  }
  @inline(__always) static func negative(_ a: Vector) -> Vector {
    Vector().replacing(with: a, where: a .< 0)
  }
  @inline(__always) static func atLeast(_ a: Vector, _ b: Vector) -> Vector {
    Vector().replacing(with: 1, where: a .>= b)
  }
  @inline(__always) static func choose(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    c.replacing(with: b, where: a .!= 0)
  }
}
