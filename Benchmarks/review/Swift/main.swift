import Foundation
import Review

// What a review file takes inside one process, as JSON: review-benchmark REVIEW NAME WORDS…
//
// NAME decides on records of the review, so give it a copy. Each figure is a list of milliseconds, one for each time.

let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  FileHandle.standardError.write(Data("usage: review-benchmark REVIEW NAME WORDS…\n".utf8))
  exit(2)
}
let (path, name, searches) = (arguments[1], arguments[2], Array(arguments[3...]))

let clock = ContinuousClock()
var figures: [String: [Double]] = [:]

func milliseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
}

@MainActor func note(_ what: String, since start: ContinuousClock.Instant) {
  figures[what, default: []].append(milliseconds(clock.now - start))
}

var start = clock.now
let review = try Review(path: path)
note("open", since: start)

for words in searches {
  let search = try SearchWords(words)
  for _ in 0..<20 {
    start = clock.now
    _ = try review.find(search)
    note("find \(words)", since: start)
  }
}

let waiting = try review.queue(at: .titleAndAbstract, for: name)
for (number, record) in waiting.prefix(300).enumerated() {
  start = clock.now
  try review.decide(
    Decision(record: record, stage: .titleAndAbstract, verdict: number % 10 == 0 ? .include : .exclude),
    by: name)
  note("decide", since: start)
}

/// What a person waits for between a key and the next record.
@MainActor func screen(_ desk: ReviewDesk, _ count: Int, as what: String) async throws {
  for number in 0..<count {
    guard let card = try await desk.next(skipping: []) else { return }
    start = clock.now
    try await desk.decide(number % 10 == 0 ? .include : .exclude, reason: nil, on: card.id)
    note("\(what): decide", since: start)
    _ = await desk.progress()
    _ = try await desk.next(skipping: [])
    note("\(what): decide and next record", since: start)
    let decided = clock.now
    await desk.settled()
    if what == "ranked" { note("ranked: order made anew behind it", since: decided) }
  }
}

start = clock.now
let plain = try ReviewDesk(review, at: .titleAndAbstract, for: name)
note("desk: sit down", since: start)
try await screen(plain, 100, as: "desk")

start = clock.now
let ranked = try ReviewDesk(review, at: .titleAndAbstract, for: name, order: .ranked(like: nil))
note("ranked: sit down", since: start)
try await screen(ranked, 20, as: "ranked")
review.close()

let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys]
print(String(decoding: try encoder.encode(figures), as: UTF8.self))
