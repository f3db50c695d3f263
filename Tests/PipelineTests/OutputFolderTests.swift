import Glibc
import Ingest
import Model
import Testing

@testable import Pipeline

/// The output folder: whole or not at all, and nothing left beside it.
@Suite struct OutputFolderTests {
  private let campaign: TemporaryCampaign
  private let parent: Path
  private let target: Path

  init() throws {
    campaign = try TemporaryCampaign()
    parent = campaign.root.appending("deep/below/reports")
    target = parent.appending("2016-06")
  }

  private func names(_ folder: Path) throws -> [String] {
    try FileSystem.list(folder).map { String(decoding: $0.name, as: UTF8.self) }
  }

  private func write(_ text: String, canExchange: Bool = true) throws {
    var output = try OutputFolder(target, .en)
    try output.write(Array(text.utf8), "a.txt")
    try output.commit(canExchange: canExchange)
  }

  @Test func withoutExchangeToo() throws {
    try write("one", canExchange: false)
    try write("two", canExchange: false)
    #expect(try names(parent) == ["2016-06"])
    #expect(try FileSystem.read(target.appending("a.txt"), limit: 9) == Array("two".utf8))
  }

  @Test func appearsWhole() throws {
    try write("one")
    try write("two")
    #expect(try names(parent) == ["2016-06"])
    #expect(try names(target) == ["SHA256SUMS", "a.txt"])
    #expect(try FileSystem.read(target.appending("a.txt"), limit: 9) == Array("two".utf8))
  }

  @Test func withoutCommitNothingAppears() throws {
    try write("one")
    do {
      var output = try OutputFolder(target, .en)
      try output.write([1], "a.txt")
      #expect(try names(parent) == [".2016-06.new-\(getpid())", "2016-06"])
    }
    #expect(try names(parent) == ["2016-06"])
    #expect(try FileSystem.read(target.appending("a.txt"), limit: 9) == Array("one".utf8))
  }

  @Test func makesTheFoldersInside() throws {
    var output = try OutputFolder(target, .en)
    try output.write([1], "returned/C1-长安县/a.txt")
    try output.write([2], "returned/C1-长安县/b.txt")
    try output.commit()
    let sums = try #require(try FileSystem.read(target.appending("SHA256SUMS"), limit: 1000))
    #expect(String(decoding: sums, as: UTF8.self).contains("  returned/C1-长安县/b.txt\n"))
    #expect(try FileSystem.read(target.appending("returned/C1-长安县/b.txt"), limit: 9) == [2])
  }

  @Test func aFailedWriteLeavesNothingBeside() throws {
    try write("one")
    let failure = #expect(throws: Failure.self) {
      var output = try OutputFolder(target, .en)
      try output.write([1], "a.txt")
      try output.write([1], "a.txt/there.txt")
    }
    #expect(failure?.code == .cannotCreate)
    #expect(try names(parent) == ["2016-06"])
  }

  @Test func oneWriterAtATime() throws {
    let output = try OutputFolder(target, .en)
    let failure = #expect(throws: Failure.self) { _ = try OutputFolder(target, .en) }
    #expect(failure?.code == .temporary)
    _ = consume output
    try write("free again")
  }

  @Test func anEmptyFolderMayBeReplaced() throws {
    try FileSystem.makeFolder(target)
    try write("one")
    #expect(try names(target) == ["SHA256SUMS", "a.txt"])
  }

  @Test func whatIsNoOutputStays() throws {
    try FileSystem.makeFolder(target)
    try FileSystem.write([1], to: target.appending("mine"))
    let failure = #expect(throws: Failure.self) { try write("one") }
    #expect(failure?.code == .cannotCreate)
    #expect(try names(target) == ["mine"])
  }

  /// The number by which the file system knows a file.
  private func number(_ name: String) throws -> UInt64 {
    var status = stat()
    #expect(unsafe lstat(target.appending(name).cString, &status) == 0)
    return UInt64(status.st_ino)
  }

  @Test func whatHasNotChangedIsTheSameFile() throws {
    let write = { (last: UInt8) in
      var output = try OutputFolder(target, .en)
      try output.write([1, 2], "same/a.txt")
      try output.write([1, last], "b.txt")
      try output.commit()
    }
    try write(2)
    let (same, other) = (try number("same/a.txt"), try number("b.txt"))
    try write(3)
    #expect(try number("same/a.txt") == same)
    #expect(try number("b.txt") != other)
    #expect(try FileSystem.read(target.appending("b.txt"), limit: 9) == [1, 3])
    let sums = try #require(try FileSystem.read(target.appending("SHA256SUMS"), limit: 1000))
    #expect(String(decoding: sums, as: UTF8.self).contains(SHA256.hex(of: [1, 2]) + "  same/a.txt\n"))
  }

  @Test func aLinkIsNotTakenForTheFile() throws {
    try write("one")
    let elsewhere = campaign.root.appending("elsewhere")
    try FileSystem.write(Array("one".utf8), to: elsewhere)
    try FileSystem.remove(target.appending("a.txt"))
    #expect(unsafe symlink(elsewhere.cString, target.appending("a.txt").cString) == 0)
    try write("one")
    #expect(try FileSystem.entry(target.appending("a.txt"))?.kind == .file)
  }

  @Test func givenUpTheEarlierOneIsWhole() throws {
    try write("one")
    do {
      var output = try OutputFolder(target, .en)
      try output.write(Array("one".utf8), "a.txt")
    }
    #expect(try FileSystem.read(target.appending("a.txt"), limit: 9) == Array("one".utf8))
    #expect(try names(parent) == ["2016-06"])
  }
}
