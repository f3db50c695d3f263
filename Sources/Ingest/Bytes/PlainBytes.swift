/// Bytes that are ASCII or Chinese, as nearly all of most files are.
enum PlainBytes {
  /// Whether bytes are UTF-8: eight bytes of ASCII are looked at together, and each character of three bytes, as Chinese
  /// has. From where there is another on, the standard library looks at them.
  static func areUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    let lastBlock = bytes.count - 32
    while place + 8 <= bytes.count {
      // Eight bytes are there; the first is the lowest.
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let others = word & 0x8080_8080_8080_8080
      if others == 0 {
        place &+= 8
        // Where there is ASCII there is mostly more of it.
        while place <= lastBlock, unsafe isASCII(bytes, place) { place &+= 32 }
      } else if case let plain = others.trailingZeroBitCount / 8, plain > 0 {
        place += plain
      } else if isOfThree(UInt32(truncatingIfNeeded: word)) {
        place += 3
      } else {
        break
      }
    }
    // The span is within the bytes and does not outlive them.
    let rest = unsafe Span<UInt8>(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[place...]))
    return (try? UTF8Span(validating: rest)) != nil
  }

  /// Whether 32 bytes from a place on, which are there, are ASCII.
  @inline(__always)
  private static func isASCII(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    let block = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
    return (block.lowHalf | block.highHalf) & SIMD2(repeating: 0x8080_8080_8080_8080) == SIMD2()
  }

  /// Whether the three lowest bytes are a character (The Unicode Standard, table 3-7): E0 to EF and two of 80 to BF, of
  /// which the first is A0 or more after E0, as what is shorter takes two bytes, and less after ED, as surrogates are none.
  @inline(__always)
  private static func isOfThree(_ word: UInt32) -> Bool {
    let second = word & 0x200F
    return word & 0xC0C0F0 == 0x8080E0 && second != 0 && second != 0x200D
  }
}
