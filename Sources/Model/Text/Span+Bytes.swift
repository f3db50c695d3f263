extension Span<UInt8> {
  /// Whether the same bytes are in it; eight are compared at once. Within whoever asks, as some ask once a row.
  @inlinable
  @inline(__always)
  public func isSame(as other: Span<UInt8>) -> Bool {
    let length = count
    guard length == other.count else { return false }
    // Words and bytes are within both spans.
    return unsafe withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other in
        var place = 0
        while place &+ 8 <= length {
          if unsafe one.word(place) != other.word(place) { return false }
          place &+= 8
        }
        // The last eight, some of which were compared.
        if length >= 8 { return unsafe one.word(length &- 8) == other.word(length &- 8) }
        while place < length {
          if unsafe one[place] != other[place] { return false }
          place &+= 1
        }
        return true
      }
    }
  }

  /// Whether it begins with the bytes of another.
  public func starts(with other: Span<UInt8>) -> Bool {
    count >= other.count && sameBytes(as: other) == other.count
  }

  /// Whether another is a part of it.
  public func contains(_ other: Span<UInt8>) -> Bool {
    guard !other.isEmpty else { return true }
    guard count >= other.count else { return false }
    let first = other[0]
    for place in 0...(count - other.count)
    where self[place] == first && extracting(place..<place + other.count).isSame(as: other) {
      return true
    }
    return false
  }

  /// Whether it comes before another in the order of bytes.
  public func precedes(_ other: Span<UInt8>) -> Bool {
    let same = sameBytes(as: other)
    if same == other.count { return false }
    return same == count || self[same] < other[same]
  }

  /// How many bytes both begin with.
  func sameBytes(as other: Span<UInt8>) -> Int {
    let most = Swift.min(count, other.count)
    // Words and bytes are within both spans.
    return unsafe withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other in
        var place = 0
        while place + 8 <= most {
          let (a, b) = unsafe (one.word(place), other.word(place))
          // The first byte in which they differ is the lowest that is not zero.
          if a != b { return place + (a.littleEndian ^ b.littleEndian).trailingZeroBitCount / 8 }
          place += 8
        }
        while place < most, unsafe one[place] == other[place] { place += 1 }
        return place
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes from a place on, which must be there.
  @inlinable
  @inline(__always)
  func word(_ place: Int) -> UInt64 { unsafe loadUnaligned(fromByteOffset: place, as: UInt64.self) }
}
