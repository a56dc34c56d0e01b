import Casework
import Documents
import Dynamics
import Foundation
import HTTPTypes
import ProgrammeTheory
import TestSupport
import Testing

@testable import WebApp

extension TestSite {
  /// Few models, so that tests of pages take no time.
  static func quick() throws -> TestSite {
    var forecasts = Forecasts.Limits()
    (forecasts.stages, forecasts.adviceStages) = ([8, 16, 24], [8, 16])
    return try TestSite(forecasts: forecasts)
  }

  /// A collaboration copied from the case of the small theory; where its pages begin.
  func copied() async throws -> String {
    try #require(try await post("/cases/mill-lane/copy").location)
  }

  /// A page, looked at again until its answer is there.
  func answered(_ path: String) async throws -> Answer {
    for _ in 0..<2_000 {
      let page = try await get(path)
      guard page.text.contains("Look again") else { return page }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try await get(path)
  }
}

extension TestSite.Answer {
  /// What can be read on it.
  var words: String { text.replacing(/<[^>]*>/, with: " ") }
}

@Suite("Planning in the browser")
struct PlanPageTests {
  @Test("Actions are chosen, tried and answered without a script, on a bundled case")
  func trying() async throws {
    let site = try TestSite.quick()
    let start = try await site.get("/cases/mill-lane/plan")
    #expect(start.status == 200 && start.text.contains("make a copy of the case"))
    let form = try await site.get("/cases/mill-lane/plan/new")
    #expect(form.status == 200 && form.text.contains("Put up a fence"))
    #expect(!form.text.contains("value=\"save\""))
    let sent = try await site.post(
      "/cases/mill-lane/plan/new",
      [("title", "A fence & more"), ("rounds", "6"), ("do", "fence"), ("from-fence", "2"), ("say", "try")])
    let address = try #require(sent.location)
    #expect(sent.status == 303)
    let answer = try await site.answered(address)
    #expect(answer.status == 200)
    #expect(answer.text.contains("<h1>A fence &amp; more</h1>"))
    #expect(answer.text.contains("This answer is from 8 models."))
    #expect(answer.text.contains("Do nothing more") && answer.text.contains("<svg"))
    #expect(answer.text.contains("of 10 models") && !answer.words.contains("%"))
    let more = try #require(answer.text.firstMatch(of: /href="([^"]*models=16)">See a more exact answer/))
    let second = try await site.answered(String(more.output.1).replacing("&amp;", with: "&"))
    #expect(second.text.contains("This answer is from 16 models."))
    let last = try await site.answered(address + "&models=24")
    #expect(last.text.contains("the most exact one given here") && !last.text.contains("See a more exact"))
    #expect(!last.text.contains("data-listen"))
    // What is kept is shown even where less is asked for.
    #expect(try await site.get(address).text.contains("This answer is from 24 models."))
  }

  @Test("Plans are saved, changed, compared, saved as documents and deleted")
  func saving() async throws {
    let site = try TestSite.quick()
    let base = try await site.copied()
    let fields = [
      ("title", "A fence"), ("rounds", "5"), ("do", "fence"), ("from-fence", "2"), ("say", "save"),
    ]
    let one = try #require(try await site.post(base + "/plan/new", fields).location)
    #expect(one == base + "/plan/saved/a-fence")
    #expect(try await site.answered(one).text.contains("Put up a fence") == false)
    #expect(try await site.answered(one).text.contains("put up a fence (round 2"))
    // The same title again is another plan.
    #expect(try await site.post(base + "/plan/new", fields).location == base + "/plan/saved/a-fence-2")
    let other = [("title", "Dig in common"), ("rounds", "5"), ("do", "dig-in-common"), ("say", "save")]
    #expect(try await site.post(base + "/plan/new", other).location == base + "/plan/saved/dig-in-common")

    let change = try await site.get(one + "/change")
    #expect(
      change.text.contains("value=\"fence\" checked") && change.text.contains("id=\"from-fence\" value=\"2\"")
    )
    let changed = fields.map { $0.0 == "from-fence" ? ("from-fence", "3") : $0 }
    #expect(try await site.post(one + "/change", changed + [("revision", "1")]).location == one)
    #expect(try await site.post(one + "/change", changed + [("revision", "1")]).status == 409)
    let document = try await site.get(one + "/plan.yaml")
    #expect(
      document.text.contains("from: 3")
        && document.headers[.contentDisposition]?.contains("a-fence.yaml") == true)

    let few = try await site.get(base + "/plan/compare?plan=a-fence")
    #expect(few.status == 422 && few.text.contains("Choose from 2 to 4 plans"))
    let compared = try await site.answered(base + "/plan/compare?plan=a-fence&plan=dig-in-common")
    #expect(compared.status == 200 && compared.text.contains("Plan beside plan"))

