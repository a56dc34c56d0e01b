import Foundation
import TestSupport
import Testing

/// A mistake ends with 2, says what to do, and changes nothing.
@Suite("Mistakes in a synthesis by commands")
struct SynthesisMistakeTests {
  /// Types each line; the file of the review and all beside it stay as they were.
  private func expectRefusals(
    of command: String, _ lines: [(String, [String])], _ program: Program, _ folder: TemporaryFolder
  ) async throws {
    let (names, before) = (try folder.names(), try await program.run("review", "log", "s.realist").out)
    let file = try Data(contentsOf: URL(fileURLWithPath: folder("s.realist")))
    try await program.expectRefusals(of: command, lines)
    #expect(try await program.run("review", "log", "s.realist").out == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder("s.realist"))) == file)
    #expect(try folder.names() == names)
  }

  @Test("with sources and texts")
  func texts() async throws {
    try await SmallSynthesis.during { program, folder in
      _ = try folder.file("one.json", #"[{"id": "lee", "type": "book", "title": "T"}]"#)
      _ = try folder.file("old.rtf", #"{\rtf1 words}"#)
      _ = try folder.file("latin.txt", Array("one\ncaf".utf8) + [0xE9])
      try await expectRefusals(
        of: "review",
        [
          ("source s.realist Lee --csl one.json", ["“Lee” is no key", "auschra2018"]),
          ("source s.realist new2000", ["Say which work new2000 is"]),
          ("source s.realist new2000 --record 1", ["no record 1"]),
          ("source s.realist new2000 --csl none.json", ["none.json"]),
          ("source s.realist new2000 --csl refs.json", ["no work has the id new2000"]),
          ("source s.realist lee2020 --csl refs.json", ["described so already"]),
          ("source s.realist lee2020 --record 1 --csl refs.json", ["Use one"]),
          ("source s.realist lee2020 --role chief", ["chief"]),
          ("appraise s.realist none2000 --rigour high --because x", ["no source none2000"]),
          ("appraise s.realist lee2020 --because x", ["Say what is judged"]),
          ("appraise s.realist lee2020 --rigour high --because ' '", ["Say why"]),
          ("appraise s.realist lee2020 --rigour superb --because x", ["superb"]),
          ("texts add s.realist none2000 refs.json", ["no source none2000"]),
          ("texts add s.realist lee2020 none.txt", ["none.txt"]),
          ("texts add s.realist lee2020 lee.txt", ["this file is text 1 of lee2020 already"]),
          ("texts add s.realist lee2020 old.rtf", ["this is RTF"]),
          ("texts add s.realist lee2020 latin.txt", ["line 2, byte 8"]),
          ("texts add s.realist lee2020 lee.txt --form docx", ["lee.txt"]),
          ("texts show s.realist 9", ["no text 9"]), ("texts show s.realist 1 --page 7", ["no page 7"]),
          ("texts show s.realist 1 --page 1 --from 3", ["Use one"]),
          ("texts find s.realist '(a'", ["bracket"]), ("texts find s.realist a --text 9", ["no text 9"]),
          ("texts find s.realist a --most 10001", ["--most takes"]),
          ("texts seek s.realist '(a' --see", ["bracket"]),
          ("texts seek s.realist a --most 0", ["--most takes"]),
          ("texts replace s.realist 9 refs.json", ["no text 9"]),
          ("texts replace s.realist 1 lee.txt", ["its words are those of text 1"]),
          ("texts list s.realist --output s.realist", ["take its place"]),
          ("sources none.realist", ["no such review"]),
        ], program, folder)
    }
  }

  @Test("with passages and codings")
  func codings() async throws {
    try await SmallSynthesis.during { program, folder in
      _ = try folder.file(
        "bad.yaml", "format: realist-synthesis/1\ncodings:\n  - {passage: p99, theme: x}\n  - {passage: p9}\n"
      )
      _ = try folder.file("empty.yaml", "format: realist-synthesis/1\n")
      try await expectRefusals(
        of: "review",
        [
          ("passages mark s.realist 1 strawberries", ["doesn't stand in text 1"]),
          ("passages mark s.realist 1 growers", ["stands at 2 places", "--from 50 --to 57, page 1"]),
          ("passages mark s.realist 1 growers --page 3", ["at none with that page"]),
          ("passages mark s.realist 9 growers", ["no text 9"]),
          ("passages mark s.realist 1", ["by its words"]),
          ("passages mark s.realist 1 --from 3", ["--from and --to"]),
          ("passages mark s.realist 1 --from 3 --to 3", ["ends behind its start"]),
          ("passages mark s.realist 1 --from 3 --to 9999", ["276"]),
          ("passages mark s.realist 1 --from 201 --to 241", ["marked already: p11"]),
          ("passages show s.realist p2", ["no passage p2"]), ("passages show s.realist nine", ["nine"]),
          ("passages list s.realist --source none2000", ["no source none2000"]),
          ("code s.realist --passage p9", ["Nothing is coded"]),
          ("code s.realist --passage p99 --theme x", ["no passage p99"]),
          ("code s.realist --passage p9 --source lee2020 --theme x", ["without --source"]),
          ("code s.realist --theme x", ["Say what is coded"]),
          ("code s.realist --source lee2020 --theme x", ["Say where in lee2020"]),
          (
            "code s.realist --source lee202 --section S --paragraph 1 --theme x",
            ["no source lee202", "lee2020"]
          ),
          ("code s.realist --passage p9 --context ''", ["--context is empty"]),
          ("code s.realist --passage p9 --context 'buffers x'", ["outcomes alone"]),
          ("code s.realist --passage p9 --outcome 'much more x'", ["far ends"]),
          ("code s.realist --passage p9 --theme x --name lee-weekly", ["is called lee-weekly already"]),
          ("code s.realist --passage p9 --theme x --name 'A b'", ["can't be a name"]),
          ("merge-codes s.realist prid --into x", ["Nothing is coded “prid”", "“pride”"]),
          ("merge-codes s.realist 'talk each week' --into x", ["goes on as “weekly talk”"]),
          ("merge-codes s.realist reliance --into 'price lists'", ["stands for reliance"]),
          ("split-code s.realist 14.9 --into x", ["parts 1 to 3"]),
          ("split-code s.realist 14 --into x", ["no part"]),
          ("split-code s.realist 9.1 --into x", ["no coding 9"]),
          ("synthesise s.realist none.yaml", ["none.yaml"]),
          ("synthesise s.realist empty.yaml", ["empty.yaml", "no codings"]),
          ("synthesise s.realist bad.yaml", ["bad.yaml:3", "bad.yaml:4", "theme"]),
          ("undo s.realist 9", ["act 14 codes passage p9", "undo FILE 14"]),
          ("undo s.realist 14", ["rests candidate talk-builds-reliance on coding 14"]),
          ("undo s.realist 2", ["lee2020"]), ("undo s.realist 5", ["can't be taken back"]),
        ], program, folder)
    }
  }

  @Test("with concepts, candidates and the theory")
  func candidates() async throws {
    try await SmallSynthesis.during { program, folder in
      _ = try folder.file("broken.yaml", "format: realist-theory/1\nid: Not An Id\n")
      let made = try await program.run("review", "theory", "s.realist", "--output", "theory")
      try #require(made.code == 0, "\(made.err)")
      let review: [(String, [String])] = [
        ("judge s.realist none keep --because x", ["no candidate none"]),
        ("judge s.realist prices-hurd keep --because x", ["Did you mean prices-hurt?"]),
        ("judge s.realist prices-hurt merge --because x", ["Say into which"]),
        ("judge s.realist prices-hurt keep --into talk-alone --because x", ["merge only"]),
        ("judge s.realist prices-hurt merge --into prices-hurt --because x", ["would go on in itself"]),
        (
          "judge s.realist talk-builds-reliance merge --into talk-alone --because x",
          ["would go on in itself"]
        ),
        ("judge s.realist prices-hurt keep --because ' '", ["Say why"]),
        (
          "judge s.realist prices-hurt drop --status supported --because x",
          ["given to a candidate that is kept"]
        ),
        ("step s.realist consolidate --from none --memo x", ["no candidate none"]),
        ("step s.realist dissolve --from prices-hurt --memo x", ["dissolve"]),
        ("step s.realist situate --from prices-hurt --memo ' '", ["--memo"]),
        ("merge-concepts s.realist talk talk --because x", ["into itself"]),
        ("merge-concepts s.realist lists talk --because x", ["was merged into prices"]),
        ("merge-concepts s.realist none talk --because x", ["no concept none"]),
        (
          "rivals s.realist r --about x --reading 'a: prices hurt' --reading 'b: talk-alone'",
          ["“prices hurt” is no identifier"]
        ),
        ("compare s.realist 2026-02-31", ["neither an act nor a day"]),
        ("compare s.realist 2027-02-29", ["neither an act nor a day"]),
        (
          "compare s.realist \u{662}\u{660}\u{662}\u{666}-\u{660}\u{661}-\u{660}\u{661}",
          ["neither an act nor a day"]
        ),
        ("frame s.realist frame.yaml", ["framed so already"]), ("frame s.realist none.yaml", ["none.yaml"]),
        ("frame s.realist broken.yaml", ["broken.yaml:2"]),
        ("theory s.realist --output lee.txt", ["lee.txt"]),
        ("theory none.realist --output other", ["no such review"]),
        ("begin-from theory s.realist", ["a file of this name already"]),
        ("begin-from nowhere other.realist", ["nowhere"]),
        ("codebook s.realist --output s.realist", ["take its place"]),
        ("candidates s.realist --format docx", ["docx"]),
        ("rameses s.realist --output s.realist", ["take its place"]),
        ("refinements s.realist --output s.realist", ["take its place"]),
      ]
      let theory: [(String, [String])] = [
        ("saturation theory --order never", ["never"]), ("saturation nowhere", ["nowhere"]),
        ("saturation theory --svg theory/theory.yaml", ["take its place"]), ("gaps nowhere", ["nowhere"]),
        ("gaps theory --output theory/theory.yaml", ["take its place"]), ("clusters nowhere", ["nowhere"]),
        ("clusters theory --output theory/theory.yaml", ["take its place"]),
        ("table nothing theory", ["nothing"]), ("compare theory nowhere", ["nowhere"]),
        ("why nothing --theory theory", ["nothing"]),
      ]
      try await expectRefusals(of: "review", review, program, folder)
      try await expectRefusals(of: "theory", theory, program, folder)
    }
  }

  /// Files that were made to do harm, by a script of Python that writes them into its folder.
  private static let hostile = """
    import zipfile, zlib
    word = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
    levels = ''.join('<!ENTITY e%d "%s">' % (n, 'trust' if n == 1 else '&e%d;' % (n - 1) * 10) for n in range(1, 10))
    with zipfile.ZipFile('bomb.docx', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('word/document.xml', b'a' * (100 << 20))
    with zipfile.ZipFile('laughs.docx', 'w') as z:
      z.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
      z.writestr('word/document.xml', '<?xml version="1.0"?><!DOCTYPE x [%s]>' % levels + word % '&e9;')
    with zipfile.ZipFile('parts.odt', 'w') as z:
      z.writestr('mimetype', 'application/vnd.oasis.opendocument.text')
      for n in range(20000): z.writestr(f'content/{n}', b'')
    open('cut.pdf', 'wb').write(b'%PDF-1.7\\n1 0 obj << /Type /Catalog /Pages 1 0 R >>')
    """

  @Test("with files that were made to do harm")
  func hostile() async throws {
    try await SmallSynthesis.during { program, folder in
      let script = try folder.file("make.py", Self.hostile)
      try #require(try await program.shell("python3 '\(script)'").code == 0)
      try await expectRefusals(
        of: "review",
        [
          ("texts add s.realist lee2020 bomb.docx", ["bomb.docx: ", "more than 64 MB"]),
          ("texts add s.realist lee2020 laughs.docx", ["laughs.docx: ", "pandoc can't read it"]),
          ("texts add s.realist lee2020 parts.odt", ["parts.odt: "]),
          ("texts add s.realist lee2020 cut.pdf", ["cut.pdf: ", "pdftotext can't read it"]),
          ("texts replace s.realist 1 bomb.docx", ["more than 64 MB"]),
          ("texts add s.realist lee2020 .", ["no ordinary file"]),
          ("texts add s.realist lee2020 /dev/zero", ["no ordinary file"]),
        ], program, folder)
      // A reader of PDF that fails or isn't there changes nothing either.
      _ = try folder.file("reader", "#!/bin/sh\nkill -SEGV $$\n")
      try #require(try await program.shell("chmod +x reader").code == 0)
      for (reader, words) in [("./reader", "pdftotext"), ("/none", "poppler-utils"), ("", "switches off")] {
        let other = Program(
          variables: ["REALIST_REVIEWER": "Ann", "REALIST_PDFTOTEXT": reader], in: folder.path)
        try await expectRefusals(
          of: "review", [("texts add s.realist lee2020 roe.pdf", ["roe.pdf: ", words])], other, folder)
      }
    }
  }

  @Test("Nobody's name is guessed: an act without one is refused")
  func nobody() async throws {
    try await SmallSynthesis.during { _, folder in
      let program = Program(in: folder.path)
      try await expectRefusals(
        of: "review",
        [
          "source s.realist lee2020 --role other", "appraise s.realist lee2020 --rigour low --because x",
          "texts add s.realist lee2020 refs.json", "texts replace s.realist 1 refs.json",
          "texts seek s.realist growers --see",
          "passages mark s.realist 1 plums", "code s.realist --passage p9 --theme x",
          "merge-codes s.realist pride --into joy", "split-code s.realist 14.1 --into x",
          "synthesise s.realist synthesis.yaml",
          "judge s.realist prices-hurt drop --because x",
          "step s.realist situate --from prices-hurt --memo x",
          "merge-concepts s.realist prices deliveries --because x", "frame s.realist frame.yaml",
          "begin-from aunger-2021 new.realist",
          "codebook s.realist --from none.qdc",
        ].map { ($0, ["Say who you are"]) }, program, folder)
    }
  }
}
