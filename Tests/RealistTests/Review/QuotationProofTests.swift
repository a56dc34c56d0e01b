import Foundation
import TestSupport
import Testing

/// What a passage's offsets mean is proved by another program: Python counts code points, too.
@Suite("Quotations that another program checks")
struct QuotationProofTests {
  /// Reads the text that was kept and the passages that were marked, and says how many of them stand where they are said to.
  private static let check = """
    import hashlib, json, sys
    words = json.load(open('text.json'))['words']
    passages = json.load(open('passages.json'))
    texts = json.load(open('texts.json'))
    assert len(words) == texts[0]['length'], (len(words), texts[0]['length'])
    assert hashlib.sha256(words.encode()).hexdigest() == texts[0]['checksum']
    assert hashlib.sha256(open('text.txt', 'rb').read()).hexdigest() == texts[0]['fileChecksum']
    kept = open('text.txt', 'rb').read().decode().replace('\\r\\n', '\\n').replace('\\r', '\\n')
    assert words == kept, 'the text itself is changed'
    for passage in passages:
      quote, place = passage['selectors']['quote'], passage['selectors']['position']
      start, end = place['start'], place['end']
      assert words[start:end] == quote['exact'], passage
      assert words[max(0, start - 32):start] == quote['prefix'], passage
      assert words[end:end + 32] == quote['suffix'], passage
    print(len(passages))
    """

  private func during(
    _ text: String, marking lines: [String], _ body: (Program, TemporaryFolder) async throws -> Void
  ) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      _ = try folder.file("text.txt", Array(text.utf8))
      _ = try folder.file("check.py", Self.check)
      _ = try folder.file("refs.json", #"[{"id": "lee2020", "type": "book", "title": "T"}]"#)
      let begin = [
        "new r.realist --title T", "source r.realist lee2020 --csl refs.json",
        "texts add r.realist lee2020 text.txt",
      ]
      try await program.review(begin + lines.map { "passages mark r.realist 1 \($0)" })
      for (name, line) in [
        ("text", "texts show r.realist 1"), ("texts", "texts list r.realist"),
        ("passages", "passages list r.realist"),
      ] {
        let outcome = try await program.shell("\"$0\" review \(line) --format json > \(name).json")
        try #require(outcome.code == 0, "\(outcome.err)")
      }
      try await body(program, folder)
    }
  }

  private func expectProof(_ count: Int, _ program: Program) async throws {
    let checked = try await program.shell("python3 check.py")
    #expect(checked.code == 0 && checked.out == "\(count)\n", "\(checked.err)")
    let own = try await program.run("review", "passages", "check", "r.realist")
    #expect(own.code == 0 && own.told.contains("as they were marked: \(count) of \(count)."), "\(own)")
  }

  @Test(
    "Combining signs, all three line ends, right-to-left words and signs beyond the first plane: every offset is right"
  )
  func hard() async throws {
    let text =
      "Cafe\u{301} talk\r\ngrew.\rThen \u{1F469}\u{200D}\u{1F33E} met \u{1D11E}.\n\r\n"
      + "\u{202B}\u{5D4}\u{5DE}\u{5D8}\u{5D1}\u{5D7} \u{5E9}\u{5DC}\u{5E0}\u{5D5}\u{202C} (\u{645}\u{637}\u{628}\u{62E}) o\u{308}\u{304}ffnet\u{C}"
      + "\u{1100}\u{1161}\u{11A8} \u{AC01} end e\u{301}\u{301}."
    try await during(
      text,
      marking: [
        "'Caf\u{E9} talk'", "'talk grew'",
        "'\u{5D4}\u{5DE}\u{5D8}\u{5D1}\u{5D7} \u{5E9}\u{5DC}\u{5E0}\u{5D5}'",
        "'\u{645}\u{637}\u{628}\u{62E}'", "'\u{1D11E}'", "'\u{1F469}\u{200D}\u{1F33E} met'", "end --page 2",
        "--from 3 --to 4", "--from 4 --to 5", "--from 21 --to 22", "--from 0 --to 60", "--from 45 --to 72",
      ]
    ) { program, _ in try await expectProof(12, program) }
  }

  @Test("In a text of 10 MB the first, the middle and the last words are quoted as they stand")
  func large() async throws {
    let paragraph =
      "The \u{1F600} growers\u{2019} trust e\u{301}tait la\u{300}; \u{5D0}\u{5DE}\u{5D5}\u{5DF} again.\r\n\r\n"
    let text =
      "The very first words.\r\n\r\n"
      + String(repeating: paragraph, count: (10 << 20) / paragraph.utf8.count) + "The very last words."
    #expect(text.utf8.count > 10_400_000)
    try await during(
      text,
      marking: [
        "'very first words'", "'very last words'", "--from 4000000 --to 4000100",
        "--from 3999990 --to 4000010",
      ]
    ) { program, _ in try await expectProof(4, program) }
  }
}
