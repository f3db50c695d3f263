import Model
import TestSupport
import Testing

/// Codes are read alike from texts, from any bytes, and from bytes that lie together.
@Suite struct UnitCodeBytesTests {
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func allReadersAgree(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let signs = Array("0123456789abzAZ-_. /:@[`{é".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...18, using: &random)).map { _ in
        signs[Int.random(in: 0..<(Bool.random(using: &random) ? 19 : signs.count), using: &random)]
      }
      let code = UnitCode(bytes.span)
      #expect(code == UnitCode(bytes))
      #expect(code.map { Array($0.description.utf8) == bytes } ?? true)
    }
  }
}
