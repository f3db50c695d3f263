import Glibc
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

  @Test func aFailedWriteLeavesNothingBeside() throws {
    try write("one")
    let failure = #expect(throws: Failure.self) {
      var output = try OutputFolder(target, .en)
      try output.write([1], "not/there.txt")
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
}
