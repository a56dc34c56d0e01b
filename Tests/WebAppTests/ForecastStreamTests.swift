import Casework
import Documents
import Dynamics
import Foundation
import HTTPTypes
import ProgrammeTheory
import TestSupport
import Testing

@testable import WebApp

@Suite("Answers as they come, and for programs")
struct ForecastStreamTests {
  private static let listening: HTTPFields = [.accept: "text/event-stream"]

  /// Server-sent events as a browser reads them (WHATWG HTML Standard, section 9.2.6).
  private func events(_ text: String) throws -> [(name: String, data: String)] {
    #expect(text.hasSuffix("\n\n"))
    return try text.components(separatedBy: "\n\n").dropLast().compactMap { block in
      var (name, data): (String, [String]) = ("message", [])
      for line in block.components(separatedBy: "\n") where !line.hasPrefix(":") {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = try String(#require(parts.last).drop { $0 == " " })
        if parts[0] == "event" {
          name = value
        } else if parts[0] == "data" {
          data.append(String(parts[1].dropFirst()))
        }
      }
      return data.isEmpty ? nil : (name, data.joined(separator: "\n"))
    }
  }

  @Test("A script that listens gets every answer, each more exact, and then the end")
  func stream() async throws {
    let site = try TestSite.quick()
    let address = "/cases/mill-lane/plan/try?title=Fence&rounds=4&step=fence.2."
    let answer = try await site.get(address, headers: Self.listening)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/event-stream; charset=utf-8")
    let events = try events(answer.text)
    let answers = events.filter { $0.name == "answer" }
    #expect((1...3).contains(answers.count))
    #expect(events.last?.name == "done" && events.last?.data.contains("24 models") == true)
    #expect(answers.allSatisfy { $0.data.contains("Do nothing more") && !$0.data.contains("<script") })
    // What the page shows is what was sent.
    let page = try await site.get(address + "&models=24").text
    #expect(page.contains(try #require(answers.last).data))
    for progress in events where progress.name == "progress" {
      let told = try JSONSerialization.jsonObject(with: Data(progress.data.utf8)) as? [String: Any]
      #expect(told?.keys.sorted() == ["done", "of", "words"])
    }
    // Who has the last answer already isn't sent it again.
    let again = try self.events(try await site.get(address + "&have=24", headers: Self.listening).text)
    #expect(again.map(\.name) == ["job", "done"])
    // By that name it is stopped.
    #expect(await site.site.forecasts.job(try #require(again.first).data) != nil)
  }

  @Test("Markup and line ends in a plan's name can't leave their event", arguments: NastyText.examples)
  func escaping(_ text: String) async throws {
    let lines = ForecastEvents.event("status", text).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.dropFirst().dropLast(2).allSatisfy { $0.starts(with: "data: ".utf8) })
    #expect(lines.suffix(2).allSatisfy(\.isEmpty) && lines.allSatisfy { !$0.contains(UInt8(ascii: "\r")) })
  }