    #expect(try await site.post(one + "/delete").location == base + "/plan")
    #expect(try await site.get(one).status == 404)
    let list = try await site.get(base + "/plan").text
    #expect(!list.contains("/plan/saved/a-fence\"") && list.contains("/plan/saved/a-fence-2\""))
    _ = try await site.post(base + "/delete")
    #expect(try await site.get(base + "/plan/saved/dig-in-common").status == 404)
  }

  @Test("What may come, what helps and what to find out are answered in the theory's words")
  func questions() async throws {
    let site = try TestSite.quick()
    let course = try await site.answered("/cases/mill-lane/plan/forecast")
    #expect(
      course.text.contains("Compare before you count") && course.text.contains("Start the forecast there"))
    let then = try await site.answered("/cases/mill-lane/plan/forecast?as-of=2019&rounds=4")
    #expect(then.text.contains("as was asked: what came later is left out"))
    let advice = try await site.answered("/cases/mill-lane/plan/actions")
    #expect(advice.text.contains("What you could do"))
    let open = try await site.answered("/cases/mill-lane/plan/find-out")
    #expect(open.text.contains("What to find out next") && open.text.contains("What nobody knows"))
    for page in [course, then, advice, open] {
      #expect(page.status == 200 && page.text.contains("This answer is from"))
      #expect(
        page.text.contains("It says nothing about patients’ outcomes")
          && !page.words.contains("%"))
    }
  }

  /// What was sent, and what is said of it.
  struct Hostile: Sendable, CustomTestStringConvertible {
    let fields: [(String, String)]
    let says: String
    var testDescription: String { says }
  }

  static let hostile = [
    Hostile(fields: [("title", "P"), ("rounds", "9"), ("do", "no-such")], says: "no action “no-such”"),
    Hostile(fields: [("title", "P"), ("rounds", "9"), ("do", "a: [b, {c")], says: "no action “a: [b, {c”"),
    Hostile(fields: [("title", "P"), ("rounds", "0"), ("do", "fence")], says: "from 1 to 100"),
    Hostile(fields: [("title", "P"), ("rounds", "9e9"), ("do", "fence")], says: "from 1 to 100"),
    Hostile(fields: [("title", ""), ("rounds", "9"), ("do", "fence")], says: "Name: write from 1"),
    Hostile(
      fields: [("title", String(repeating: "x", count: 201)), ("rounds", "9"), ("do", "fence")],
      says: "Name: write from 1"),
    Hostile(fields: [("title", "P"), ("rounds", "9")], says: "at least one action"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9"), ("do", "fence"), ("from-fence", "10")], says: "from 1 to 9"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9"), ("do", "fence"), ("from-fence", "-1")], says: "from 1 to 9"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9"), ("do", "fence"), ("from-fence", "99999999999999999999")],
      says: "Put up a fence: “"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9"), ("do", "fence"), ("from-fence", "soon")],
      says: "Put up a fence: “"),
    Hostile(
      fields: [
        ("title", "P"), ("rounds", "9"), ("do", "fence"), ("from-fence", "5"), ("until-fence", "4"),
      ], says: "ends before it begins"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9"), ("do", "fence"), ("arrangement", "commune")],
      says: "no arrangement"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9"), ("do", "fence"), ("from-fence", "\n- {do: x}\n#")],
      says: "Put up a fence: “"),
    Hostile(
      fields: [("title", "P"), ("rounds", "9")] + (0..<1_990).map { _ in ("do", "fence") },
      says: "more than 200 actions"),
  ]

  @Test("A plan that can't be is refused with what is wrong, and nothing is saved", arguments: hostile)
  func refusal(_ hostile: Hostile) async throws {
    let site = try TestSite.quick()
    let base = try await site.copied()
    let answer = try await site.post(base + "/plan/new", hostile.fields + [("say", "save")])
    #expect(answer.status == 422, "\(answer.text.prefix(300))")
    #expect(
      answer.text.contains("There is a problem") && answer.text.contains(hostile.says), "\(answer.text)")
    #expect(answer.text.contains("<title>Error: "))
    #expect(try await site.site.store.plans(of: String(base.dropFirst("/collaborations/".count))).isEmpty)
  }

  @Test("10,000 steps are refused before they are read, in a form and in an address")
  func manySteps() async throws {
    let site = try TestSite.quick()
    let many = (0..<10_000).map { _ in ("do", "fence") }
    let form = try await site.post("/cases/mill-lane/plan/new", [("title", "P"), ("say", "try")] + many)
    #expect(form.status == 400)
    let query = (0..<10_000).map { _ in "step=fence.." }.joined(separator: "&")
    #expect(try await site.get("/cases/mill-lane/plan/try?title=P&" + query).status == 400)
  }

  @Test(
    "Addresses that ask for nonsense are told so",
    arguments: [
      ("/plan/forecast?as-of=soon", 400), ("/plan/forecast?rounds=0", 400),
      ("/plan/forecast?rounds=1e9", 400),
      ("/plan/forecast?rounds=101", 400), ("/plan/try", 422), ("/plan/try?step=%FF", 400),
      ("/plan/saved/none", 404), ("/plan/saved/..%2F..", 404), ("/plan/compare?plan=none", 422),
      ("/plan/try?title=%3Cscript%3E&step=%3Cscript%3E", 422),
    ])
  func nonsense(_ path: String, _ status: Int) async throws {
    let site = try TestSite.quick()
    let answer = try await site.get("/cases/mill-lane" + path)
    #expect(answer.status == status, "\(answer.text.prefix(200))")
    #expect(!answer.text.contains("<script>"))
  }

  @Test("A plan of another collaboration isn't there")
  func foreign() async throws {
    let site = try TestSite.quick()
    let (one, other) = (try await site.copied(), try await site.copied())
    let fields = [("title", "Mine"), ("do", "fence"), ("say", "save")]
    #expect(try await site.post(one + "/plan/new", fields).location == one + "/plan/saved/mine")
    #expect(try await site.get(other + "/plan/saved/mine").status == 404)
    #expect(try await site.post(other + "/plan/saved/mine/delete").status == 404)
    #expect(try await site.get(one + "/plan/saved/mine/change").status == 200)
  }

  @Test("Many plans at once each get a name, and no more are saved than may be")
  func manyPlans() async throws {
    let site = try TestSite.quick()
    let base = try await site.copied()
    let id = String(base.dropFirst("/collaborations/".count))
    let subject = try await site.site.collaboration(id)
    var draft = PlanDraft()
    (draft.title, draft.steps) = ("Same", [.init(action: "fence")])
    let fixed = draft
    for _ in 0..<Store.mostPlans {
      _ = try await site.site.store.addPlan(to: id, rounds: 5) {
        try fixed.plan(for: subject, unlike: $0).plan
      }
    }
    #expect(Set(try await site.site.store.plans(of: id).map(\.id)).count == Store.mostPlans)
    let answer = try await site.post(
      base + "/plan/new", [("title", "One more"), ("do", "fence"), ("say", "save")])
    #expect(answer.status == 409 && answer.text.contains("Too many plans"))
  }

  @Test("Forms need their token, and a stop leads back to pages of this site only")
  func tokens() async throws {
    let site = try TestSite.quick()
    _ = try await site.get("/")
    let bare = try await site.send(
      .post, "/cases/mill-lane/plan/new", form: [("title", "P"), ("do", "fence")])
    #expect(bare.status == 403)
    let away = try await site.post("/forecasts/none/cancel", [("address", "https://example.org/")])
    #expect(away.location == "/")
    let back = try await site.post("/forecasts/none/cancel", [("address", "/cases/mill-lane/plan/actions")])
    #expect(back.location == "/cases/mill-lane/plan/actions")
  }

  @Test("A draft that is written into an address comes back as it was")
  func addresses() throws {
    var draft = PlanDraft()
    draft.title = "Äpfel & “Birnen” + 100 = ?#/"
    draft.rounds = "7"
    draft.arrangement = "x"
    draft.steps = [
      .init(action: "a", from: "2", until: "3"), .init(action: "b"), .init(action: "c", from: "2026-05"),
    ]
    let fields = try #require(FormFields(urlEncoded: draft.query.utf8))
    let read = PlanDraft(query: fields)
    #expect(read == draft)
  }

  @Test("A plan's document reads as the plan", arguments: ["3", "2021-05", ""])
  func documents(_ from: String) throws {
    let path = Fixture.folder.appendingPathComponent("garden-cases/mill-lane.yaml").path
    let subject = Subject(
      base: "", subject: try CaseDocument.read(path: path), theory: try Fixture.gardens(), stored: nil)
    var draft = PlanDraft()
    draft.title = "Fence: \"first\" # 1"
    draft.steps = [.init(action: "fence", from: from), .init(action: "dig-in-common", from: "1", until: "4")]
    do {
      let plan = try draft.plan(for: subject).plan
      let setting = PlanComparison.setting(of: subject.subject, by: subject.theory, asOf: nil, rounds: 20)
      #expect(try PlanDocument.read(PlanDocument.write(plan), for: setting) == plan)
    } catch let refusal as PlanRefusal {
      #expect(from.contains("-") && subject.subject.roundMonths == nil, "\(refusal)")
    }
  }

  @Test(
    "The pages look as they did",
    arguments: ["plan/new", "plan/actions", "plan/try?title=Fence&rounds=4&step=fence.2."])
  func golden(_ path: String) async throws {
    let site = try TestSite.quick()
    let text = try await site.answered("/cases/mill-lane/" + path).text
    // The layout, and what the renderer of reports made, have goldens of their own.
    let begin = try #require(text.range(of: "<main")).lowerBound
    let rest = text[begin...]
    let end = try #require(rest.range(of: "<section") ?? rest.range(of: "</main>")).lowerBound
    let page = String(rest[..<end])
      .replacing(/name="token" value="[^"]*"/, with: "name=\"token\" value=\"TOKEN\"")
      .replacing(/data-token="[^"]*"/, with: "data-token=\"TOKEN\"")
    let name = String(path.prefix { $0 != "?" }).replacing("/", with: "-") + ".html"
    let difference = try GoldenFile.difference(page, from: name)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
