import Bibliography
import Testing

@Suite("Page ranges")
struct PageRangeTests {
  @Test(
    "A range is read whatever its dash, letters and cut-off digits",
    arguments: [
      ("811–828", "811–828"), ("185-274", "185–274"), ("53–59", "53–59"), ("E1-13", "E1–E13"),
      ("e1–e13", "E1–E13"),
      ("S45-S52", "S45–S52"), ("1055-67", "1055–1067"), ("pp. 526–538", "526–538"), (" 3 — 19 ", "3–19"),
      ("7-7", "7–7"),
    ])
  func ranges(csl: String, range: String) {
    #expect(PageRange(csl: csl)?.description == range)
  }

  @Test(
    "What gives no range is no range",
    arguments: [
      "", "82", "m1932", "p. 26", "7", "i-xii", "-", "12-", "-12", "90-10", "12-15-18", "12-15, 18",
      "S45-T52",
      "99999999999999999999-99999999999999999999", "1–٣", "abcde1-2",
    ])
  func noRange(csl: String) {
    #expect(PageRange(csl: csl) == nil)
  }

  @Test(
    "A page lies within, lies outside, or nothing can be said",
    arguments: [
      ("3-19", "3", true), ("3-19", "p. 19", true), ("3-19", "20", false), ("3-19", "5-7", true),
      ("3-19", "18–20", false), ("3-19", "xii", nil), ("3-19", "E5", nil), ("3-19", "E50", false),
      ("E1-13", "e13", true), ("E1-13", "", nil),
    ] as [(String, String, Bool?)])
  func contains(csl: String, page: String, lies: Bool?) throws {
    #expect(try #require(PageRange(csl: csl)).contains(page: page) == lies)
  }
}
