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
}