  @Test("A stopped forecast ends its stream")
  func stopped() async throws {
    var limits = Forecasts.Limits()
    limits.stages = [20_000]
    let site = try TestSite(forecasts: limits)
    let address = "/cases/mill-lane/plan/try?title=Fence&rounds=100&step=fence.2."
    let waiting = try await site.get(address)
    #expect(waiting.text.contains("There is no answer yet."))
    let job = try #require(waiting.text.firstMatch(of: /\/forecasts\/([a-z0-9]+)\/cancel/)).output.1
    let stopped = try await site.post("/forecasts/\(job)/cancel", [("address", address)])
    #expect(stopped.status == 303 && stopped.location == address)
    let running = try #require(await site.site.forecasts.job(String(job)))
    #expect(running.standing.phase == .cancelled)
    let stream = try events(await ForecastEventsProbe.text(of: running, site: site.site))
    #expect(stream.map(\.name) == ["stopped"])
    for _ in 0..<12_000 where await site.site.forecasts.load.running > 0 {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(await site.site.forecasts.load.running == 0)
  }

  // MARK: For programs

  private func ask(_ site: TestSite, _ json: String, type: String = "application/json") async throws
    -> TestSite.Answer
  {
    try await site.send(.post, "/api/v1/forecasts", headers: [.contentType: type], body: Array(json.utf8))
  }

  private func result(_ site: TestSite, _ json: String) async throws -> String {
    let posted = try await ask(site, json)
    #expect(posted.status == 202, "\(posted.text)")
    let address = try #require(posted.location)
    // The stream ends when the forecast does.
    let events = try events(try await site.get(address + "/events").text)
    #expect(events.last?.name == "done")
    return try await site.get(address + "/result").text
  }

  @Test("A program gets the same bytes as the commands give")
  func sameBytes() async throws {
    let site = try TestSite.quick()
    let theory = try Fixture.gardens()
    let subject = try #require(site.site.library.case("mill-lane")).subject
    let settings = ForecastSettings(rounds: 4, models: 32, seed: 7, threads: 2)
    // As the command does, beside the cases that the case names.
    let others = try subject.beside.map { try #require(site.site.library.case("\($0)")).subject }
    let forecast = try await Forecast(
      of: subject, by: theory, beside: others, settings,
      orders: { try await OrderTrials(of: theory, partners: $0, $1, threads: 2) })
    let asked = "\"case\": \"mill-lane\", \"rounds\": 4, \"draws\": 32, \"seed\": 7"
    #expect(
      try await result(site, "{\"question\": \"forecast\", \(asked)}")
        == RecordJSON.text(ForecastRecord(forecast, madeBy: "realist 0.0.0")) + "\n")
    let advice = try await Advice(of: subject, by: theory, most: 2, settings)
    #expect(
      try await result(site, "{\"question\": \"advice\", \"most\": 2, \(asked)}")
        == RecordJSON.text(AdviceRecord(advice, madeBy: "realist 0.0.0")) + "\n")
    let setting = PlanComparison.setting(of: subject, by: theory, asOf: nil, rounds: 4)
    let text = "format: realist-plan/1\nid: p\ntitle: P\nactions: [{do: fence, from: 2}]\n"
    let plan = try PlanDocument.read(DocumentFile(name: "p", text: text), for: setting)
    let comparison = try await PlanComparison(of: [plan], for: subject, by: theory, settings)
    let plans = "[{\"id\": \"p\", \"title\": \"P\", \"actions\": [{\"do\": \"fence\", \"from\": 2}]}]"
    #expect(
      try await result(site, "{\"question\": \"plans\", \"plans\": \(plans), \(asked)}")
        == RecordJSON.text(PlanRecord(comparison, madeBy: "realist 0.0.0")) + "\n")
  }

  @Test("A forecast of a program can be looked at, listened to and stopped")
  func life() async throws {
    let site = try TestSite.quick()
    let posted = try await ask(
      site, "{\"question\": \"forecast\", \"case\": \"mill-lane\", \"draws\": 20000, \"rounds\": 100}")
    let address = try #require(posted.location)
    #expect(
      posted.text.contains("\"phase\" : \"")
        && posted.headers[.contentType]?.hasPrefix("application/json") == true)
    #expect(try await site.get(address + "/result").status == 409)
    #expect(try await site.send(.delete, address).status == 204)
    #expect(try await site.get(address).text.contains("\"phase\" : \"stopped\""))
    #expect(try await site.get(address + "/result").status == 410)
    let events = try events(try await site.get(address + "/events").text)
    #expect(events.last?.name == "stopped")
    #expect(try await site.get("/api/v1/forecasts/none").status == 404)
  }

  @Test(
    "A question that can't be used is told so",
    arguments: [
      ("", 422), ("{", 422), ("[]", 422), ("{}", 422), ("{\"question\": \"all\"}", 422),
      ("{\"question\": \"forecast\"}", 422), ("{\"question\": \"forecast\", \"case\": \"none\"}", 404),
      ("{\"question\": \"forecast\", \"case\": \"../x\", \"collaboration\": \"y\"}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"draws\": 3}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"draws\": 1e300}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"rounds\": 0}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"seed\": -1}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"asOf\": \"soon\"}", 400),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"rounds\": null}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"rounds\": 2.5}", 422),
      ("{\"question\": \"forecast\", \"case\": \"mill-lane\", \"rows\": 2}", 422),
      ("{\"question\": \"advice\", \"case\": \"mill-lane\", \"most\": 4}", 422),
      ("{\"question\": \"advice\", \"case\": \"mill-lane\", \"actions\": []}", 422),
      ("{\"question\": \"advice\", \"case\": \"mill-lane\", \"actions\": [\"none\"]}", 422),
      ("{\"question\": \"plans\", \"case\": \"mill-lane\"}", 422),
      (
        "{\"question\": \"plans\", \"case\": \"mill-lane\", \"plans\": [{\"title\": \"P\", \"actions\": [{\"do\": \"x\"}]}]}",
        422
      ),
    ])
  func refused(_ json: String, _ status: Int) async throws {
    let site = try TestSite.quick()
    let answer = try await ask(site, json)
    #expect(answer.status == status, "\(answer.text)")
    #expect(answer.text.contains("\"status\"") && answer.text.contains("\"remedy\""))
  }

  @Test("A full line is told with 503 and when to ask again, to programs as to people")
  func busy() async throws {
    var limits = Forecasts.Limits()
    (limits.running, limits.spare, limits.waiting) = (0, 0, 0)
    let site = try TestSite(forecasts: limits)
    let asked = try await ask(site, "{\"question\": \"forecast\", \"case\": \"mill-lane\"}")
    #expect(asked.status == 503 && asked.headers[.retryAfter] == "5")
    #expect(asked.text.contains("\"remedy\""))
    let page = try await site.get("/cases/mill-lane/plan/forecast")
    #expect(page.status == 503 && page.headers[.retryAfter] == "5")
  }

  @Test("A deeply nested question, and one that is no JSON, are refused")
  func nested() async throws {
    let site = try TestSite.quick()
    let deep = String(repeating: "[", count: 100_000)
    #expect(try await ask(site, "{\"question\": \(deep)").status == 422)
    #expect(try await ask(site, "question=forecast", type: "text/plain").status == 415)
  }
}

/// A stream, read to its end.
private enum ForecastEventsProbe {
  static func text(of job: ForecastJob, site: Site) async -> String {
    var teller = ForecastEvents(job, site: site)
    var text = ""
    for await standing in job.changes() {
      text += teller.events(standing)
      if standing.phase.isOver { break }
    }
    return text
  }
}
