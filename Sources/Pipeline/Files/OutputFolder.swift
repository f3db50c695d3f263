import Glibc
import Ingest
import Model

/// The files of a month's output, which appear whole or not at all.
///
/// They are written into a folder beside the final one, which then takes its place in one step.
struct OutputFolder: ~Copyable {
  /// The file that proves a folder to be an output.
  private static let sumsName = "SHA256SUMS"

  private let target: Path
  private let parent: Path
  private let aside: Path
  private let language: Language
  /// Nobody else writes beside the target meanwhile.
  private let lock: Lock
  private var files: OutputFiles
  /// The files written so far.
  var outputs: [PublishedOutput] { files.outputs }

  /// Begins the output of a month, whose name is the last component of `target`. What killed runs have left
  /// beside it is removed.
  init(_ target: Path, _ language: Language) throws(Failure) {
    let parent = target.folder
    let aside = OutputFolder.aside(target)
    let lock = try OutputFolder.prepare(parent, target, aside, language)
    (self.target, self.parent, self.aside, self.language) = (target, parent, aside, language)
    self.lock = lock
    files = OutputFiles(aside, target, language)
  }

  /// Where what is to lie beside a month's folder is written first; what a killed run leaves of it goes with the next.
  static func aside(_ target: Path) -> Path { target.beside(".", ".new-\(getpid())") }

  private static func prepare(
    _ parent: Path, _ target: Path, _ aside: Path, _ language: Language
  ) throws(Failure) -> Lock {
    do throws(SystemError) {
      try FileSystem.makeFolder(parent)
    } catch {
      throw failure(error, target, language)
    }
    let lock = try Lock(folder: parent, language)
    do throws(SystemError) {
      guard try mayReplace(target) else { throw SystemError(target, number: ENOTEMPTY) }
      for entry in try FileSystem.list(parent) where isLeftover(entry.name) {
        try FileSystem.remove(entry.path)
      }
      try FileSystem.makeFolder(aside)
    } catch {
      throw failure(error, target, language)
    }
    return lock
  }

  /// Removes what was not put in its place.
  deinit { try? FileSystem.remove(aside) }

  /// Writes a file; `name` may hold folders, which are made.
  @discardableResult
  mutating func write(_ bytes: [UInt8], _ name: String) throws(Failure) -> PublishedOutput {
    try files.write(bytes, name)
  }

  /// For another task to write files at the same time, which are then to be added.
  var another: OutputFiles { OutputFiles(aside, target, language) }

  /// Adds the files that another task has written.
  mutating func add(_ other: OutputFiles) { files.add(other) }

  /// Where a file lies until the output takes its place, for a program that writes it itself; it is not listed.
  func place(of name: String) -> Path { aside.appending(name) }

  /// Adds `SHA256SUMS` and puts the output in its place, when it is on the disk. `record` is called then; where it
  /// fails, what stood there before is put back. `canExchange` is for tests of the way without.
  mutating func commit(
    canExchange: Bool = true, then record: () throws(Failure) -> Void = {}
  ) throws(Failure) {
    let lines = outputs.sorted { $0.name < $1.name }.map { "\($0.sha256)  \($0.name)\n" }.joined()
    try write(Array(lines.utf8), OutputFolder.sumsName)
    let placed: Placed
    do throws(SystemError) {
      try FileSystem.settle(around: aside)
      placed = try place(canExchange: canExchange)
    } catch {
      throw OutputFolder.failure(error, target, language)
    }
    do throws(SystemError) { try FileSystem.settle(parent) } catch {
      throw Failure(
        writing: target.display, error, kept: undo(placed), language)
    }
    do throws(Failure) { try record() } catch {
      throw Failure(error.code, error.description + language.pick("；", "; ") + undo(placed))
    }
    if case .moved(let old) = placed { try? FileSystem.remove(old) }
  }

  /// How the output took its place.
  private enum Placed {
    /// There was none before.
    case alone
    /// The earlier output stands aside.
    case exchanged
    /// The earlier output has another name.
    case moved(Path)
  }

