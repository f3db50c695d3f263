import Glibc
import Model

/// Decodes cells of one file; used by one thread at a time.
@safe
final class TextDecoder {
  let encoding: TextEncoding
  /// iconv's descriptor, opened when first needed.
  private var descriptor: iconv_t?
  private var buffer: [UInt8] = []

  /// A decoder of UTF-8 (to which UTF-16 has been transcoded) or GB18030.
  init(_ encoding: TextEncoding) { self.encoding = encoding }

  deinit {
    // Opened here and nowhere else closed.
    if let descriptor = unsafe descriptor { unsafe iconv_close(descriptor) }
  }

  /// The text of a cell, its ``CombiningMarks`` limited; `nil` where its bytes are not text in this encoding.
  func text(_ cell: Span<UInt8>) -> String? { exactText(cell).map(CombiningMarks.limited) }

  /// The same with all its marks.
  func exactText(_ cell: Span<UInt8>) -> String? {
    guard encoding == .gb18030 else {
      guard let text = try? UTF8Span(validating: cell) else { return nil }
      return String(copying: text)
    }
    var bytes = GB18030.spellingOutEuros(cell)
    return converted(&bytes)
  }

  private func converted(_ bytes: inout [UInt8]) -> String? {
    // The descriptor is this decoder's own, and open as long as it lives; iconv stays within the rooms that it is told.
    guard let descriptor = unsafe opened() else { return nil }
    // Two bytes of GB18030 are at most three of UTF-8, four are at most four.
    let needed = bytes.count * 2
    if buffer.count < needed { buffer = [UInt8](repeating: 0, count: max(needed, 256)) }
    var written = 0
    let isWhole = unsafe bytes.withUnsafeMutableBytes { input in
      unsafe buffer.withUnsafeMutableBytes { output in
        var from = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, output.count)
        // A cell before may have ended in the middle of a character.
        unsafe iconv(descriptor, nil, nil, nil, nil)
        let result = unsafe iconv(descriptor, &from, &left, &to, &room)
        written = output.count - room
        return result != -1 && left == 0
      }
    }
    return isWhole ? String(decoding: buffer[..<written], as: UTF8.self) : nil
  }

  private func opened() -> iconv_t? {
    // It is closed once, by what holds it.
    if unsafe descriptor == nil {
      let new = unsafe iconv_open("UTF-8", "GB18030")
      // iconv says "no" by -1.
      if unsafe new != iconv_t(bitPattern: -1) { unsafe descriptor = new }
    }
    return unsafe descriptor
  }
}

/// The bytes of GB18030.
enum GB18030 {
  /// Windows writes € as the single byte 0x80, which glibc refuses: the same with GB18030's own two bytes.
  static func spellingOutEuros(_ bytes: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x80 {
        result += [0xA2, 0xE3]
        index += 1
        continue
      }
      let end = min(index + length(bytes, at: index), bytes.count)
      for place in index..<end { result.append(bytes[place]) }
      index = end
    }
    return result
  }

  /// The length of the character that begins there.
  private static func length(_ bytes: Span<UInt8>, at index: Int) -> Int {
    guard bytes[index] > 0x80 else { return 1 }
    return index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1]) ? 4 : 2
  }
}
