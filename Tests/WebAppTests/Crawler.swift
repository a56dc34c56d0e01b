import Foundation
import HTTPTypes
import Testing

@testable import WebApp

/// Goes from link to link as a person might, and says what is wrong with the pages that it comes to.
final class Crawler {
  let site: TestSite
  private(set) var pages: [String: String] = [:]
  private(set) var faults: [String] = []
  /// Addresses that aren't followed: they lead to more of what was seen.
  private let most: Int

  init(_ site: TestSite, most: Int = 400) {
    self.site = site
    self.most = most
  }

  /// Comes to every page that links lead to.
  func walk(from start: String) async throws {
    var waiting = [start]
    var index = 0
    while index < waiting.count, pages.count < most {
      let address = String(waiting[index].prefix { $0 != "#" })
      index += 1
      guard pages[address] == nil else { continue }
      let answer = try await site.get(address)
      guard answer.status == 200 else {
        faults.append("\(address): \(answer.status)")
        pages[address] = ""
        continue
      }
      pages[address] = answer.text
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      look(at: answer.text, address)
      let links = answer.text.matches(of: #/href="(/[^"]*)"/#).map {
        String($0.1).replacing("&amp;", with: "&")
      }
      waiting += links.filter { !$0.hasPrefix("/assets/") }
    }
  }

  /// What no page may have, and what each must.
  private func look(at text: String, _ address: String) {
    func fault(_ words: String) { faults.append("\(address): \(words)") }
    if text.matches(of: #/<h1[ >]/#).count != 1 { fault("not one h1") }
    if !text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">") { fault("no language") }
    if text.contains(#/<title> *–/#) { fault("no title") }
    if text.contains(#/<script(?![^>]*src="\/assets\/)/#) { fault("a script inline") }
    let tags = text.matches(of: #/<[a-z][^<]*>/#).map { $0.0.replacing(#/"[^"]*"/#, with: "\"\"") }
    if tags.contains(where: { $0.contains(#/ (?:style|on[a-z]+)=/#) }) || text.contains("<style") {
      fault("a style or a handler inline")
    }
    if text.contains("{{") || text.contains("Optional(") { fault("a template that isn't filled") }
    let ids = text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    if !twice.isEmpty { fault("ids that stand twice: \(twice.prefix(3))") }
    for link in text.matches(of: #/href="#([^"]+)"/#) where !ids.contains(String(link.1)) {
      fault("a link to #\(link.1), which isn't there")
    }
    for label in text.matches(of: #/<label for="([^"]*)"/#) where !ids.contains(String(label.1)) {
      fault("a label of \(label.1), which isn't there")
    }
    for form in text.matches(of: #/<form method="post"[\s\S]*?<\/form>/#)
    where !form.0.contains("name=\"token\"") {
      fault("a form without its token")
    }
  }
}