  /// Lets the output take its place. Where the file system cannot exchange two folders (NFS, some network drives), the
  /// old one is moved away and the new one in: for an instant there is none, and never half of one.
  private func place(canExchange: Bool) throws(SystemError) -> Placed {
    if try FileSystem.entry(target) == nil {
      try FileSystem.rename(aside, to: target)
      return .alone
    }
    if canExchange {
      do throws(SystemError) {
        try FileSystem.rename(aside, to: target, exchange: true)
        return .exchanged
      } catch {
        guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.number) else { throw error }
      }
    }
    let old = Path(bytes: aside.bytes + Array("-old".utf8))
    try FileSystem.rename(target, to: old)
    do throws(SystemError) {
      try FileSystem.rename(aside, to: target)
    } catch {
      try FileSystem.rename(old, to: target)
      throw error
    }
    return .moved(old)
  }

  /// Puts back what stood there; says what stands there now.
  private func undo(_ placed: Placed) -> String {
    do throws(SystemError) {
      switch placed {
      case .alone: try FileSystem.rename(target, to: aside)
      case .exchanged: try FileSystem.rename(aside, to: target, exchange: true)
      case .moved(let old):
        try FileSystem.rename(target, to: aside)
        try FileSystem.rename(old, to: target)
      }
      return OutputFolder.kept(target, language)
    } catch {
      return language.pick(
        "\(target.display)已是本次的输出，但可能没有全部存到磁盘上或记入历史库",
        "\(target.display) is the output of this run, and may not be on the disk or in the history")
    }
  }

  /// Whether nothing would be lost: there is nothing, an empty folder, or an earlier output. A folder of
  /// something else, such as the inbox's own month, is never replaced.
  private static func mayReplace(_ target: Path) throws(SystemError) -> Bool {
    guard let found = try FileSystem.entry(target) else { return true }
    guard found.kind == .folder || found.kind == .link else { return false }
    if try FileSystem.entry(target.appending(sumsName)) != nil { return true }
    return try FileSystem.list(target).isEmpty
  }

  /// `.2016-06.new-4711`, the beginnings of a run that was killed.
  private static func isLeftover(_ name: [UInt8]) -> Bool {
    let mark = Array(".new-".utf8)
    guard name.count > 8 + mark.count, name[0] == UInt8(ascii: "."), Array(name[8..<(8 + mark.count)]) == mark
    else { return false }
    return Month(String(decoding: name[1..<8], as: UTF8.self)) != nil
  }

  fileprivate static func kept(_ target: Path, _ language: Language) -> String {
    language.pick("\(target.display)与本次运行前相同", "\(target.display) is as it was before this run")
  }

  fileprivate static func failure(_ error: SystemError, _ target: Path, _ language: Language) -> Failure {
    let kept = kept(target, language)
    if error.number == ENOTEMPTY {
      return Failure(
        .cannotCreate,
        language.pick(
          "\(target.display)不是以前的输出（没有\(sumsName)），不会被替换；请移走它，或用--output另选文件夹；\(kept)",
          "\(target.display) is no earlier output (it has no \(sumsName)) and is not replaced; "
            + "move it away or choose another folder with --output; \(kept)"))
    }
    return Failure(writing: language.pick("输出", "the output"), error, kept: kept, language)
  }
}

/// The files that a task writes into an output.
struct OutputFiles: Sendable {
  private let folder: Path
  /// The output that they are to take the place of, if there is one.
  private let target: Path
  private let language: Language
  /// The files written so far.
  private(set) var outputs: [PublishedOutput] = []
  /// The folders made inside.
  private var folders: Set<String> = []

  /// None yet; they lie in `folder` until it takes the place of `target`.
  fileprivate init(_ folder: Path, _ target: Path, _ language: Language) {
    (self.folder, self.target, self.language) = (folder, target, language)
  }

  /// Writes a file; `name` may hold folders, which are made. One that is as the earlier output has it is the same file,
  /// with the time of its last change: nothing is written, and nobody need fetch it anew.
  @discardableResult
  mutating func write(_ bytes: [UInt8], _ name: String) throws(Failure) -> PublishedOutput {
    do throws(SystemError) {
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let inside = String(name[..<slash])
        if folders.insert(inside).inserted { try FileSystem.makeFolder(folder.appending(inside)) }
      }
      let (path, earlier) = (folder.appending(name), target.appending(name))
      if !(FileSystem.holds(earlier, bytes) && FileSystem.link(earlier, as: path)) {
        try FileSystem.write(bytes, to: path)
      }
    } catch {
      throw OutputFolder.failure(error, target, language)
    }
    let output = PublishedOutput(name: name, size: bytes.count, sha256: SHA256.hex(of: bytes))
    outputs.append(output)
    return output
  }

  fileprivate mutating func add(_ other: OutputFiles) { outputs += other.outputs }
}
