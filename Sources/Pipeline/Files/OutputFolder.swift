import Ingest
import Glibc

/// The files of a month's output, which appear whole or not at all.
///
/// They are written into a folder beside the final one, which then takes its place in one step.
struct OutputFolder {
  private let target: Path
  private let aside: Path
  private var sums: [(name: String, sum: String)] = []
  /// The folders made inside.
  private var folders: Set<String> = []

  /// Begins an output; `aside` is made anew.
  init(_ target: Path) throws(Failure) {
    self.target = target
    let slash = target.bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
    let name = Array(target.bytes[slash...].drop { $0 == UInt8(ascii: "/") })
    let parent = Path(bytes: Array(target.bytes[..<slash]))
    aside = parent.appending(Array(".".utf8) + name + Array(".new-\(getpid())".utf8))
    do throws(SystemError) {
      try FileSystem.makeFolder(parent)
      try FileSystem.remove(aside)
      try FileSystem.makeFolder(aside)
    } catch {
      throw OutputFolder.failure(error, target)
    }
  }

  /// Writes a file; `name` may hold folders, which are made.
  mutating func write(_ bytes: [UInt8], _ name: String) throws(Failure) {
    let path = aside.appending(name)
    do throws(SystemError) {
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let folder = String(name[..<slash])
        if folders.insert(folder).inserted { try FileSystem.makeFolder(aside.appending(folder)) }
      }
      try FileSystem.write(bytes, to: path)
    } catch {
      discard()
      throw OutputFolder.failure(error, target)
    }
    // The array outlives the call, and nothing of the buffer is kept.
    let sum = unsafe bytes.withUnsafeBytes { unsafe SHA256.hex(of: $0) }
    sums.append((name, sum))
  }

  /// Adds `SHA256SUMS` and puts the output in its place.
  mutating func commit() throws(Failure) {
    let lines = sums.sorted { $0.name < $1.name }.map { "\($0.sum)  \($0.name)\n" }.joined()
    try write(Array(lines.utf8), "SHA256SUMS")
    do throws(SystemError) {
      if FileSystem.entry(target) == nil {
        try FileSystem.rename(aside, to: target)
      } else {
        try FileSystem.rename(aside, to: target, exchange: true)
        try FileSystem.remove(aside)
      }
    } catch {
      discard()
      throw OutputFolder.failure(error, target)
    }
  }

  private func discard() { try? FileSystem.remove(aside) }

  private static func failure(_ error: SystemError, _ target: Path) -> Failure {
    Failure(
      .cannotCreate,
      "the output cannot be written: \(error); \(target.display) is as it was before this run")
  }
}
