import Ingest
import Model
import Testing

@testable import Pipeline

/// Annotated copies that a run takes over from the one before.
@Suite struct EarlierCopiesTests {
  private let campaign: TemporaryCampaign
  private let month: Path
  private let record: Path
  private let copy = "returned/C1-Riverside/a.xlsx"

  init() throws {
    campaign = try TemporaryCampaign()
    month = campaign.root.appending("out/2016-06")
    record = campaign.root.appending("out/.2016-06.copies")
    try FileSystem.remove(campaign.root.appending("inbox/2016-06"))
    // Of two units: a later file of the same one would take the place of the other.
    for (name, unit) in [("C1/a.csv", "C1-01,Bridge"), ("C1/b.csv", "C1-03,Westbank")] {
      try put(Array("code,name,month,Kick-off\n\(unit),2016-06,perhaps\n".utf8), name)
    }
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    let path = campaign.root.appending("inbox/2016-06/" + name)
    try FileSystem.makeFolder(path.folder)
    try FileSystem.remove(path)
    try FileSystem.write(bytes, to: path)
  }

  /// Runs the month; answers with the copies by their names.
  private func run() async throws -> [String: [UInt8]] {
    let month = try #require(Month("2016-06"))
    let run = try await MonthRun.make(
      try campaign.open(), View(month: month, options: ReadingOptions(threads: 2)))
    _ = try await run.write(into: campaign.root.appending("out"))
    var copies: [String: [UInt8]] = [:]
    for folder in try FileSystem.list(self.month.appending("returned")) {
      for file in try FileSystem.list(folder.path) where file.name.suffix(5) == Array(".xlsx".utf8)[...] {
        let name = String(decoding: folder.name + [0x2F] + file.name, as: UTF8.self)
        copies[name] = try FileSystem.read(file.path, limit: 1 << 20)
      }
    }
    return copies
  }

  /// Puts other bytes in place of a copy, and their digest into the record: whoever takes it over has them.
  private func forge(_ name: String, _ bytes: [UInt8]) throws {
    let path = month.appending("returned/" + name)
    let before = SHA256.hex(of: try #require(try FileSystem.read(path, limit: 1 << 20)))
    try FileSystem.remove(path)
    try FileSystem.write(bytes, to: path)
    let lines = String(decoding: try #require(try FileSystem.read(record, limit: 1 << 20)), as: UTF8.self)
    #expect(lines.contains(before))
    try FileSystem.remove(record)
    let forged = lines.split(separator: before, maxSplits: 1).joined(separator: SHA256.hex(of: bytes))
    try FileSystem.write(Array(forged.utf8), to: record)
  }

  @Test func whatWouldBeMadeAgainIsTakenOver() async throws {
    let first = try await run()
    let names = first.keys.sorted()
    try #require(names.count == 2)
    try forge(names[0], Array("forged".utf8))
    #expect(try await run() == [names[0]: Array("forged".utf8), names[1]: try #require(first[names[1]])])
  }

  @Test func whatIsMadeOfSomethingElseIsMadeAnew() async throws {
    let names = try await run().keys.sorted()
    try #require(names.count == 2)
    try forge(names[0], Array("forged".utf8))
    try put(Array("code,name,month,Kick-off\nC1-01,Bridge,2016-06,maybe\n".utf8), "C1/a.csv")
    let again = try await run()
    #expect(again.keys.sorted() == names)
    #expect(again[names[0]]?.starts(with: Array("PK".utf8)) == true)
  }

  @Test func whatSomebodyHasAlteredIsMadeAgain() async throws {
    let first = try await run()
    let name = try #require(first.keys.min())
    let path = month.appending("returned/" + name)
    try FileSystem.remove(path)
    try FileSystem.write(try #require(first[name]) + [0], to: path)
    #expect(try await run() == first)
  }

  @Test(arguments: ["", "\n\n", "copies\n", String(repeating: "0", count: 200)])
  func aRecordThatIsLostOrDamagedCostsTimeOnly(text: String) async throws {
    let first = try await run()
    try FileSystem.remove(record)
    if !text.isEmpty { try FileSystem.write(Array(text.utf8), to: record) }
    #expect(try await run() == first)
    #expect(try FileSystem.read(record, limit: 1 << 20)?.count(where: { $0 == 0x0A }) == 2)
  }

  @Test func theRecordGoesWithTheLastCopy() async throws {
    _ = try await run()
    #expect(try FileSystem.entry(record) != nil)
    for name in ["C1/a.csv", "C1/b.csv"] {
      try FileSystem.remove(campaign.root.appending("inbox/2016-06/" + name))
    }
    try put(
      Array("code,name,month,Kick-off,New organisations,Work fund\nC1-01,Bridge,2016-06,yes,3,1\n".utf8),
      "C1/c.csv")
    let month = try #require(Month("2016-06"))
    let run = try await MonthRun.make(
      try campaign.open(), View(month: month, options: ReadingOptions(threads: 1)))
    _ = try await run.write(into: campaign.root.appending("out"))
    #expect(try FileSystem.entry(record) == nil)
  }

  /// A copy in a month's folder, put down with its key.
  private func kept(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = month.appending(name)
    try FileSystem.makeFolder(path.folder)
    try FileSystem.write(bytes, to: path)
    let earlier = EarlierCopies(month, program: "1")
    let key = try #require(earlier.key([1], of: "2"))
    earlier.keep([key: PublishedOutput(name: name, size: bytes.count, sha256: SHA256.hex(of: bytes))])
    return key
  }

  @Test func anotherProgramOrFileTakesNothing() throws {
    let key = try kept(copy, [1, 2, 3])
    let earlier = EarlierCopies(month, program: "1")
    #expect(earlier.bytes(key) == [1, 2, 3])
    #expect(earlier.key([1], of: "3") != key && earlier.key([2], of: "2") != key)
    #expect(EarlierCopies(month, program: "10").key([1], of: "2") != key)
    let unknown = EarlierCopies(month, program: nil)
    #expect(unknown.key([1], of: "2") == nil && unknown.bytes(key) == nil)
  }

  @Test(arguments: ["returned/../../secret", "secret", "/etc/hostname", "returned/.."])
  func nothingFromElsewhere(name: String) throws {
    try FileSystem.makeFolder(month.appending("returned"))
    try FileSystem.write([7], to: campaign.root.appending("out/secret"))
    let earlier = EarlierCopies(month, program: "1")
    let key = try #require(earlier.key([1], of: "2"))
    earlier.keep([key: PublishedOutput(name: name, size: 1, sha256: SHA256.hex(of: [7]))])
    #expect(try FileSystem.entry(record) != nil)
    #expect(EarlierCopies(month, program: "1").bytes(key) == nil)
  }
}
