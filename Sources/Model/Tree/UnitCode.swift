/// A unit's code in the registry: 1 to 16 ASCII letters, digits, `-`, `_` or `.`.
///
/// The bytes are kept inline, so that a code is read from a file and looked up without a `String`.
public struct UnitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The longest code, in bytes.
  public static let maximumLength = 16

  // Big-endian, padded with zero bytes: the order of the integers is the order of the text.
  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64

  /// `nil` where the bytes are not a code. Blanks around a code are not part of it; trim them first.
  ///
  /// Inlinable, so that readers of millions of cells get it for their own kind of bytes.
  @inlinable
  public init?(_ bytes: some Sequence<UInt8>) {
    // As long as the longest code.
    var room = InlineArray<16, UInt8>(repeating: 0)
    var count = 0
    for byte in bytes {
      guard count < room.count else { return nil }
      room[count] = byte
      count += 1
    }
    self.init(room.span.extracting(..<count))
  }

  /// The same of bytes that lie together.
  @inlinable
  public init?(_ bytes: Span<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= UnitCode.maximumLength else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for index in bytes.indices {
      let byte = bytes[index]
      guard UnitCode.isAllowed(byte) else { return nil }
      if index < 8 {
        high |= UInt64(byte) << UInt64(56 - 8 * index)
      } else {
        low |= UInt64(byte) << UInt64(120 - 8 * index)
      }
    }
    self.high = high
    self.low = low
  }

  /// `nil` where the text is not a code.
  public init?(_ text: some StringProtocol) { self.init(text.utf8) }

  @inlinable
  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// The number of its characters.
  public var length: Int {
    UnitCode.maximumLength - (low == 0 ? 8 + high.trailingZeroBitCount / 8 : low.trailingZeroBitCount / 8)
  }

  /// The code that its first characters are; itself where it has no more.
  func prefix(_ length: Int) -> UnitCode {
    let bits = UInt64(8 * length)
    return UnitCode(
      high: high & (bits < 64 ? ~(UInt64.max >> bits) : UInt64.max),
      low: low & (bits < 64 ? 0 : ~(UInt64.max >> (bits - 64))))
  }

  private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Appends the code's bytes.
  public func append(to bytes: inout [UInt8]) {
    for word in [high, low] {
      var rest = word
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest >> 56))
        rest <<= 8
      }
    }
  }

  /// The code as text.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Orders as text by its bytes: 11 before 1101 before 12.
  public static func < (a: UnitCode, b: UnitCode) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
