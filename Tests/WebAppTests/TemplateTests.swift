import Foundation
import Synchronization
import Testing

@testable import WebApp

/// The names that models had for templates, as Mustache sees them.
final class Rendered: Sendable {
  private let seen = Mutex<[String: Set<String>]>([:])

  func note(_ template: String, _ model: any Sendable) {
    let names = Self.names(in: model)
    seen.withLock { $0[template, default: []].formUnion(names) }
  }

  func names(of template: String) -> Set<String>? { seen.withLock { $0[template] } }

  private static func names(in value: Any, depth: Int = 0) -> Set<String> {
    guard depth < 9 else { return [] }
    return Mirror(reflecting: value).children.reduce(into: []) { names, child in
      if let label = child.label, label != "some", !label.hasPrefix(".") { names.insert(label) }
      names.formUnion(Self.names(in: child.value, depth: depth + 1))
    }
  }
}

@Suite("Templates")
struct TemplateTests {
  private static let files = Site.sections.flatMap { $0.templates } + Templates.shared

  @Test("No template prints anything unescaped")
  func escaping() {
    for file in Self.files {
      #expect(!file.text.contains("{{{"), "\(file.name)")
      #expect(!file.text.contains(#/\{\{\s*&/#), "\(file.name)")
      #expect(!file.text.contains("CONTENT_TYPE"), "\(file.name)")
    }
  }

  @Test("No template has a script or a style in it")
  func policy() {
    for file in Self.files {
      #expect(!file.text.contains(#/\s(?:style|on[a-z]+)=/#), "\(file.name)")
      #expect(!file.text.contains("javascript:"), "\(file.name)")
    }
  }

  @Test(
    "Every name in every template is one that its model has, and every page that a link leads to is whole",
    .timeLimit(.minutes(5)))
  func names() async throws {
    let rendered = Rendered()
    var forecasts = Forecasts.Limits()
    (forecasts.stages, forecasts.adviceStages) = ([8], [8])
    let site = try TestSite(forecasts: forecasts, onRender: rendered.note)
    let crawler = Crawler(site)
    let base = try await site.copy()
    try await refuse(site, base)
    try await plan(site, base)
    _ = try await site.get("\(base)/assessment")
    try await crawler.walk(from: base)
    try await crawler.walk(from: "/")
    #expect(crawler.faults == [])
    try await explore(try TestSite(.bundled, onRender: rendered.note))
    for file in Self.files {
      guard let known = Self.known(file.stem, rendered) else {
        Issue.record("\(file.name) is never filled")
        continue
      }
      for tag in file.text.matches(of: #/\{\{[#^\/>]?\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/#) {
        let name = String(tag.1)
        guard !tag.0.hasPrefix("{{>") else { continue }
        #expect(name.split(separator: ".").allSatisfy { known.contains(String($0)) }, "\(file.name): \(name)")
      }
    }
  }

  /// The names that a template was given, by itself or by those that it is a part of; `nil` where nothing filled it.
  private static func known(_ stem: String, _ rendered: Rendered) -> Set<String>? {
    let around = files.filter { $0.stem != stem && $0.text.contains("{{> \(stem)}}") }
    let names = [rendered.names(of: stem)] + around.map { known($0.stem, rendered) }
    let found = names.compactMap(\.self)
    return found.isEmpty ? nil : found.reduce(into: []) { $0.formUnion($1) }
  }

  /// What is there only where there are several theories, and where much was found.
  private func explore(_ site: TestSite) async throws {
    let base = "/theory/aunger-2021"
    for address in [
      "/theory", "/theory?old=aunger-2021&new=aunger-2021-refined",
      "\(base)/compared-with/aunger-2021-refined", "\(base)/search?q=leader",
      "\(base)/configurations?q=leader",
    ] {
      let answer = try await site.get(address)
      #expect(answer.status == (address.contains("?old=") ? 303 : 200), "\(address): \(answer.status)")
    }
  }

  /// Two plans, so that they can be compared; one that is refused; and an answer from the models.
  private func plan(_ site: TestSite, _ base: String) async throws {
    for title in ["One", "Two"] {
      _ = try await site.post(
        "\(base)/plan/new",
        [("title", title), ("rounds", "6"), ("do", "fence"), ("from-fence", "2"), ("say", "save")])
    }
    _ = try await site.post(
      "\(base)/plan/new",
      [("title", "Three"), ("rounds", "6"), ("do", "fence"), ("from-fence", "soon"), ("say", "save")])
    _ = try await site.get("\(base)/plan/compare?plan=one")
    _ = try await site.answered("\(base)/plan/forecast")
  }

  /// Forms that are refused, so that what they say then is seen too.
  private func refuse(_ site: TestSite, _ base: String) async throws {
    _ = try await site.get("/nothing")
    _ = try await site.answer(base, "title", [("text", ""), ("say", "save")])
    _ = try await site.post("\(base)/questions/title", [("revision", "99")])
    let revision = try await site.revision(of: base)
    for path in ["events/new", "observations/new"] {
      _ = try await site.post("\(base)/\(path)", [("revision", "\(revision)")])
    }
    _ = try await site.upload("format: realist-case/1\nkind: unreal\n")
    _ = try await site.get("\(base)?done=frame")
  }
}

@Suite("Text that looks like markup")
struct MarkupTests {
  private static let nasty =
    "</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{formToken}}{{{x}}}&amp;"

  @Test(
    "What people write is shown as they wrote it, on every page, and runs nowhere", .timeLimit(.minutes(5)))
  func everywhere() async throws {
    let site = try TestSite()
    let base = try await site.begun()
    let nasty = Self.nasty
    for (question, fields) in [
      ("title", [("text", nasty)]), ("summary", [("text", nasty)]),
      ("partners", [("text", "\(nasty)\nOther \(nasty)")]),
      ("speaker", [("text", nasty)]), ("source", [("text", nasty)]),
      ("aims", [("aim-0", nasty), ("ambition-0", "high"), ("aim-source-0", nasty)]),
      ("concept.water-access", [("answer", "high"), ("source", nasty), ("note", nasty)]),
      ("end", [("answer", "improved"), ("text", nasty), ("source", nasty)]),
    ] {
      let answer = try await site.answer(base, question, fields + [("say", "save")])
      #expect(answer.status == 303, "\(question)")
    }
    for (path, fields) in [
      ("events/new", [("date", "2031"), ("what", nasty), ("kind", "other"), ("source", nasty)]),
      (
        "observations/new",
        [
          ("date", "2031"), ("concept", "shared-work"), ("score", "1"), ("lowest", "1"), ("highest", "5"),
          ("instrument", nasty), ("source", nasty),
        ]
      ),
    ] {
      let revision = try await site.revision(of: base)
      let answer = try await site.post("\(base)/\(path)", [("revision", "\(revision)")] + fields)
      #expect(answer.status == 303, "\(path)")
    }
    let crawler = Crawler(site)
    try await crawler.walk(from: base)
    let own = crawler.pages.filter { $0.key.hasPrefix(base) && !$0.key.hasSuffix(".yaml") }
    #expect(own.count > 12)
    for (address, page) in own {
      #expect(!page.contains("<script>alert"), "\(address)")
      #expect(!page.contains("<img src=x"), "\(address)")
    }
    #expect(own.values.contains { $0.contains("&lt;script&gt;alert(1)") && $0.contains("{{formToken}}") })
  }
}
