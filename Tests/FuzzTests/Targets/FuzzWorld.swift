import Model

@testable import Ingest
@testable import Pipeline

/// A number of an input: what is done to it besides hangs on it, so that it can be done again.
enum FuzzDigest {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// A campaign of the fixtures in June 2016, in which inputs are read.
struct FuzzWorld: Sendable {
  let workspace: Workspace
  let roster: Roster
  let context: ReadingContext
  /// The units as whose files inputs are read.
  let senders: [Int?]
  let mask: PersonalMask?

  var campaign: Campaign { workspace.campaign }

  /// One with plain forms, one with ledgers of persons.
  static let all: [FuzzWorld] = ["sheets/campaign", "one-city", "branches"].compactMap { try? FuzzWorld($0) }

  /// The one whose units' codes stand in an input; else any, always the same of the same bytes.
  static func of(_ bytes: [UInt8]) -> FuzzWorld? {
    guard all.count == 3 else { return nil }
    if bytes.contains(Array("9201".utf8)) { return all[2] }
    let digest = FuzzDigest.of(bytes)
    return all[Int(bytes.contains(Array("900".utf8)) ? digest % 2 : digest % 3)]
  }

  private init(_ fixture: String) throws(Failure) {
    guard let month = Month("2016-06") else { throw Failure(.software, "no month") }
    workspace = try Workspace.open(FuzzWorld.fixtures + "/" + fixture, language: nil)
    roster = workspace.registry.roster(in: month)
    context = ReadingContext(
      campaign: workspace.campaign.asRead, registry: workspace.registry, roster: roster)
    senders = fixture == "one-city" ? [nil, roster.children(of: 0).first] : [nil]
    mask = PersonalMask(campaign: workspace.campaign, salt: [1])
  }

  /// The folder of the fixtures.
  static let fixtures: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/fixtures"
  }()

  func submission(_ sender: Int?) -> Submission {
    Submission(path: "a", size: 0, sha256: "", sender: sender, received: LocalTime(minutes: 0))
  }
}
