import TestSupport
import Testing

@testable import Model

/// Bytes compared eight at a time are those compared one by one.
@Suite struct SpanBytesTests {
  @Test func wordsChangeNothing() {
    var random = SplitMix64(seed: 8)
    var told = [false: 0, true: 0]
    for _ in 0..<20_000 {
      let one = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
        UInt8.random(in: 0x7E...0x81, using: &random)
      }
      // What begins alike, is one of two the same, or is anything.
      var other = Array(one.prefix(Int.random(in: 0...one.count, using: &random)))
      if Bool.random(using: &random) { other += one.dropFirst(other.count) }
      if Bool.random(using: &random), let place = other.indices.randomElement(using: &random) {
        other[place] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(one.span.isSame(as: other.span) == (one == other))
      #expect(one.span.starts(with: other.span) == one.starts(with: other))
      #expect(one.span.precedes(other.span) == one.lexicographicallyPrecedes(other))
      #expect(other.span.precedes(one.span) == other.lexicographicallyPrecedes(one))
      let starts = 0...max(0, one.count - other.count)
      let isPart =
        other.count <= one.count && starts.contains { Array(one[$0...].prefix(other.count)) == other }
      #expect(one.span.contains(other.span) == isPart)
      told[one == other, default: 0] += 1
    }
    #expect(told.values.allSatisfy { $0 > 2000 })
  }
}
