import CNettle

/// The digest by which a received file is known again.
public enum SHA256 {
  /// The SHA-256 of bytes in 64 lower-case hexadecimal digits.
  public static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    // The context is ours, the lengths are those of the buffers.
    unsafe nettle_sha256_init(&context)
    unsafe nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    return Hexadecimal.text(digest, upperCase: false)
  }

  /// The first 64 bits of the SHA-256 of bytes.
  static func start(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var context = sha256_ctx()
    var start: UInt64 = 0
    // As above; of the digest no more is written than there is room for.
    unsafe nettle_sha256_init(&context)
    unsafe nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe withUnsafeMutableBytes(of: &start) { room in
      unsafe nettle_sha256_digest(
        &context, room.count, room.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return UInt64(bigEndian: start)
  }
}

/// Bytes as hexadecimal digits.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>, upperCase: Bool) -> String {
    let letters: UInt8 = (upperCase ? 0x41 : 0x61) - 10
    let digit = { (half: UInt8) in half < 10 ? 0x30 + half : letters + half }
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
