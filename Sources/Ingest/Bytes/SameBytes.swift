extension UnsafeRawBufferPointer {
  /// Whether the bytes at two places are the same; both must be within the buffer.
  @inline(__always)
  func isSame(_ one: Int, as other: Int, _ length: Int) -> Bool {
    var index = 0
    // Eight bytes at once, as long as there are.
    while index + 8 <= length {
      let a = unsafe loadUnaligned(fromByteOffset: one + index, as: UInt64.self)
      let b = unsafe loadUnaligned(fromByteOffset: other + index, as: UInt64.self)
      if a != b { return false }
      index += 8
    }
    while index < length {
      if unsafe self[one + index] != self[other + index] { return false }
      index += 1
    }
    return true
  }
}
