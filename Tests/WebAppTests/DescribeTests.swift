import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import WebApp

@Suite("Describing a collaboration")
struct DescribeTests {
  @Test("An answer is saved at once, and leads to the next question")
  func answering() async throws {
    let site = try TestSite()
    let base = try await site.begun()
    let answer = try await site.answer(base, "title", [("text", "Our garden"), ("say", "save")])
    #expect(answer.status == 303)
    #expect(answer.location == "\(base)/questions/summary")
    let document = try await site.document(base)
    #expect(document.contains("title: Our garden") && document.contains("id: our-garden"))
  }

  @Test("Every question can be passed with “I do not know”, and the walk ends", .timeLimit(.minutes(2)))
  func unknown() async throws {
    let site = try TestSite()
    let base = try await site.begun()
    var seen: Set<String> = []
    let subject = try await site.site.collaboration(String(base.split(separator: "/")[1]))
    for question in subject.interview.groups.flatMap(\.questions) {
      let page = try await site.get("\(base)/questions/\(question.id.text)")
      #expect(page.text.contains("I do not know"))
      let isRadio = page.text.contains("type=\"radio\"")
      let fields = isRadio ? [("answer", "not known"), ("say", "save")] : [("say", "unknown")]
      let answer = try await site.answer(base, question.id.text, fields)
      #expect(answer.status == 303, "\(question.id.text)")
      seen.insert(answer.location ?? "")
    }
    #expect(seen.contains("\(base)?done=frame"))
    #expect(try await site.get("\(base)/assessment").status == 200)
  }

  @Test("What can't be taken is said beside the field, stays in the form, and saves nothing")
  func refusal() async throws {
    let site = try TestSite()
    let base = try await site.begun()
    let before = try await site.document(base)
    let answer = try await site.answer(base, "start", [("date", "the 3rd of <June>"), ("say", "save")])
    #expect(answer.status == 422)
    #expect(answer.text.contains("is no date") && answer.text.contains("value=\"the 3rd of &lt;June&gt;\""))
    #expect(answer.text.contains("<title>Error: "))
    #expect(try await site.document(base) == before)
  }

  @Test("An answer to a page that is older than the last change is not taken")
  func stale() async throws {
    let site = try TestSite()
    let base = try await site.begun()
    _ = try await site.answer(base, "title", [("text", "First"), ("say", "save")])
    let late = try await site.post(
      "\(base)/questions/title", [("revision", "1"), ("text", "Second"), ("say", "save")])
    #expect(late.status == 409)
    #expect(try await site.document(base).contains("title: First"))
  }

  @Test("Of two answers that arrive at once, one is taken and the other is told so")
  func race() async throws {
    let site = try TestSite()
    let base = try await site.begun()
    let id = String(base.split(separator: "/")[1])
    let store = site.site.store
    let old = try await store.collaboration(id)
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          guard let next = try? old.subject.adding(Event.sample(number)) else { return false }
          return (try? await store.save(next, sitting: old.sitting, over: old, kind: .told, about: "")) != nil
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 }.count == 1)
    #expect(try await store.collaboration(id).subject.events.count == 1)
  }

  @Test("A document goes in and comes out, byte for byte as the writer writes it")
  func roundTrip() async throws {
    let site = try TestSite(.bundled)
    for bundled in site.site.library.cases.prefix(4) {
      let base = try await site.bring(bundled.text)
      #expect(try await site.document(base) == CaseDocument.write(bundled.subject).text)
    }
  }

  @Test("A faulty document is told fault by fault with its lines, and saves nothing")
  func faulty() async throws {
    let site = try TestSite()
    let text =
      "format: realist-case/1\nid: a\ntitle: <b>T</b>\nsummary: S\nkind: unreal\ncolour: <i>blue</i>\n"
    let answer = try await site.upload(text)
    #expect(answer.status == 422)
    #expect(answer.text.contains("Line 5.") && answer.text.contains("Line 6."))
    #expect(!answer.text.contains("<b>T") && !answer.text.contains("<i>blue"))
    #expect(try await site.site.store.collaborations().isEmpty)
  }

  @Test("Hostile documents are refused in time, and save nothing", .timeLimit(.minutes(3)))
  func hostile() async throws {
    let site = try TestSite()
    for hostile in HostileText.all.prefix(8) {
      let answer = try await site.upload(hostile.text)
      #expect(answer.status == 422, "\(hostile.name): \(answer.status)")
    }
    #expect(try await site.site.store.collaborations().isEmpty)
  }

  @Test("A document that names files beside it has none of them read")
  func filesBeside() async throws {
    let site = try TestSite()
    let text =
      "format: realist-case/1\nid: a\ntitle: T\nsummary: S\nkind: real\nbeside: [/etc/passwd, ./x.yaml, quarry-row]\n"
    let base = try await site.bring(text)
    let subject = try await site.site.collaboration(String(base.split(separator: "/")[1]))
    #expect(subject.beside.map(\.id.text) == ["quarry-row"])
    #expect(try await site.get("\(base)/assessment").status == 200)
  }

  @Test("What was deleted is gone, with all its states")
  func deletion() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    _ = try await site.get("\(base)/assessment")
    #expect(try await site.get("\(base)/delete").text.contains("can’t be undone"))
    #expect(try await site.post("\(base)/delete").location == "/")
    #expect(try await site.get(base).status == 404)
    #expect(try await site.site.store.assessments(of: String(base.split(separator: "/")[1])).isEmpty)
  }
}
