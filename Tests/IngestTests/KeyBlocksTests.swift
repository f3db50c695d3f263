import TestSupport
import Testing

@testable import Ingest

/// Keys in blocks against a set of them.
@Suite struct KeyBlocksTests {
  @Test func tellsWhatWasSeen() {
    var random = SplitMix64(seed: 5)
    var (blocks, others) = (KeyBlocks(), KeyBlocks())
    var (known, known2): (Set<Int64>, Set<Int64>) = ([], [])
    for round in 0..<20_000 {
      let near = 1_110_101_001_000_000_000 + Int64.random(in: 0..<6000, using: &random)
      let key = round % 3 == 0 ? -1 - Int64.random(in: 0..<(.max), using: &random) / 7 * 7 : near
      let isNew = blocks.insert(key)
      #expect(isNew == known.insert(key).inserted)
      guard round % 2 == 0 else { continue }
      let isNewToOthers = others.insert(key + 1)
      #expect(isNewToOthers == known2.insert(key + 1).inserted)
    }
    let twice = blocks.merge(others)
    #expect(twice == known.intersection(known2).count)
    for key in known.union(known2) {
      let isNew = blocks.insert(key)
      #expect(!isNew)
    }
  }
}
