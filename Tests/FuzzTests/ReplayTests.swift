import Foundation
import TestSupport
import Testing

/// The inputs that were kept of fuzzing, taken once more by their targets. A target that ends the process here has
/// the input named last in the output.
@Suite struct ReplayTests {
  @Test(arguments: FuzzTarget.allCases)
  func keptInputs(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(target)
    try #require(!inputs.isEmpty)
    for (name, bytes) in inputs {
      do throws(FuzzFault) {
        try target.run(bytes)
      } catch {
        Issue.record("\(target.rawValue)/\(name): \(error)")
      }
    }
  }

  /// So many changed inputs of each target, the same each time: what `make fuzz` does for long where there is libFuzzer.
  @Test(arguments: FuzzTarget.allCases)
  func changedInputs(_ target: FuzzTarget) throws {
    var random = SplitMix64(seed: 20_260_601)
    let inputs = try Self.inputs(target).filter { $0.bytes.count < 8000 }
    try #require(!inputs.isEmpty)
    for round in 0..<60 {
      var bytes = inputs[Int.random(in: inputs.indices, using: &random)].bytes
      Self.change(&bytes, &random)
      do throws(FuzzFault) {
        try target.run(bytes)
      } catch {
        Issue.record("\(target.rawValue), round \(round): \(error)\n\(bytes)")
      }
    }
  }

  @Test func partsStandForFiles() {
    let parts = FuzzParts.split(Array("a\n==> b\nc\n\n==> d".utf8))
    #expect(parts.map(\.name) == ["", "b", "d"])
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a\n", "c\n\n", ""])
    #expect(FuzzParts.split([]).map(\.bytes) == [[]])
  }

  private static func inputs(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(filePath: FuzzWorld.fixtures + "/fuzz/" + target.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default: bytes.insert(contentsOf: Array(bytes[place..<min(bytes.count, place + 30)]), at: place)
      }
    }
  }
}
