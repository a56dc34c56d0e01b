import ArgumentParser
import ProgrammeTheory
import Casework
import Documents

@main
struct RealistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "realist")
  @Argument var path: String
  func run() async throws {
    do { let t = try TheoryDocument.read(path: path); print(t.concepts.count, t.tellings.count, t.configurations.count)
     let l = t.loops(); print("loops", l.loops.count, l.leftOut, l.stronglyConnected.map(\.count))
     for x in l.loops.prefix(20) { print(x.sign.rawValue, x.runsBothWays, x.hops.map{"\($0.from) -\($0.configurations.count)-> "}.joined(), x.hops.last!.to) }
     for p in t.patterns { print(p.name, t.arms(of:p).map{ $0.sign.rawValue + " " + $0.concepts.map(\.text).joined(separator:">") }) }
     let c = t.chains(from: .init("legal-agreements")!, to: .init("trust")!, atMost: 3); print(c.chains.count, c.leftOut)
     for x in c.chains.prefix(10) { print(x.keepsDirection, x.isBuffer, x.steps.map{"\($0.from) =\($0.configuration)/\($0.form)=> \($0.to)"}.joined(separator:" | ")) }
     let e = t.entailment(of: [.init("mandate")!: .lies(.more, much: true), .init("structural-integration")!: .lies(.more, much: true)])
     for (c, f) in e.firing { print(c.id, f.map(\.rawValue)) }
     for s in e.outlook { print(s.prospect.concept, s.standing.tendency, s.standing.raisedBy.first?.step as Any, s.standing.loweredBy.first?.step as Any, s.standing.bufferedBy.count) }
    } catch let e { print(e) }
  }
}
