import Foundation
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("Hostile texts")
struct HostileTextTests {
  /// Adds a file to a review: the words of the refusal, if it is one; nothing of the review has changed then.
  private func adding(
    _ name: String, _ bytes: [UInt8], limit: Duration = .seconds(30)
  ) async throws -> String {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.empty(in: folder)
      try review.append(.sourceDescribed(MadeReview.source("lee2020")), by: "Ann")
      let (rows, path) = (try review.rows(), try folder.file(name, bytes))
      let start = ContinuousClock.now
      do throws(ReviewFault) {
        let text = try await TextExtraction(programs: TextPrograms(limit: limit)).text(of: path)
        _ = try review.addText(text, of: "lee2020", by: "Ann")
        return ""
      } catch {
        #expect(try review.rows() == rows)
        #expect(ContinuousClock.now - start < .seconds(50))
        return error.refusal
      }
    }
  }

  private static func entities(_ deepest: Int) -> String {
    let levels = (1...deepest).map { level in
      let inner = level == 1 ? "trust" : String(repeating: "&e\(level - 1);", count: 10)
      return "<!ENTITY e\(level) \"\(inner)\">"
    }
    return "<!DOCTYPE x [\(levels.joined())]>"
  }

  @Test("Entities that grow without end are not followed")
  func billionLaughs() async throws {
    let bomb = MadeDocuments.document("&e9;", before: Self.entities(9))
    #expect(
      try await adding("a.docx", MadeDocuments.docx("", document: bomb)).contains("pandoc can't read it"))
    let told = try await adding("a.odt", MadeDocuments.odt("&e9;", before: Self.entities(9)))
    #expect(told.contains("pandoc can't read it") || told.contains("no words"))
  }

  @Test("No file of the machine is read because a document asks for it")
  func external() async throws {
    try await TemporaryFolder.during { folder in
      let secret = try folder.file("secret.txt", "xyzzy-secret")
      let outer = "<!DOCTYPE x [<!ENTITY s SYSTEM \"file://\(secret)\">]>"
      let files: [(String, [UInt8])] = [
        ("a.docx", try MadeDocuments.docx("", document: MadeDocuments.document("Words &s;", before: outer))),
        ("a.odt", try MadeDocuments.odt("Words &s;", before: outer)),
        (
          "a.html",
          Array(
            "<p>Words<img src=\"\(secret)\"><iframe src=\"file://\(secret)\"></iframe><object data=\"\(secret)\">"
              .utf8)
        ),
      ]
      for (name, bytes) in files {
        let path = try folder.file(name, bytes)
        let text = try? await TextExtraction().text(of: path)
        #expect(!(text?.content.contains("xyzzy") ?? false), "\(name)")
      }
    }
  }

  /// A zip made by Python, which packs tightly.
  private func zip(_ script: String) throws -> [UInt8] {
    try TemporaryFolder.with { folder in
      let path = try folder.file("make.py", "import sys, zipfile, struct\nout = sys.argv[1]\n\(script)\n")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-W", "ignore", path, folder("out")]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder("out"))))
    }
  }

  @Test(
    "What would unpack to too much is refused by its list",
    arguments: [
      (
        """
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('word/document.xml', b'a' * (100 << 20))
        """, "more than 64 MB"
      ),
      (
        """
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('word/document.xml', b'<a/>')
          for n in range(20): z.writestr(f'word/media/{n}', b'\\0' * (4 << 20))
        """, "more than 64 MB"
      ),
      (
        """
        with zipfile.ZipFile(out, 'w') as z:
          for n in range(20000): z.writestr(f'word/{n}', b'')
        """, "no whole DOCX"
      ),
      (
        """
        with zipfile.ZipFile(out, 'w') as z:
          z.writestr('word/document.xml', b'<a/>'); z.writestr('../../etc/x', b'')
        """, "no whole DOCX"
      ),
      (
        """
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_LZMA) as z: z.writestr('word/document.xml', b'<a/>' * 99)
        """, "unusual way"
      ),
    ])
  func zipBombs(_ script: String, _ words: String) async throws {
    #expect(try await adding("a.docx", zip(script)).contains(words))
  }

  @Test("A list that says less than there is doesn't get further than the limits")
  func lyingList() async throws {
    let bytes = try zip(
      """
      with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('word/document.xml', b'<a>' * (60 << 20))
      b = bytearray(open(out, 'rb').read())
      at = b.rindex(b'PK\\1\\2')
      b[at + 24:at + 28] = struct.pack('<I', 400)
      b[22:26] = struct.pack('<I', 400)
      open(out, 'wb').write(b)
      """)
    #expect(try await adding("a.docx", bytes) != "")
  }

  @Test("Documents that were damaged by chance are read or refused", arguments: 0..<24)
  func mutations(_ seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let wholes: [(String, [UInt8])] = [
      ("a.pdf", MadePDF.bytes([["Trust grew."], ["It fell."]])),
      ("a.docx", try MadeDocuments.docx("Trust grew.")),
      ("a.odt", try MadeDocuments.odt("Trust grew.")), ("a.html", Array("<p>Trust <b>grew</b>.</p>".utf8)),
    ]
    for (name, whole) in wholes {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if seed % 5 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) }
      _ = try await adding(name, bytes)
    }
  }

  /// A PDF made by Python of objects and a trailer, each with what it needs to be followed.
  private func pdf(_ objects: String, trailer: String = "") throws -> [UInt8] {
    try zip(
      """
      import zlib
      objects, trailer = [], b''
      def stream(words, more=b''):
        packed = zlib.compress(words, 9)
        return b'<< /Length %d /Filter /FlateDecode %s >> stream\\n%s\\nendstream' % (len(packed), more, packed)
      page = b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> /Font << /F 6 0 R >> >> >>'
      font = b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
      catalog = b'<< /Type /Catalog /Pages 2 0 R >>'
      \(objects)
      \(trailer)
      body, places = b'%PDF-1.4\\n', []
      for number, words in enumerate(objects, 1):
        places.append(len(body))
        body += b'%d 0 obj\\n%s\\nendobj\\n' % (number, words)
      table = len(body)
      body += b'xref\\n0 %d\\n0000000000 65535 f \\n' % (len(objects) + 1)
      for place in places: body += b'%010d 00000 n \\n' % place
      trailer = trailer.replace(b'TABLE', b'%d' % table)
      body += b'trailer << /Size %d /Root 1 0 R %s >>\\nstartxref\\n%d\\n%%%%EOF\\n' % (len(objects) + 1, trailer, table)
      open(out, 'wb').write(body)
      """)
  }

  @Test(
    "A PDF that turns in circles, or says of itself what isn't so, is read or refused in time",
    arguments: [
      // Pages under themselves.
      ("objects = [catalog, b'<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>']", ""),
      // Two thousand million pages.
      (
        "objects = [catalog, b'<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', page, stream(b'BT /F 9 Tf (Words) Tj ET'), stream(b''), font]",
        ""
      ),
      // A form that draws itself, twice.
      (
        "objects = [catalog, b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, stream(b'/X Do'), stream(b'/X Do /X Do', b'/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>'), font]",
        ""
      ),
      // A table of places before this one, which is this one.
      (
        "objects = [catalog, b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, stream(b'BT /F 9 Tf (Words) Tj ET'), stream(b''), font]",
        "trailer = b'/Prev TABLE'"
      ),
    ])
  func circles(_ objects: String, _ trailer: String) async throws {
    let told = try await adding("a.pdf", pdf(objects, trailer: trailer))
    #expect(told == "" || told.contains("pdftotext") || told.contains("no words"), "\(told)")
  }

  @Test(
    "A PDF that unpacks to a thousand times its size is refused, or its text is no larger than a text may be")
  func packedPDF() async throws {
    let bytes = try pdf(
      "objects = [catalog, b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, stream(b'BT /F 9 Tf 9 TL ' + b'(a b c d) Tj T* ' * 9000000 + b'ET'), stream(b''), font]"
    )
    #expect(bytes.count < 2 << 20)
    let told = try await adding("a.pdf", bytes, limit: .seconds(5))
    #expect(told == "" || told.contains("64 MB") || told.contains("pdftotext"), "\(told)")
  }

  @Test("A text with more pages than any work has is refused")
  func pages() async throws {
    let many = String(repeating: "a\u{C}", count: 20_001)
    #expect(try await adding("a.txt", Array(many.utf8)).contains("20,000 pages"))
  }
}
