/// Bytes that are ASCII, as nearly all of most files are.
enum PlainBytes {
  /// So many bytes are looked at together.
  private static let block = 64

  /// Whether bytes are UTF-8: plain blocks are passed over, and what lies between two of them is looked at in full. A
  /// character that a plain block cuts off is damaged in any case.
  static func areUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < bytes.count {
      let start = unsafe end(of: true, bytes, from: place)
      place = unsafe end(of: false, bytes, from: start)
      if place + block > bytes.count { place = bytes.count }
      // The span is within the bytes and does not outlive them.
      let other = unsafe Span<UInt8>(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[start..<place]))
      guard (try? UTF8Span(validating: other)) != nil else { return false }
    }
    return true
  }

  /// Where whole blocks end that are all plain, or all not.
  private static func end(of isPlain: Bool, _ bytes: UnsafeRawBufferPointer, from first: Int) -> Int {
    var place = first
    while place + block <= bytes.count, unsafe isPlainBlock(bytes, place) == isPlain { place += block }
    return place
  }

  private static func isPlainBlock(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    var all: UInt64 = 0
    // The caller has seen that the block is within the bytes.
    for word in 0..<block / 8 {
      all |= unsafe bytes.loadUnaligned(fromByteOffset: place + 8 * word, as: UInt64.self)
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
