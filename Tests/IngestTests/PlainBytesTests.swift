import TestSupport
import Testing

@testable import Ingest

/// What is found at a glance is what the standard library finds.
@Suite struct PlainBytesTests {
  private static let pieces = ["a", "北", "é", "😀", String(repeating: "-", count: 64), "1,2,3\r\n"].map {
    Array($0.utf8)
  }

  @Test func glancesChangeNothing() {
    var random = SplitMix64(seed: 64)
    var told = [false: 0, true: 0]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        let piece = PlainBytesTests.pieces.randomElement(using: &random) ?? []
        bytes += piece
        // One in twenty is cut off or changed.
        guard Int.random(in: 0..<20, using: &random) == 0, let last = bytes.indices.last else { continue }
        if Bool.random(using: &random) { bytes.removeLast() } else { bytes[last] ^= 0x80 }
      }
      let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
      // The array outlives the call.
      let found = unsafe bytes.withUnsafeBytes { unsafe PlainBytes.areUTF8($0) }
      #expect(found == isUTF8, "\(bytes)")
      told[isUTF8, default: 0] += 1
    }
    #expect(told.values.allSatisfy { $0 > 2000 })
  }

  @Test func everyCharacterOfThreeBytesIsJudgedAlike() {
    var told = [false: 0, true: 0]
    for first in UInt8(0xDF)...0xF0 {
      for second in UInt8.min...UInt8.max {
        for third in [0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF] as [UInt8] {
          let bytes = [first, second, third] + Array("12345678".utf8)
          let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
          // The array outlives the call.
          let found = unsafe bytes.withUnsafeBytes { unsafe PlainBytes.areUTF8($0) }
          if found != isUTF8 { Issue.record("\(bytes)") }
          told[isUTF8, default: 0] += 1
        }
      }
    }
    #expect(told.values.allSatisfy { $0 > 1000 })
  }

  @Test func aCharacterMayEndAnywhere() {
    for length in 0...80 {
      for text in ["北", "é", "😀"] {
        let bytes = Array(
          (String(repeating: ".", count: length) + text + String(repeating: ".", count: 128)).utf8)
        // The array outlives the calls.
        let isUTF8 = unsafe bytes.withUnsafeBytes { unsafe PlainBytes.areUTF8($0) }
        #expect(isUTF8)
        let cut = Array(bytes[...length] + bytes[(length + text.utf8.count)...])
        let isCutUTF8 = unsafe cut.withUnsafeBytes { unsafe PlainBytes.areUTF8($0) }
        #expect(!isCutUTF8)
      }
    }
  }
}
