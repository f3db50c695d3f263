/// Files whose columns stand between full-width commas, as a clerk types them.
enum FullWidthCommas {
  /// What takes the place of the commas: a character that no text holds.
  static let separator: UInt8 = 0x1F

  /// The same text with a separator for each full-width comma outside of double quotes.
  static func replaced(in text: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> [UInt8] {
    let comma: [UInt8] = encoding == .gb18030 ? [0xA3, 0xAC] : [0xEF, 0xBC, 0x8C]
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isQuoted = false
    var index = 0
    while index < text.count {
      let byte = unsafe text[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      // The second byte of a character of GB18030 may look like the first of another.
      let length = encoding == .gb18030 && byte > 0x80 ? 2 : 1
      if !isQuoted, byte == comma[0], unsafe text[index...].starts(with: comma) {
        result.append(separator)
        index += comma.count
      } else {
        let end = min(index + length, text.count)
        // The range is within the text, which is copied.
        unsafe result.append(contentsOf: text[index..<end])
        index = end
      }
    }
    return result
  }
}
