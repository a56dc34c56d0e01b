import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("Certificates")
struct CertificateTests {
  private func certificate(
    _ claims: [String], _ dynamics: [DynamicsBlock] = [], facts: [String] = [], rivals: [[String]] = [],
    on target: String = "y"
  ) throws -> Certificate? {
    let theory = try TinyTheory.make(
      ["a", "b", "c", "m!", "y"], claims, dynamics, levers: ["push: raises a"], rivals: rivals)
    var start = try StartingPoint.tells(levers: theory.levers.map(\.id))
    start.known = try facts.map {
      let literal = try TinyTheory.literal($0)
      return StartingPoint.Known(literal.concept, .lies(literal.direction, much: literal.degree == .much))
    }
    return Certificates(theory, start).certificate(
      of: try TinyTheory.id("push"), on: try TinyTheory.id(target))
  }

  @Test("Textbook webs: a chain, two arms of one sign, mutual help, harm by way of harm")
  func proved() throws {
    #expect(
      try certificate(["k: more a -> raises b; turns", "l: more b -> raises y; turns"]) == .neverLowers)
    #expect(
      try certificate(["k: more a -> lowers b; turns", "l: more b -> lowers y; turns"]) == .neverLowers)
    #expect(
      try certificate(["k: more a -> lowers b; turns", "l: more b -> raises y; turns"]) == .neverRaises)
    let arms = [
      "k: more a -> raises b, raises c; turns", "l: more b -> raises y; turns",
      "n: more c -> raises y; turns",
    ]
    #expect(try certificate(arms) == .neverLowers)
    let mutual = ["k: more a -> raises b", "l: more b -> raises y; turns", "n: more y -> raises b; turns"]
    #expect(try certificate(mutual) == .neverLowers)
    let rivals = ["k: more a -> raises b", "l: more b -> lowers y; turns", "n: more y -> lowers b; turns"]
    #expect(try certificate(rivals) == .neverRaises)
    #expect(try certificate(["k: more b -> raises y"]) == .noEffect)
  }

  @Test("One-sided harm, a buffer, a mechanism that is brought: their signs hold as told")
  func kinds() throws {
    #expect(try certificate(["k: more a -> buffers y", "l: more b -> lowers y"]) == .neverLowers)
    #expect(try certificate(["k: less a -> lowers y", "l: much more b -> lowers y"]) == .neverLowers)
    #expect(try certificate(["k: more a -> chosen more b -> raises y"]) == .neverLowers)
    // What is brought works the other way where the context is turned round, so its sign hangs on the context.
    let brought = ["k: more c -> chosen more a -> raises y; turns"]
    guard case .open = try certificate(brought) else {
      Issue.record("the sign of what is brought hangs on the context")
      return
    }
    #expect(try certificate(brought, facts: ["more c"]) == .neverLowers)
    #expect(try certificate(brought, facts: ["less c"]) == .neverRaises)
  }

  @Test("A fact that closes a condition takes the arm behind it away")
  func closed() throws {
    let claims = ["k: more a -> raises y; turns", "l: more a / more m -> lowers y; turns"]
    guard case .open(let opening) = try certificate(claims) else {
      Issue.record("both arms are open")
      return
    }
    #expect(opening.spoilers?.count == 1 && opening.isSmallest)
    #expect(try certificate(claims, facts: ["less m"]) == .neverLowers)
    guard case .open = try certificate(claims, facts: ["more m"]) else {
      Issue.record("the condition holds")
      return
    }
  }

  @Test("A loop that works against itself leaves the sign open, and is what spoils it")
  func balancing() throws {
    let claims = [
      "k: more a -> raises y; turns", "l: more y -> raises b; turns", "n: more b -> lowers y; turns",
    ]
    guard case .open(let opening) = try certificate(claims) else {
      Issue.record("the loop balances")
      return
    }
    #expect(opening.without == .more && opening.atLeast == 1)
    #expect(opening.spoilers.map { Set($0.map(\.name)).isSubset(of: ["l", "n"]) } == true)
    #expect(opening.raising.sources.map(\.name) == ["action/push", "k"])
    #expect(opening.lowering.sources.map(\.name) == ["action/push", "k", "l", "n"])
  }

  /// A theory of random claims in one place.
  private func theory(_ random: inout SplitMix64) throws -> Theory {
    let names = ["a", "b", "c", "d", "m"]
    let claims = (1...6).map { number -> String in
      func literal() -> String { random.pick(["more ", "less ", "much more "]) + random.pick(names) }
      let condition = random.pick([" / more m", "", ""])
      let mechanism = random.pick([
        " -> produced \(random.pick(["more", "less"])) \(random.pick(["b", "c"]))", "",
      ])
      let way = random.pick(["raises", "lowers", "buffers"])
      return "k\(number): \(literal())\(condition)\(mechanism) -> \(way) \(random.pick(["b", "c", "d"]))"
        + random.pick(["; turns", ""])
    }
    return try TinyTheory.make(
      ["a", "b", "c", "d", "m!"], claims,
      [.state(concept: try TinyTheory.id("c"), rest: try TinyTheory.range(0.3, 0.6))],
      levers: ["push: raises a"])
  }

  @Test("No draw contradicts a certificate, at any step", arguments: 1...30)
  func contradicted(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let theory = try theory(&random)
    let push: Lever.ID = try TinyTheory.id("push")
    let start = try StartingPoint.tells(
      random.pick(["more m", "less m", "more a"]), levers: [push])
    let certificates = Certificates(theory, start)
    let sequence = DrawSequence(seed: UInt64(seed), count: 12)
    var proved = 0
    for concept in theory.concepts.map(\.id) {
      guard let certificate = certificates.certificate(of: push, on: concept) else { continue }
      if case .open = certificate { continue }
      proved += 1
      for draw in 0..<12 {
        let prior = Prior.allCases[draw % 4]
        let with = Trace(
          certificates.model, draw: draw, of: sequence, prior: prior, rounds: 6, plan: Plan([Plan.Step(push)])
        )
        let without = Trace(certificates.model, draw: draw, of: sequence, prior: prior, rounds: 6)
        guard let one = with.course(of: "level/\(concept)"),
          let other = without.course(of: "level/\(concept)")
        else {
          #expect(certificate == .noEffect)
          continue
        }
        for (first, second) in zip(one, other) {
          switch certificate {
          case .noEffect: #expect(first == second)
          case .neverLowers: #expect(first >= second - 1e-12)
          case .neverRaises: #expect(first <= second + 1e-12)
          case .open: break
          }
        }
      }
    }
    #expect(proved > 0)
  }

  @Test("What spoils a sign is as few as can be, and without it the sign is proved", arguments: 1...40)
  func smallest(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let theory = try theory(&random)
    let push: Lever.ID = try TinyTheory.id("push")
    let start = try StartingPoint.tells(levers: [push])
    for concept in theory.concepts.map(\.id) {
      guard case .open(let opening) = Certificates(theory, start).certificate(of: push, on: concept),
        let spoilers = opening.spoilers
      else { continue }
      #expect(opening.isSmallest)
      let arm = opening.without == .more ? opening.raising : opening.lowering
      let kept = Set(arm.sources.compactMap(Self.name))
      let others = theory.configurations.map(\.id).filter { !kept.contains($0) }
      /// Whether the sign is proved once these are left out, while the arm stays.
      func isProved(without left: Set<CMOConfiguration.ID>, orMoved isLoose: Bool = false) -> Bool {
        var smaller = theory
        smaller.configurations.removeAll { left.contains($0.id) }
        switch Certificates(smaller, start).certificate(of: push, on: concept) {
        // Left out, a configuration may take the facts away on which the arm rests.
        case .noEffect: return isLoose
        case .neverLowers: return opening.without == .more
        case .neverRaises: return opening.without == .less
        default: return false
        }
      }
      #expect(isProved(without: Set(spoilers.compactMap(Self.name)), orMoved: true))
      guard spoilers.count > 1 else { continue }
      // Every smaller set of one or two, by hand.
      for one in others {
        #expect(!isProved(without: [one]))
        guard spoilers.count > 2 else { continue }
        for two in others where two != one { #expect(!isProved(without: [one, two])) }
      }
    }
  }

  private static func name(_ source: InfluenceSource) -> CMOConfiguration.ID? {
    if case .configuration(let id) = source { id } else { nil }
  }

  @Test("The smallest hitting set is that of trying all", arguments: 1...60)
  func hitting(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let sets = (0..<8).map { _ in
      Set((0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0..<8, using: &random) })
    }
    var search = HittingSet(sets)
    let found = search.smallest()
    #expect(search.isProved && sets.allSatisfy { !$0.isDisjoint(with: found) })
    let best = (0..<256).map { bits in Set((0..<8).filter { bits >> $0 & 1 == 1 }) }
      .filter { tried in sets.allSatisfy { !$0.isDisjoint(with: tried) } }.map(\.count).min()
    #expect(found.count == best && search.bound <= found.count)
  }
}
