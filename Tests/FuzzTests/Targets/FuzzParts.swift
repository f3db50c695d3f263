/// An input that stands for several files: a line `==> NAME` begins each but the first, which has no name.
enum FuzzParts {
  private static let mark = Array("==> ".utf8)

  /// The parts by their names, in their order.
  static func split(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, bytes: [UInt8])] = [("", [])]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        parts.append((String(decoding: line.dropFirst(mark.count), as: UTF8.self), []))
      } else {
        parts[parts.count - 1].bytes += line
        parts[parts.count - 1].bytes.append(0x0A)
      }
    }
    // What was no line feed of the input is none of its parts.
    parts[parts.count - 1].bytes.removeLast(min(1, parts[parts.count - 1].bytes.count))
    return parts
  }
}
