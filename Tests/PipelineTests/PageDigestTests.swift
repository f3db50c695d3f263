import Foundation
import Ingest
import Testing

@testable import Render

/// A page lets nothing run and nothing style it but what has these digests.
@Suite struct PageDigestTests {
  private func digest(_ text: String) -> String {
    // The bytes outlive the call.
    let hex = unsafe Array(text.utf8).withUnsafeBytes { unsafe SHA256.hex(of: $0) }
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { at in
      UInt8(hex.dropFirst(at).prefix(2), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }

  @Test func style() { #expect(HTMLStyle.digest == digest(HTMLStyle.text)) }

  @Test func script() { #expect(HTMLScript.digest == digest(HTMLScript.text)) }
}
