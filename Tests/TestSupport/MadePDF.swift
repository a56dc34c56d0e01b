/// A PDF (ISO 32000-1) of pages with lines of text in ASCII.
public enum MadePDF {
  /// The bytes of a PDF.
  ///
  /// - Parameter pages: for each page its lines; an empty list for one without words, as a scan has them.
  public static func bytes(_ pages: [[String]]) -> [UInt8] {
    let first = 4
    let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(first + 2 * index + 1) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
      let stream = "BT /F1 12 Tf 14 TL 72 770 Td \(shown) ET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }
}
