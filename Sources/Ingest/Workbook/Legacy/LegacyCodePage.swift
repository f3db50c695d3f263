/// How Excel 95 keeps texts: in the bytes of a code page of Windows.
struct LegacyCodePage {
  /// The characters 0x80 to 0x9F of Windows-1252; the others are those of Latin 1, and so are the five it has not.
  private static let latin: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private let isLatin: Bool
  private let chinese: TextDecoder?

  /// The code page of a number; `nil` where the workbook does not say. Of those that are not known only ASCII is read.
  init(_ number: Int?) {
    isLatin = [1252, 0x8001].contains(number)
    chinese = [936, 54936].contains(number) ? TextDecoder(.gb18030) : nil
  }

  /// A text as UTF-8. Where its bytes are not text in the code page, or the code page is not known, a byte that is not
  /// UTF-8 stands in their place, so that the cell is found undecodable.
  func text(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    if let text = chinese?.text(bytes.span) { return Array(text.utf8) }
    guard isLatin else { return bytes.map { $0 < 0x80 ? $0 : 0xFF } }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(
        (0x80...0x9F).contains(byte) ? LegacyCodePage.latin[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return Array(String(text).utf8)
  }
}
