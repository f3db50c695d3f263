import Glibc
import Model
import Testing

@testable import Pipeline

/// The inbox that another task looks through while the registry is read.
@Suite struct InboxAheadTests {
  private let campaign: TemporaryCampaign
  private let folder: Path
  private let options = ReadingOptions(threads: 2)

  init() throws {
    campaign = try TemporaryCampaign()
    let month = try #require(Month("2016-06"))
    folder = Workspace.inbox(campaign.root, month)
  }

  /// Puts what an inbox may hold beside files that are small.
  private func clutter() throws {
    try FileSystem.makeFolder(folder.appending("C1/deep"))
    try FileSystem.write(row("C1-03"), to: folder.appending("C1/deep/late.csv"))
    let large = String(repeating: "C1-03,yes,4,1\n", count: InboxFile.fewBytes / 14 + 1)
    try FileSystem.write(Array(large.utf8), to: folder.appending("large.csv"))
    try FileSystem.write([], to: folder.appending("empty.csv"))
    try FileSystem.write(row("C1-03"), to: folder.appending(".hidden.csv"))
    try #require(unsafe mkfifo(folder.appending("pipe.csv").cString, 0o644) == 0)
    try #require(
      unsafe symlink(folder.appending("empty.csv").cString, folder.appending("link.csv").cString) == 0)
    let other = folder.folder.appending("2016-05")
    try FileSystem.makeFolder(other)
    try FileSystem.write(row("C1-01"), to: other.appending("早.csv"))
    try FileSystem.write(row("C1-01"), to: folder.folder.appending("stray.csv"))
  }

  private func row(_ code: String) -> [UInt8] {
    Array("code,Kick-off,New organisations,Work fund\n\(code),yes,4,1\n".utf8)
  }

  private func open(lookingAhead: Bool) throws -> Workspace {
    try Workspace.open(campaign.root.display, language: nil, lookingAhead: lookingAhead)
  }

  private func arriving(_ workspace: Workspace) async throws -> Arriving {
    try await workspace.takeIn(nil, options).addition
  }

  @Test func takesInTheSame() async throws {
    try clutter()
    let plain = try await arriving(try open(lookingAhead: false))
    #expect(plain.arrivals.map(\.path).contains("C1/deep/late.csv"))
    #expect(plain.contents.count > 3)
    // Whatever was read ahead when the registry had been read.
    for _ in 0..<20 {
      let ahead = try await arriving(try open(lookingAhead: true))
      #expect(ahead.arrivals == plain.arrivals)
      #expect(ahead.contents == plain.contents)
      #expect(ahead.documents == plain.documents)
    }
  }

  @Test func findsWhatIsSmall() async throws {
    try clutter()
    for (month, name) in [(nil, "2016-05"), (Month("2016-06"), "2016-06")] {
      let found = try #require(InboxAhead.look(campaign.root, month))
      #expect(found.month.description == name)
      #expect(found.contents.count == found.inbox.files.count)
      for (file, contents) in zip(found.inbox.files, found.contents) {
        let isLeft = ["large.csv", "pipe.csv", "link.csv"].contains(file.name)
        #expect((contents == nil) == isLeft, "\(file.name)")
        guard let contents else { continue }
        #expect(try FileSystem.read(file.path, limit: 1 << 20) == contents.bytes)
      }
    }
  }

  @Test func isTakenOnceAndForItsMonth() async throws {
    let month = try #require(Month("2016-06"))
    let ahead = InboxAhead(of: campaign.root)
    #expect(await ahead.take(month)?.month == month)
    #expect(await ahead.take(month) == nil)
    #expect(await InboxAhead(of: campaign.root, month: month.previous).take(month) == nil)
  }

  @Test func aLaterRunLooksAnew() async throws {
    let workspace = try open(lookingAhead: true)
    let first = try await arriving(workspace)
    try FileSystem.write(row("C1-03"), to: folder.appending("late.csv"))
    let second = try await arriving(workspace)
    #expect(second.arrivals.count == first.arrivals.count + 1)
  }

  @Test func anInboxThatIsNotThere() async throws {
    try FileSystem.remove(folder.folder)
    #expect(try await arriving(try open(lookingAhead: true)).arrivals.isEmpty)
    #expect(InboxAhead.look(campaign.root, nil) == nil)
  }
}
