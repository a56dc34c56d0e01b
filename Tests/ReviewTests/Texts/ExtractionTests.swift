import Foundation
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("Texts from files")
struct ExtractionTests {
  private func text(_ name: String, _ bytes: some Sequence<UInt8>) async throws -> ExtractedText {
    try await TemporaryFolder.during { folder in
      try await TextExtraction().text(of: folder.file(name, bytes))
    }
  }

  private func refusal(
    _ name: String, _ bytes: some Sequence<UInt8>, _ programs: TextPrograms = TextPrograms()
  ) async throws -> String {
    try await TemporaryFolder.during { folder in
      let path = try folder.file(name, bytes)
      do throws(ReviewFault) {
        _ = try await TextExtraction(programs: programs).text(of: path)
        return ""
      } catch {
        #expect(error.refusal.hasPrefix(path + ": "))
        return error.refusal
      }
    }
  }

  @Test("A PDF gives its words and where its pages begin")
  func pdf() async throws {
    let bytes = MadePDF.bytes([
      ["Trust grew at first."], ["Then it fell.", "Nobody said why."], ["The end."],
    ])
    let text = try await text("a.pdf", bytes)
    #expect(text.form == .pdf && text.pages.map(\.label) == ["1", "2", "3"])
    #expect(
      text.content.split(separator: "\u{C}").map { $0.split(separator: "\n").first } == [
        "Trust grew at first.", "Then it fell.", "The end.",
      ])
    let scalars = Array(text.content.unicodeScalars)
    #expect(text.pages.map { scalars[$0.offset] } == ["T", "T", "T"])
    #expect(text.madeBy?.hasPrefix("pdftotext ") ?? false)
    #expect(text.madeBy?.last?.isNumber ?? false)
    #expect(text.fileChecksum == TextChecksum.of(bytes))
  }

  @Test("A PDF is known by its content, whatever it is called")
  func byContent() async throws {
    #expect(try await text("a.txt", MadePDF.bytes([["Words."]])).form == .pdf)
    #expect(try await text("a.bin", MadeDocuments.docx("Words")).form == .docx)
    #expect(try await text("a.docx", MadeDocuments.odt("Words")).form == .odt)
  }

  @Test("A PDF without words is refused as a scan, and a damaged one with what to do")
  func withoutWords() async throws {
    #expect(try await refusal("scan.pdf", MadePDF.bytes([[], []])).contains("it may be a scan"))
    let whole = MadePDF.bytes([["Words."]])
    #expect(try await refusal("cut.pdf", whole.prefix(20)).contains("pdftotext can't read it"))
  }

  @Test("DOCX, ODT and HTML give their words through Pandoc")
  func pandoc() async throws {
    for (name, bytes) in [
      ("a.docx", try MadeDocuments.docx("Trust grew caf\u{E9} \u{5D0}\u{5DE}\u{5D5}\u{5DF}.")),
      ("a.odt", try MadeDocuments.odt("Trust grew caf\u{E9} \u{5D0}\u{5DE}\u{5D5}\u{5DF}.")),
      (
        "a.html",
        Array("<p>Trust <b>grew</b> caf&eacute; \u{5D0}\u{5DE}\u{5D5}\u{5DF}.</p><script>no()</script>".utf8)
      ),
    ] {
      let text = try await text(name, bytes)
      #expect(text.content.contains("Trust grew caf\u{E9} \u{5D0}\u{5DE}\u{5D5}\u{5DF}."), "\(name)")
      #expect(text.form.rawValue == name.dropFirst(2) && text.pages.isEmpty)
      #expect(text.madeBy?.hasPrefix("pandoc ") ?? false)
      #expect(!text.content.contains("no()"))
    }
  }

  @Test(
    "Plain text is UTF-8, or UTF-16 that says so; anything else is refused with the place of the first bad byte"
  )
  func plain() async throws {
    let words = "Trust\r\ngrew \u{1F600}"
    #expect(try await text("a.txt", Array(words.utf8)).content == "Trust\ngrew \u{1F600}")
    #expect(
      try await text("a.md", [0xEF, 0xBB, 0xBF] + Array(words.utf8)).content == "Trust\ngrew \u{1F600}")
    var (low, high): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    for unit in words.utf16 {
      low += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      high += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try await text("a.txt", low).content == "Trust\ngrew \u{1F600}")
    #expect(try await text("a.txt", high).content == "Trust\ngrew \u{1F600}")
    #expect(try await refusal("a.txt", low.dropLast()).contains("UTF-16"))
    #expect(
      try await refusal("a.txt", Array("one\ntwo caf".utf8) + [0xE9, 0x20]).contains(
        "line 2, byte 12 of the file"))
    #expect(try await refusal("a.txt", Array("one\n".utf8) + [0, 1]).contains("line 2, byte 5"))
    #expect(try await refusal("a.txt", [UInt8]()).contains("empty"))
    #expect(try await refusal("a.txt", Array(" \n -".utf8)).contains("no words"))
  }

  @Test("What is mended may be longer than what came, and shorter: the limit is on what is kept")
  func longerThanItCame() throws {
    func kept(_ content: String, atMost most: Int) throws(TextExtraction.Fault) -> Int {
      try ExtractedText(file: "a", form: .plain, fileChecksum: "0", content: content, atMost: most).content
        .utf8
        .count
    }
    let grows = "Words" + String(repeating: "\0", count: 100)
    #expect(try kept(grows, atMost: 305) == 305)
    let fault = #expect(throws: TextExtraction.Fault.self) { try kept(grows, atMost: 304) }
    #expect(fault?.words.contains("larger than 64 MB") == true)
    #expect(try kept(String(repeating: "a\r\n", count: 100), atMost: 200) == 200)
    #expect(ExtractedText.mostBytes == 64 << 20)
  }

  @Test(
    "Files of other forms are refused with the remedy",
    arguments: [
      (#"{\rtf1 words}"#, "this is RTF"), ("PK\u{3}\u{4} something", "no DOCX and no ODT"),
      ("%PDF-1.7 nothing", "can't read it"),
    ])
  func others(_ content: String, _ words: String) async throws {
    #expect(try await refusal("a.bin", Array(content.utf8)).contains(words))
    #expect(try await refusal("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]).contains("Save it as DOCX"))
  }

  @Test("What is no file is refused", arguments: ["", "no/such", "a\0b"])
  func noFile(_ path: String) async {
    await #expect(throws: ReviewFault.self) { try await TextExtraction().text(of: path) }
  }

  @Test("A program that isn't here is named with its package")
  func missing() async throws {
    let none = TextPrograms(poppler: .at("/nowhere/pdftotext"), pandoc: .at("/nowhere/pandoc"))
    let pdf = MadePDF.bytes([["Words."]])
    #expect(try await refusal("a.pdf", pdf, none).contains("apt-get install poppler-utils"))
    #expect(try await refusal("a.html", Array("<p>Words".utf8), none).contains("apt-get install pandoc"))
    let off = TextPrograms(poppler: .none, pandoc: .none)
    #expect(try await refusal("a.pdf", pdf, off).contains("Unset REALIST_PDFTOTEXT"))
  }

  /// A program that does something else than it should.
  private func withProgram(
    _ script: String, limit: Duration = .seconds(60),
    _ body: (TextPrograms, TemporaryFolder) async throws -> Void
  ) async throws {
    try await TemporaryFolder.during { folder in
      let path = try folder.file("pdftotext", "#!/bin/sh\n\(script)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      try await body(TextPrograms(poppler: .at(path), limit: limit), folder)
    }
  }

  @Test("A PDF that hangs its reader is refused at the limit, and what was started is ended")
  func hanging() async throws {
    try await withProgram("sleep 977 & echo $! > \"$(dirname \"$0\")/child\"; sleep 978", limit: .seconds(1))
    {
      programs, folder in
      let start = ContinuousClock.now
      #expect(
        try await refusal("a.pdf", MadePDF.bytes([["Words."]]), programs).contains("took longer than 1 s"))
      #expect(ContinuousClock.now - start < .seconds(30))
      let child = try String(contentsOfFile: folder("child"), encoding: .utf8)
      let number = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
      // An ended process may wait for whoever reaps it.
      let state = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ") Z"
      #expect(state.contains(") Z"))
    }
  }

  @Test("A reader that never stops writing is stopped")
  func endless() async throws {
    try await withProgram("exec cat /dev/zero") { programs, _ in
      let told = try await refusal("a.pdf", MadePDF.bytes([["Words."]]), programs)
      #expect(told.contains("larger than 64 MB"))
    }
  }

  @Test("A reader gets no input, its own environment, and a name that is no option")
  func surroundings() async throws {
    let script =
      "cat; echo home $HOME; echo \"shell <$LOGNAME$REALIST_HOME>\"; for a; do echo \"arg $a\"; done"
    try await withProgram(script) { programs, folder in
      let path = try folder.file("-opw.pdf", MadePDF.bytes([["Words."]]))
      let told = try await TextExtraction(programs: programs).text(of: path).content
      #expect(told.contains("home /nonexistent\nshell <>\narg -q\n"))
      #expect(!told.contains("-opw") && told.contains("/file.pdf\narg -\n"))
    }
  }
}
