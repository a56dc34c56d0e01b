import Documents
import Foundation
import TestSupport
import Testing

@testable import Review

@Suite("REFI-QDA codebooks")
struct QDACodebookTests {
  private func read(_ text: String) throws -> QDACodebook.Reading {
    try QDACodebook.read(DocumentFile(name: "codes.qdc", text: text))
  }

  private func book(_ inner: String) -> String {
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">\(inner)</CodeBook>"
  }

  @Test("A codebook as another program writes it is read with its tree, colours, descriptions and sets")
  func reading() throws {
    let reading = try read(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <qda:CodeBook xmlns:qda="urn:QDA-XML:codebook:1:0" origin="Another 2.1">
        <qda:Codes>
          <qda:Code guid="{2a08bddf-4c35-4250-bf77-7de37b50c930}" name="Working  together" isCodable="false" color="#F0a">
            <qda:Description>What holds &lt;them&gt;&#xD;
      together</qda:Description>
            <qda:Code guid="2D969AF8-C875-4FAE-BCD8-F0162BC27396" name="R &amp; D" isCodable="1" color="#00ff00"/>
          </qda:Code>
        </qda:Codes>
        <qda:Sets>
          <qda:Set guid="6D969AF8-C875-4FAE-BCD8-F0162BC27396" name="Seen">
            <qda:MemberCode guid="2d969af8-c875-4fae-bcd8-f0162bc27396"/>
          </qda:Set>
        </qda:Sets>
      </qda:CodeBook>
      """)
    #expect(reading.mended.isEmpty)
    let inner = QDACodebook.Code(
      guid: "2D969AF8-C875-4FAE-BCD8-F0162BC27396", name: "R & D", colour: "#00ff00")
    let outer = QDACodebook.Code(
      guid: "2A08BDDF-4C35-4250-BF77-7DE37B50C930", name: "Working together",
      description: "What holds <them>\r\ntogether", colour: "#ff00aa", isCodable: false, children: [inner])
    let set = QDACodebook.CodeSet(
      guid: "6D969AF8-C875-4FAE-BCD8-F0162BC27396", name: "Seen", members: [inner.guid])
    #expect(reading.codebook == QDACodebook(origin: "Another 2.1", codes: [outer], sets: [set]))
  }

  @Test("The XML is as the schema of version 1.0 has it")
  func writing() {
    let inner = QDACodebook.Code(guid: "2D969AF8-C875-4FAE-BCD8-F0162BC27396", name: "a \"b\"\n<c>")
    let codebook = QDACodebook(
      origin: "realist",
      codes: [
        QDACodebook.Code(
          guid: "2A08BDDF-4C35-4250-BF77-7DE37B50C930", name: "top", description: "x\u{1}y",
          colour: "#012345",
          isCodable: false, children: [inner])
      ],
      sets: [
        QDACodebook.CodeSet(guid: "6D969AF8-C875-4FAE-BCD8-F0162BC27396", name: "s", members: [inner.guid])
      ])
    #expect(
      codebook.xml == """
        <?xml version="1.0" encoding="utf-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="realist">
          <Codes>
            <Code guid="2A08BDDF-4C35-4250-BF77-7DE37B50C930" name="top" isCodable="false" color="#012345">
              <Description>xy</Description>
              <Code guid="2D969AF8-C875-4FAE-BCD8-F0162BC27396" name="a &quot;b&quot; &lt;c&gt;" isCodable="true"/>
            </Code>
          </Codes>
          <Sets>
            <Set guid="6D969AF8-C875-4FAE-BCD8-F0162BC27396" name="s">
              <MemberCode guid="2D969AF8-C875-4FAE-BCD8-F0162BC27396"/>
            </Set>
          </Sets>
        </CodeBook>

        """)
  }

  @Test("A GUID follows from the name alone, as a UUID of version 5")
  func guids() {
    let one = QDAGuid.derived(from: "trusting")
    #expect(one == QDAGuid.derived(from: "trusting") && one != QDAGuid.derived(from: "Trusting"))
    #expect(UUID(uuidString: one) != nil && QDAGuid.read(one) == one)
    let signs = Array(one)
    #expect(signs[14] == "5" && "89AB".contains(signs[19]))
    for none in [
      "", "g1", "{\(one)", one + "0", one.replacing("-", with: "+"), String(repeating: "٣", count: 36),
    ] {
      #expect(QDAGuid.read(none) == nil, "\(none)")
    }
  }

  @Test("What is written is read again as it was", arguments: 0..<200)
  func roundTrip(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let codebook = Self.random(&random)
    let reading = try read(codebook.xml)
    #expect(reading.codebook == codebook, "seed \(seed)")
    #expect(reading.mended.isEmpty, "seed \(seed): \(reading.mended)")
  }

  /// A codebook of nasty texts; names are as a reader gives them: on one line, with single spaces.
  private static func random(_ random: inout SplitMix64) -> QDACodebook {
    func text() -> String {
      let scalars = NastyText.random(using: &random).unicodeScalars.filter {
        ![0xFFFE, 0xFFFF].contains($0.value)
          && ($0.properties.generalCategory != .control || "\t\n\r".unicodeScalars.contains($0))
      }
      return String(String.UnicodeScalarView(scalars))
    }
    func name(_ number: Int) -> String {
      let words = (text() + " \(number)").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // Cut within a character it may begin with white space again.
      return words.suffix(200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var codes: [QDACodebook.Code] = []
    for number in 0..<Int.random(in: 1...6, using: &random) {
      let words = text()
      let inner = Bool.random(using: &random) ? codes : []
      codes = (inner.isEmpty ? codes : [])
      codes.append(
        QDACodebook.Code(
          guid: QDAGuid.derived(from: "\(number)"), name: name(number),
          description: words.allSatisfy(\.isWhitespace) ? nil : words,
          colour: Bool.random(using: &random) ? "#0a1b2c" : nil, isCodable: Bool.random(using: &random),
          children: inner))
    }
    let guids = QDACodebook(codes: codes).allCodes.map(\.code.guid)
    let members = guids.filter { _ in Bool.random(using: &random) }
    return QDACodebook(
      origin: Bool.random(using: &random) ? "x & y" : nil, codes: codes,
      sets: Bool.random(using: &random) ? [QDACodebook.CodeSet(name: name(9), members: members)] : [])
  }

  @Test(
    "What can't be used is refused, with the line and what to do",
    arguments: [
      ("<!DOCTYPE a [<!ENTITY x \"y\">]><CodeBook/>", "entities"), ("<html/>", "no REFI-QDA codebook"),
      ("no XML", "outside the root"), ("<CodeBook><Codes/></CodeBook>", "no code"),
      ("<CodeBook><Codes><Code name=\"a\"></Codes></CodeBook>", "should stand"),
      ("<CodeBook><Codes><Code name=\" \" guid=\"\"/></Codes></CodeBook>", "no name"),
      ("<CodeBook><Codes><Code name=\"a&nbsp;b\"/></Codes></CodeBook>", "well-formed"),
      ("<CodeBook><Codes><Code name=\"a\"/></Codes></CodeBook><b/>", "second root"),
      ("<CodeBook><Codes><Code name=\"a\"/>", "no end"),
      (
        "<CodeBook><Codes><Code name=\"a\" guid=\"2D969AF8-C875-4FAE-BCD8-F0162BC27396\"/>"
          + "<Code name=\"b\" guid=\"{2d969af8-c875-4fae-bcd8-f0162bc27396}\"/></Codes></CodeBook>",
        "stands here and on line 1"
      ),
      (
        "<CodeBook><Codes>" + String(repeating: "<Code name=\"a\">", count: 101) + "</Codes></CodeBook>",
        "deep"
      ),
    ])
  func refusals(_ text: String, _ words: String) throws {
    let fault = try #require(throws: FaultyDocument.self) { try read(text) }
    #expect(fault.description.contains(words) && fault.description.hasPrefix("codes.qdc:"), "\(fault)")
  }

  @Test("What is merely odd is mended, and told")
  func mending() throws {
    let reading = try read(
      book(
        "<Codes><Code guid=\"g1\" name=\"a\" color=\"red\" isCodable=\"maybe\"><NoteRef targetGUID=\"x\"/></Code></Codes>"
          + "<Sets><Set name=\"s\"><MemberCode guid=\"g1\"/><MemberCode guid=\"g2\"/></Set></Sets>"))
    let code = try #require(reading.codebook.codes.first)
    #expect(code.guid == QDAGuid.derived(from: "g1") && code.colour == nil && code.isCodable)
    #expect(reading.codebook.sets.map(\.members) == [[code.guid]])
    #expect(reading.mended.count == 6)
    for words in ["GUID", "colour", "isCodable", "NoteRef", "isn't there"] {
      #expect(reading.mended.contains { $0.contains(words) }, "\(words)")
    }
  }

  @Test("No damage to a codebook traps or hangs the reader", arguments: 0..<8)
  func mutations(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let whole = Array(Self.random(&random).xml.utf8)
    for _ in 0..<250 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(contentsOf: "<Code name=\"".utf8, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      _ = try? QDACodebook.read(DocumentFile(name: "x", bytes: bytes))
    }
  }
}
