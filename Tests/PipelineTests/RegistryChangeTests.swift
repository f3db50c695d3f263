import Foundation
import Ingest
import Model
import Testing

@testable import Pipeline

@Suite struct RegistryChangeTests {
  /// The Bureau's editions, where they are at hand.
  static let folder: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data =
      ProcessInfo.processInfo.environment["YUEBAO_DATA"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared/data")
    let folder = data.appending(path: "registry-cn")
    let isThere = ["2019-10-31", "2020-06-30"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
    return isThere ? folder.path : nil
  }()

  /// The counts of the real change from one year to the next: whoever changes the rules sees what that does.
  @Test(.enabled(if: folder != nil, "set YUEBAO_DATA to the folder that holds registry-cn"))
  func theYear2020() throws {
    let data = try #require(Self.folder)
    let campaign = try TemporaryCampaign()
    let (a, b) = (campaign.root.appending("a.csv"), campaign.root.appending("b.csv"))
    for (file, edition, month) in [(a, "2019-10-31", "2019-11"), (b, "2020-06-30", "2020-07")] {
      let text = try RegistryImport.nbs(
        data + "/" + edition, from: try #require(Month(month)), top: "全国", language: .zh)
      try FileSystem.write(Array(text.utf8), to: file)
    }
    let report = try RegistryDiff.report(
      a.display, b.display, oldMonth: nil, newMonth: nil, language: .en)
    #expect(report.summary == Self.summary)
    #expect(report.csv.contains(",公主岭市,吉林省 四平市,220184,公主岭市,吉林省 长春市,98,"))
    try joins(a, b)
  }

  /// Joined, the two are one tree that is the one before the month and the other after it.
  private func joins(_ a: Path, _ b: Path) throws {
    let month = try #require(Month("2020-07"))
    let update = try RegistryUpdate.report(
      a.display, b.display, from: month, accepted: nil, level: 90, language: .en)
    let read = { (bytes: [UInt8]) in
      try RegistryReader.read(bytes, file: "registry.csv", levels: Levels.national, groups: [])
    }
    let joined = try read(Array(update.csv.utf8))
    for (path, asked) in [(a, "2020-06"), (b, "2020-07")] {
      let month = try #require(Month(asked))
      let bytes = try #require(try FileSystem.read(path, limit: 1 << 28))
      let (roster, expected) = (joined.roster(in: month), try read(bytes).roster(in: month))
      #expect(roster.units.map(\.code) == expected.units.map(\.code))
      #expect(roster.units.map(\.name) == expected.units.map(\.name))
      #expect(roster.parent == expected.parent)
    }
    #expect(update.summary == Self.joined)
  }

  private static let summary = """
    older registry in 2019-11: 46461 units; newer one in 2020-07: 44969
    kind\tall\t95–100\t80–94\t60–79\t1–59
    renamed\t290\t182\t56\t32\t20
    recoded\t748\t236\t448\t43\t21
    merged\t76\t0\t23\t2\t51
    gone\t1837
    new\t410
    codes gone: 2661, of them zones, farms and the like: 288 (29 with a proposal)
    same code, but the old name now has another one: 4. If codes were exchanged, comparing unit by unit \
    compares different units; check them
    """
  private static let joined = "2661 units end (684 with a successor, 1977 without), 1169 begin, 290 change"
}
