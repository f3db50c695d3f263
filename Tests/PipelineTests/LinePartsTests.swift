import Foundation
import Testing

@testable import Pipeline

/// Parts of a file: together they are the file, and each is of whole lines.
@Suite struct LinePartsTests {
  @Test(arguments: [1, 2, 3, 7, 64, 1000, 70_000, 200_000])
  func areTheFileTogether(_ size: Int) throws {
    let long = String(repeating: "x", count: 150_000)
    let text = "a\nbb\n\n\r\nccc\n\(long)\n1,2,3\nlast"
    let url = FileManager.default.temporaryDirectory.appending(path: "yuebao-parts-\(UUID().uuidString)")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let count = text.utf8.count
    let size = max(size, size < 64 ? count / 4000 * size : size)
    var parts = try LineParts(Path(url.path))
    var (all, isWhole): ([UInt8], Bool) = ([], true)
    for start in stride(from: 0, to: count, by: size) {
      let part = try unsafe parts.withLines(start..<min(start + size, count)) { unsafe Array($0) }
      all += part
      isWhole = isWhole && (part.isEmpty || part.last == 0x0A || all.count == count)
    }
    #expect(all == Array(text.utf8))
    #expect(isWhole)
  }

  /// What lies in a folder is not followed where it has become a link.
  @Test func linksAreFollowedOnlyWhereTheyWereNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "yuebao-parts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, link) = (folder.appending(path: "a.csv"), folder.appending(path: "b.csv"))
    try Data("a\n".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    var parts = try LineParts(Path(link.path))
    let text = try unsafe parts.withLines(0..<2) { unsafe Array($0) }
    #expect(text == Array("a\n".utf8))
    #expect(throws: SystemError.self) { _ = try LineParts(Path(link.path), followsLinks: false) }
    let size = try #require(try FileSystem.entry(Path(file.path))?.size)
    let named = FigureFiles.File(path: Path(link.path), size: size, isNamed: true)
    #expect(try named.read() == Array("a\n".utf8))
    let found = FigureFiles.File(path: Path(link.path), size: size, isNamed: false)
    #expect(throws: SystemError.self) { try found.read() }
  }
}
