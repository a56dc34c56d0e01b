import Dispatch
import Dynamics
import Foundation
import ProgrammeTheory

/// The network that all peers run, as a program of the engine. Called by measure_engine.py:
///
///     engine-benchmark NETWORK.json WEIGHTS STARTS RUNS double|single THREADS RESULTS
///
/// WEIGHTS and STARTS hold one row of doubles a run. Prints the seconds of each of 5 repetitions; RESULTS gets the last
/// levels of each run.
struct Network: Decodable {
  struct Edge: Decodable {
    let from: Int
    let to: Int
    let sign: Double
  }
  let variables: Int
  let steps: Int
  let step: Double
  let edges: [Edge]

  /// x ← (x + dt·u) / (1 + dt·u + dt·v), as the share of what pulls up, with a weight for each edge.
  var program: Program {
    var builder = ProgramBuilder()
    let (one, two, dt) = (builder.constant(1), builder.constant(2), builder.constant(step))
    let levels = (0..<variables).map { number in
      let start = builder.parameter(Self.parameter("start/\(number)"))
      return builder.variable("x\(number)", startingAt: start)
    }
    let leans = levels.map { level in
      let doubled = builder.multiply(two, level)
      return builder.subtract(doubled, one)
    }
    let turned = leans.map { builder.negative($0) }
    for number in 0..<variables {
      let own = edges.enumerated().filter { $1.to == number }.map { index, edge in
        let weight = builder.parameter(Self.parameter("weight/\(index)"))
        return builder.multiply(weight, edge.sign > 0 ? leans[edge.from] : turned[edge.from])
      }
      let up = builder.sum(own.map { builder.positivePart($0) })
      let down = builder.negative(builder.sum(own.map { builder.negativePart($0) }))
      let (rise, fall) = (builder.multiply(dt, up), builder.multiply(dt, down))
      let upwards = builder.add(levels[number], rise)
      let room = builder.complement(levels[number])
      builder.set(levels[number], next: builder.share(upwards, builder.add(room, fall)))
    }
    return builder.program
  }

  private static func parameter(_ id: String) -> Parameter {
    Parameter(id, .strength, .strength, meaning: id, reason: "given")
  }
}

/// Numbers of a file, row by row.
func doubles(_ path: String) throws -> [Double] {
  let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  return bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
}

/// The runs, shared among threads.
struct Bench: Sendable {
  let network: Network
  let batch: Batch
  /// One row for each run, in the order of the program's parameters.
  let values: [Double]
  let isSingle: Bool

  func run(_ runs: Range<Int>) -> [Double] {
    batch.run(runs, steps: network.steps, isSingle: isSingle, values: values)
  }

  func run(_ runs: Int, threads: Int) async -> [Double] {
    guard threads > 1 else { return run(0..<runs) }
    return await withTaskGroup(of: (Int, [Double]).self) { group in
      for thread in 0..<threads {
        group.addTask { (thread, run(thread * runs / threads..<(thread + 1) * runs / threads)) }
      }
      var parts = Array(repeating: [Double](), count: threads)
      for await (thread, part) in group { parts[thread] = part }
      return parts.flatMap(\.self)
    }
  }
}

func measure(_ arguments: [String]) async throws {
  let text = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
  let network = try JSONDecoder().decode(Network.self, from: text)
  let program = network.program
  let (weights, starts) = (try doubles(arguments[2]), try doubles(arguments[3]))
  // The rows as the engine takes them; each peer gets its numbers in the order that it takes them in.
  let places = program.parameters.map { parameter -> (isStart: Bool, number: Int) in
    let parts = parameter.id.split(separator: "/")
    return (parts[0] == "start", Int(parts[1]) ?? 0)
  }
  let values = (0..<starts.count / network.variables).flatMap { run in
    places.map { place in
      place.isStart
        ? starts[run * network.variables + place.number] : weights[run * network.edges.count + place.number]
    }
  }
  let bench = Bench(
    network: network, batch: Batch(program), values: values, isSingle: arguments[5] == "single")
  let (runs, threads) = (Int(arguments[4]) ?? 0, Int(arguments[6]) ?? 1)
  var results: [Double] = []
  for _ in 0..<5 {
    let start = DispatchTime.now().uptimeNanoseconds
    results = await bench.run(runs, threads: threads)
    print(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
  }
  try results.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: arguments[7]))
}

/// A theory, two partners of whom nothing is known, 20 rounds, every prior in turn, with what moved what kept in so many
/// models of each. Prints the seconds of each repetition.
func measureTheory(_ arguments: [String]) async throws {
  let theory = try TheoryDocument.read(path: arguments[2])
  guard let partners = Partners(count: 2) else { return }
  let model = Model(theory, StartingPoint(partners: partners))
  let settings = EnsembleSettings(draws: Int(arguments[3]) ?? 1, isSingle: arguments[4] == "single",
    attributed: Int(arguments[7]) ?? 0)
  for _ in 0..<(Int(arguments[6]) ?? 1) {
    let start = DispatchTime.now().uptimeNanoseconds
    let ensemble = try await Ensemble(running: model, settings, threads: Int(arguments[5]) ?? 1)
    print(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    guard ensemble.ends.reduce(0, { $0 + $1.share.counts[0] }) == settings.draws else { exit(1) }
  }
}

let arguments = CommandLine.arguments
if arguments.count == 8, arguments[1] == "theory" {
  try await measureTheory(arguments)
} else if arguments.count == 8 {
  try await measure(arguments)
} else {
  print("engine-benchmark NETWORK.json WEIGHTS STARTS RUNS double|single THREADS RESULTS")
  print("engine-benchmark theory THEORY DRAWS double|single THREADS REPETITIONS ATTRIBUTED")
}
