import Model
import TestSupport
import Testing

@testable import Ingest

/// Lists of codes against sets of them.
@Suite struct CodeListTests {
  private static func codes(_ random: inout SplitMix64, _ count: Int, below: Int) -> [UnitCode] {
    (0..<count).compactMap { _ in UnitCode("\(100_000_000 + Int.random(in: 0..<below, using: &random))") }
  }

  /// More than are kept before what is there twice goes.
  @Test func settlesMany() {
    var random = SplitMix64(seed: 3)
    for below in [10, 5_000, 1_000_000] {
      let codes = Self.codes(&random, 150_000, below: below)
      var list = CodeList(limit: 1 << 20)
      for code in codes { list.add(code) }
      #expect(list.settled() == Set(codes).sorted())
    }
  }

  /// So many, and one to say that there are more.
  @Test func keepsSoMany() {
    var random = SplitMix64(seed: 5)
    let codes = Self.codes(&random, 300_000, below: 1_000_000)
    for limit in [0, 10, 100_000, Set(codes).count - 1, Set(codes).count] {
      var list = CodeList(limit: limit)
      for code in codes { list.add(code) }
      let kept = list.settled()
      #expect(kept.count == min(limit + 1, Set(codes).count))
      #expect(Set(kept).isSubset(of: codes))
    }
  }

  @Test func mergesListsInAnyOrder() {
    var random = SplitMix64(seed: 4)
    for round in 0..<200 {
      let lists = (0..<3).map { _ in
        Set(Self.codes(&random, Int.random(in: 0..<30, using: &random), below: round + 1)).sorted()
      }
      #expect(CodeSurvey.merged(lists) == Set(lists.joined()).sorted())
    }
  }
}
