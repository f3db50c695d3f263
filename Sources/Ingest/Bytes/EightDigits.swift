/// Reads up to eight digits at once: numbers are short, and how many digits one has cannot be foretold.
enum EightDigits {
  /// The value of the digits that eight bytes begin with, 0 without any, and how many they are.
  @inline(__always)
  static func leading(_ bytes: UInt64) -> (value: Int64, length: Int) {
    // The first byte is the lowest from here on; digits become 0 to 9.
    let digits = UInt64(littleEndian: bytes) ^ 0x3030_3030_3030_3030
    // The highest bit of a byte says that it is no digit: 0x76 brings 10 and more there, and carries nothing.
    let low = digits & 0x7F7F_7F7F_7F7F_7F7F
    let others = ((low &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    let length = others.trailingZeroBitCount / 8
    // Zeros come before; what follows goes.
    let eight = digits << UInt64(64 - 8 * length)
    // Pairs of digits, then pairs of those, then of those.
    let two = (eight &* 10 &+ eight >> 8) & 0x00FF_00FF_00FF_00FF
    let four = (two &* 100 &+ two >> 16) & 0x0000_FFFF_0000_FFFF
    return (Int64((four &* 10_000 &+ four >> 32) & 0xFFFF_FFFF), length)
  }
}
