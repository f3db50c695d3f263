import TestSupport
import Testing

@testable import Ingest

@Suite struct EightDigitsTests {
  @Test func readsWhatDigitsThereAre() {
    var random = SplitMix64(seed: 17)
    let others = (0...255).map { UInt8($0) }.filter { !(0x30...0x39).contains($0) }
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...8, using: &random)
      var bytes = (0..<length).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
      let number = bytes.reduce(Int64(0)) { $0 * 10 + Int64($1) - 0x30 }
      if length < 8 { bytes.append(others.randomElement(using: &random) ?? 0) }
      // What follows may be anything.
      while bytes.count < 8 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      let word = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let found = EightDigits.leading(UInt64(littleEndian: word))
      #expect(found == (number, length), "\(bytes)")
    }
  }
}
