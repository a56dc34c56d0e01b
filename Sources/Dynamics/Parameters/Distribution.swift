import RealModule

/// A way of drawing the strengths of influences. None is the right one: they are run side by side, and a share is told
/// with its range over all four (Kristensen et al. 2019 show that samplings that are equally defensible can turn a
/// decision; doi:10.1111/2041-210X.13179).
public enum Prior: String, Sendable, Hashable, Codable, CaseIterable {
  /// Evenly over orders of magnitude, from 0.1 to 1.
  case logUniform = "log-uniform"
  /// Evenly from 0 to 1.
  case uniform
  /// Mostly weak: Beta(1, 3).
  case mostlyWeak = "mostly weak"
  /// Mostly strong: Beta(3, 1).
  case mostlyStrong = "mostly strong"

  /// The strength at a share of the models, from 0 to 1: the inverse of the cumulative distribution.
  public func strength(at share: Double) -> Double { strengths(at: SIMD8(repeating: share))[0] }

  /// The strengths at eight shares.
  func strengths(at shares: SIMD8<Double>) -> SIMD8<Double> {
    let strengths =
      switch self {
      case .logUniform: ((shares - 1) * Double.log2(10)).exponentiated
      case .uniform: shares
      case .mostlyWeak: 1 - (1 - shares).cubeRoots
      case .mostlyStrong: shares.cubeRoots
      }
    let (least, most) = (SIMD8(repeating: range.lowerBound), SIMD8(repeating: range.upperBound))
    let raised = least.replacing(with: strengths, where: strengths .> least)
    return most.replacing(with: raised, where: raised .< most)
  }

  /// The least and the greatest strength.
  public var range: ClosedRange<Double> { self == .logUniform ? 0.1...1 : 0...1 }
}

/// How a parameter is drawn.
public enum Distribution: Sendable, Hashable, Codable {
  /// A strength, from 0 to 1; how, the ``Prior`` says.
  case strength
  /// Evenly between two bounds.
  case uniform(from: Double, to: Double)
  /// Evenly in its logarithm between two bounds above 0.
  case logUniform(from: Double, to: Double)
  /// One of the whole numbers from 0 up to, and without, a count.
  case choice(of: Int)

  /// The value at a share of the models.
  ///
  /// - Parameters:
  ///   - share: from 0 up to, and without, 1.
  ///   - prior: how strengths are drawn.
  public func value(at share: Double, prior: Prior) -> Double {
    values(at: SIMD8(repeating: share), prior: prior)[0]
  }

  /// The values at eight shares.
  func values(at shares: SIMD8<Double>, prior: Prior) -> SIMD8<Double> {
    switch self {
    case .strength: prior.strengths(at: shares)
    case .uniform(let from, let to): from + (to - from) * shares
    case .logUniform(let from, let to): from * (shares * Double.log2(to / from)).exponentiated
    case .choice(let count): shares.each { Double(min(Int($0 * Double(count)), count - 1)) }
    }
  }

  /// The only value, where there is but one.
  public var single: Double? {
    switch self {
    case .strength: nil
    case .uniform(let from, let to), .logUniform(let from, let to): from == to ? from : nil
    case .choice(let count): count <= 1 ? 0 : nil
    }
  }

  /// The least and the greatest value, whatever the prior.
  public var bounds: ClosedRange<Double> {
    switch self {
    case .strength: 0...1
    case .uniform(let from, let to), .logUniform(let from, let to): from...max(from, to)
    case .choice(let count): 0...Double(max(0, count - 1))
    }
  }
}

extension SIMD8<Double> {
  /// The same done to each of the eight.
  @inline(__always)
  func each(_ compute: (Double) -> Double) -> Self {
    var result = Self()
    for lane in 0..<8 { result[lane] = compute(self[lane]) }
    return result
  }
}
