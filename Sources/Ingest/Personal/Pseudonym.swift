import CNettle

/// What stands for a key that says something of a person.
enum Pseudonym {
  /// 32 hexadecimal digits of the HMAC-SHA256 of a text.
  static func of(_ text: [UInt8], salt: [UInt8]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    // The context is ours, the lengths are those of the arrays.
    unsafe nettle_hmac_sha256_set_key(&context, salt.count, salt)
    unsafe nettle_hmac_sha256_update(&context, text.count, text)
    unsafe nettle_hmac_sha256_digest(&context, digest.count, &digest)
    return Array(Hexadecimal.text(digest.prefix(16), upperCase: false).utf8)
  }
}
