import Ingest
import Model

/// The files of a month's inbox folder.
struct Inbox: Sendable {
  /// A file, or what stands in its place and cannot be read.
  struct File: Sendable {
    var path: Path
    /// The path inside the month's folder, for people.
    var name: String
    /// The names of the folders that it lies in, from the month's folder down.
    var folders: [String]
    var kind: FileSystem.Kind
    /// Bytes.
    var size: Int
    /// Seconds since 1970-01-01 UTC.
    var modified: Int

    /// Whether the name is that of the file system, byte by byte.
    var isShownAsNamed: Bool {
      let (shown, bytes) = (name.utf8, path.bytes)
      guard bytes.count >= shown.count else { return false }
      return bytes.span.extracting(last: shown.count).isSame(as: shown.span)
    }
  }

  /// The deepest nesting of folders that is read.
  static let deepest = 32
  /// The most files of a month.
  static let mostFiles = 200_000
  /// The list of times of receipt, which is not a submission.
  static let receivedList = "received.csv"

  /// The files in the order of their paths' bytes.
  var files: [File] = []
  /// Folders that could not be read, with the system's reason.
  var unreadable: [(name: String, reason: String)] = []

  private var most = Inbox.mostFiles

  /// An inbox without files.
  init() {}

  /// Lists all that lies under `folder` and that somebody may have sent, at most so many.
  init(_ folder: Path, most: Int = Inbox.mostFiles) throws(SystemError) {
    self.most = most
    for entry in try FileSystem.list(folder) { try visit(entry, [], []) }
    files.sort { $0.path < $1.path }
    // Files that are shown as they are named have a name each.
    if files.contains(where: { !$0.isShownAsNamed }) { tellApart() }
  }

  /// Names that are not UTF-8 may look the same; each file is known by its name.
  mutating func tellApart() {
    var taken: Set<String> = []
    // From which number on names may be free: there may be many that look the same.
    var next: [String: Int] = [:]
    for index in files.indices {
      let name = files[index].name
      while !taken.insert(files[index].name).inserted {
        let number = next[name] ?? 2
        files[index].name = "\(name)~\(number)"
        next[name] = number + 1
      }
    }
  }

  /// Whether nobody sent a file of this name: hidden ones, and what Office and Windows put beside files that are open or
  /// were looked at (`~$报表.xlsx`, `Thumbs.db`, `desktop.ini`).
  static func isPassedOver(_ name: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8) { return true }
    guard name.count == 9 || name.count == 11 else { return false }
    return ["thumbs.db", "desktop.ini"].contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// Says once that there are too many files, at the first that is not read.
  private mutating func leave(_ name: String) {
    let reason = "more than \(most) files in a month"
    if unreadable.last?.reason != reason { unreadable.append((name, reason)) }
  }

  private mutating func visit(
    _ entry: FileSystem.Entry, _ prefix: [UInt8], _ folders: [String]
  ) throws(SystemError) {
    guard !Inbox.isPassedOver(entry.name) else { return }
    let relative = prefix + entry.name
    let name = Path(bytes: relative).display
    guard entry.kind == .folder else {
      if folders.isEmpty, name == Inbox.receivedList { return }
      guard files.count < most else { return leave(name) }
      files.append(
        File(
          path: entry.path, name: name, folders: folders, kind: entry.kind, size: entry.size,
          modified: entry.modified))
      return
    }
    guard folders.count < Inbox.deepest else {
      unreadable.append((name, "more than \(Inbox.deepest) folders deep"))
      return
    }
    do throws(SystemError) {
      let inner = folders + [String(decoding: entry.name, as: UTF8.self)]
      for entry in try FileSystem.list(entry.path) {
        try visit(entry, relative + [UInt8(ascii: "/")], inner)
      }
    } catch {
      if error.isShortage { throw error }
      unreadable.append((name, error.reason))
    }
  }
}
