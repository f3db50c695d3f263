/// Numbers whose lowest byte comes first.
enum Little {
  /// A number of two bytes, which must be there.
  static func word(_ bytes: some RandomAccessCollection<UInt8>, _ place: Int) -> Int {
    let start = bytes.index(bytes.startIndex, offsetBy: place)
    return Int(bytes[start]) | Int(bytes[bytes.index(after: start)]) << 8
  }

  /// A number of four bytes, which must be there.
  static func long(_ bytes: some RandomAccessCollection<UInt8>, _ place: Int) -> UInt32 {
    UInt32(word(bytes, place)) | UInt32(word(bytes, place + 2)) << 16
  }

  /// A number of eight bytes with a point, which must be there.
  static func double(_ bytes: some RandomAccessCollection<UInt8>, _ place: Int) -> Double {
    Double(bitPattern: UInt64(long(bytes, place)) | UInt64(long(bytes, place + 4)) << 32)
  }
}
