import Model
import TestSupport
import Testing

@testable import Pipeline

/// Large files of ledgers are read in parts, by several tasks: it must come out as if they were read whole by one.
@Suite struct LargeFileTests {
  private static let headings = "组织代码,月份,动员会,述评会,换届选举,团员数,联系青年人数,工作经费元"

  /// Rows of some months in no order, more than a part holds; some are odd.
  private static func rows(_ random: inout SplitMix64, _ count: Int) -> [String] {
    (0..<count).map { row in
      let town = 110_101_001 + Int.random(in: 0..<40, using: &random) * 7_001
      let key = "\(100_000_000 + (row % 997 == 0 ? 7 : row))"
      let month = "2025-0\(Int.random(in: 1...4, using: &random))"
      let odd = Int.random(in: 0..<500, using: &random)
      let members = odd == 0 ? "many" : odd == 1 ? "" : "\(Int.random(in: 0..<999, using: &random))"
      return
        "\(odd == 2 ? "x" : "\(town)\(key)"),\(odd == 3 ? "soon" : month),1,0,,\(members),5,\(row % 97).5"
    }
  }

  private static let texts: [(name: String, bytes: [UInt8])] = {
    var random = SplitMix64(seed: 11)
    let plain = ([headings] + rows(&random, 42_000)).joined(separator: "\n")
    let long = String(repeating: "9", count: 70_000)
    var odd = [headings] + rows(&random, 21_000)
    odd += ["", "", "110101001999999999,2025-02,1,1,1,\(long),,", "合计,,,,,1,,"] + rows(&random, 21_000)
    return [
      ("plain", Array(plain.utf8)), ("ends with a line end", Array((plain + "\n").utf8)),
      ("marked, CR LF", [0xEF, 0xBB, 0xBF] + Array(plain.replacing("\n", with: "\r\n").utf8)),
      ("odd lines", Array(odd.joined(separator: "\n").utf8)),
      ("not all UTF-8", Array((plain + "\n110101001999999998,2025-02,1,1,1,").utf8) + [0xFF, 0x0A]),
      ("quotes", Array((plain + "\n\"110101001999999997\",2025-02,1,1,1,\"4\n4\",,\n").utf8)),
    ]
  }()

  private static func figures(
    of path: Path, large: Int, threads: Int
  ) async throws(Failure) -> (csv: [UInt8], summary: String) {
    var options = FiguresOptions(
      inputs: [path.display], month: nil, prefixes: [], depth: nil, threads: threads)
    options.large = large
    let run = try FiguresRun(folder: fixture("bench/year") ?? "", options, language: .en)
    var csv: [UInt8] = []
    let summary = try await run.run { csv += $0 }
    return (csv, summary)
  }

  @Test(arguments: texts.indices)
  func partsGiveWhatTheWholeGives(_ text: Int) async throws {
    let (name, bytes) = Self.texts[text]
    let folder = try TemporaryCampaign()
    let path = folder.root.appending("year.csv")
    try FileSystem.write(bytes, to: path)
    let whole = try await Self.figures(of: path, large: .max, threads: 1)
    #expect(whole.csv.count { $0 == 0x0A } > 100, "\(name)")
    #expect(whole.summary.contains("ledger-key-twice"), "\(whole.summary)")
    for threads in [1, 2, 3] {
      let parts = try await Self.figures(of: path, large: 1000, threads: threads)
      #expect(parts.csv == whole.csv, "\(name)")
      #expect(parts.summary == whole.summary, "\(name)")
    }
  }
}
