/// A small file that is read whole, such as a configuration, in one of the encodings that returns may have.
public enum WholeText {
  /// A file that is text in none of them.
  public struct Undecodable: Error, Sendable {
    /// The first line that is not, from 1.
    public let line: Int
  }

  /// The text without its byte order mark, from UTF-8, UTF-16 with a mark, or GB18030. Throws where it is none of them.
  public static func of(_ bytes: [UInt8]) throws(Undecodable) -> String {
    try unsafe bytes.withUnsafeBytes { bytes in
      // The text does not outlive the bytes.
      unsafe TextEncoding.withText(of: bytes) { text, encodings, _ in
        let span = unsafe Span<UInt8>(_unsafeBytes: text)
        let isGB18030 = unsafe encodings.first == .gb18030 && !isMostlyUTF8(text)
        return decoded(span, by: TextDecoder(isGB18030 ? .gb18030 : .utf8))
      }
    }.get()
  }

  private static func decoded(_ text: Span<UInt8>, by decoder: TextDecoder) -> Result<String, Undecodable> {
    if let whole = decoder.exactText(text) { return .success(whole) }
    var (line, start) = (1, 0)
    for index in 0..<text.count where text[index] == UInt8(ascii: "\n") {
      if decoder.exactText(text.extracting(start..<index)) == nil { break }
      (line, start) = (line + 1, index + 1)
    }
    return .failure(Undecodable(line: line))
  }

  /// Whether most of what is not ASCII is UTF-8: a file with a damaged character, which read as GB18030 would be other
  /// words.
  private static func isMostlyUTF8(_ text: UnsafeRawBufferPointer) -> Bool {
    var (good, bad) = (0, 0)
    for scalar in unsafe String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { bad += 1 } else { good += 1 }
    }
    return good > bad
  }
}
