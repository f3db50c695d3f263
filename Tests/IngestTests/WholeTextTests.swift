import Ingest
import Testing
import TestSupport

/// Configurations come from the editors that senders' files come from.
@Suite struct WholeTextTests {
  private static let text = "name: 示范活动\nlanguage: zh\n# €、𠀀\n"

  @Test func everyEncodingIsTheSameText() throws {
    let utf16 = Array(WholeTextTests.text.utf16)
    let little = utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    // What iconv makes of it: € is 0x80 or A2E3, 𠀀 has four bytes.
    let names: [UInt8] = [0xCA, 0xBE, 0xB7, 0xB6, 0xBB, 0xEE, 0xB6, 0xAF]
    let gb18030 =
      Array("name: ".utf8) + names + Array("\nlanguage: zh\n# ".utf8)
      + [0x80, 0xA1, 0xA2, 0x95, 0x32, 0x82, 0x36, 0x0A]
    for bytes in [
      Array(WholeTextTests.text.utf8), [0xEF, 0xBB, 0xBF] + Array(WholeTextTests.text.utf8),
      [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, gb18030,
    ] {
      #expect(try WholeText.of(bytes) == WholeTextTests.text)
    }
    #expect(try WholeText.of([]) == "")
  }

  /// A damaged character among many is not taken for another encoding; its line is told.
  @Test func whatIsNoTextIsToldByItsLine() {
    var damaged = Array(WholeTextTests.text.utf8)
    damaged[damaged.count - 3] = 0xFF
    for (bytes, line) in [(damaged, 3), ([0x61, 0x0A, 0xFF, 0x0A], 2), ([0xFF, 0xFE, 0x00, 0xD8], 1)] {
      #expect(throws: WholeText.Undecodable.self) { try WholeText.of(bytes) }
      do throws(WholeText.Undecodable) { _ = try WholeText.of(bytes) } catch { #expect(error.line == line) }
    }
  }
}
