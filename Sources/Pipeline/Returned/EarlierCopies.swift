import Ingest
import Model

/// The annotated copies of the run before, of which those are taken over that would be made again.
///
/// What each was made of stands in a file of its own beside the month's folder, which may be lost: all copies are made
/// then. It is no part of the output, as it is another one wherever the program is another.
struct EarlierCopies: Sendable {
  /// The longest record that is read, in bytes: some 300,000 copies.
  private static let limit = 64 << 20

  private let folder: Path
  private let record: Path
  private let program: String?
  /// Their names in the month's folder and their digests, by the digest of what they were made of.
  private let copies: [String: (name: String, sha256: String)]

  /// Those in the folder of a month. What cannot be read is taken for lost.
  init(_ folder: Path, program: String? = ProgramFile.stamp) {
    self.folder = folder
    self.program = program
    record = folder.beside(".", ".copies")
    let bytes = try? FileSystem.read(record, limit: EarlierCopies.limit, followsLinks: false)
    copies = program == nil ? [:] : EarlierCopies.copies(bytes ?? [])
  }

  /// What tells a copy apart, of what it is made of; `nil` where none can be taken over.
  func key(_ basis: [UInt8], of sha256: String) -> String? {
    program.map { SHA256.hex(of: Array("\($0)\n\(sha256)\n".utf8) + basis) }
  }

  /// The bytes of the copy with that key; `nil` where there is none, or it is not as it was made.
  func bytes(_ key: String) -> [UInt8]? {
    guard let copy = copies[key] else { return nil }
    let path = folder.appending(copy.name)
    let bytes = try? FileSystem.read(path, limit: SubmissionReader.maximumSize, followsLinks: false)
    guard let bytes, SHA256.hex(of: bytes) == copy.sha256 else { return nil }
    return bytes
  }

  /// Puts down, for the next run, what copies were made of. Where that cannot be written they are made again.
  func keep(_ made: [String: PublishedOutput]) {
    guard program != nil, !made.isEmpty else {
      try? FileSystem.remove(record)
      return
    }
    let lines = made.sorted { $0.value.name < $1.value.name }
      .map { "\($0.key)  \($0.value.sha256)  \($0.value.name)\n" }
    let aside = OutputFolder.aside(folder).beside("", "-copies")
    do throws(SystemError) {
      try FileSystem.write(Array(lines.joined().utf8), to: aside)
      try FileSystem.rename(aside, to: record)
    } catch {
      try? FileSystem.remove(aside)
    }
  }

  private static func copies(_ bytes: [UInt8]) -> [String: (name: String, sha256: String)] {
    var copies: [String: (name: String, sha256: String)] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      // Two digests of 64 digits, two blanks behind each, then the name.
      guard line.count > 132 else { continue }
      let text = { (range: Range<Int>) in
        String(
          decoding: line[(line.startIndex + range.lowerBound)..<(line.startIndex + range.upperBound)],
          as: UTF8.self)
      }
      let name = text(132..<line.count)
      guard name.hasPrefix("returned/"), !name.split(separator: "/").contains("..") else { continue }
      copies[text(0..<64)] = (name, text(66..<130))
    }
    return copies
  }
}
