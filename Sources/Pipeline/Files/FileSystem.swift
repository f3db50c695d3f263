import CSystem
import Glibc
import Model

/// The few file operations that the pipeline needs, each with the system's own error.
enum FileSystem {
  /// What an entry of a folder is.
  enum Kind: Sendable { case file, folder, link, other }

  /// An entry of a folder.
  struct Entry: Sendable {
    var path: Path
    var name: [UInt8]
    var kind: Kind
    /// Bytes.
    var size: Int
    /// Seconds since 1970-01-01 UTC.
    var modified: Int
  }

  /// The entries of a folder in the order of their names' bytes.
  static func list(_ folder: Path) throws(SystemError) -> [Entry] {
    guard let handle = unsafe opendir(folder.cString) else { throw SystemError(folder) }
    defer { unsafe closedir(handle) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      // The entry is valid until the next call; its name is copied before that.
      guard let entry = unsafe readdir(handle) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(strlen(pointer.cChars))))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw SystemError(folder) }
    var entries: [Entry] = []
    for name in names.sorted(by: { $0.span.precedes($1.span) }) {
      if let entry = try entry(folder.appending(name), name: name) { entries.append(entry) }
    }
    return entries
  }

  /// What stands at a path, links not followed; `nil` where nothing does.
  static func entry(_ path: Path, name: [UInt8] = []) throws(SystemError) -> Entry? {
    var status = stat()
    guard unsafe lstat(path.cString, &status) == 0 else {
      let error = SystemError(path)
      guard error.isGone else { throw error }
      return nil
    }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Entry(
      path: path, name: name, kind: kind, size: Int(status.st_size),
      modified: status.st_mtim.tv_sec)
  }

  /// The bytes of a file, at most `limit`; `nil` where it is longer. A pipe or device is refused, and not waited for.
  static func read(_ path: Path, limit: Int, followsLinks: Bool = true) throws(SystemError) -> [UInt8]? {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let file = unsafe open(path.cString, flags)
    guard file >= 0 else { throw SystemError(path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw SystemError(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(path, number: EINVAL) }
    guard Int(status.st_size) <= limit else { return nil }
    return try read(file, path, expected: Int(status.st_size), limit: limit)
  }

  private static func read(
    _ file: Int32, _ path: Path, expected: Int, limit: Int
  ) throws(SystemError) -> [UInt8]? {
    // As large as it was said to be: it has been read when that is there. Some say nothing of their size.
    var bytes = [UInt8](repeating: 0, count: max(expected, 1))
    var length = 0
    while length < expected || expected == 0 {
      if length == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: 1 << 16)) }
      // The buffer has room for what is asked; read() writes no more than that.
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file, buffer.baseAddress?.advanced(by: length), buffer.count - length)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path)
      }
      if count == 0 { break }
      length += count
      if length > limit { return nil }
    }
    // A file that ends before its end is not whole: cut short meanwhile, or a disk that says less than it has.
    guard length >= expected else { throw SystemError(path, number: EIO) }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  /// Whether a file, not a link to one, holds these bytes; what cannot be read does not.
  static func holds(_ path: Path, _ bytes: [UInt8]) -> Bool {
    guard let found = try? entry(path), found.kind == .file, found.size == bytes.count else { return false }
    guard let kept = try? read(path, limit: bytes.count, followsLinks: false) else { return false }
    return kept.span.isSame(as: bytes.span)
  }

  /// Gives a file a second name. Not every file system can, and nobody may everywhere: it answers with whether it is done.
  static func link(_ path: Path, as other: Path) -> Bool {
    unsafe Glibc.link(path.cString, other.cString) == 0
  }

  /// Writes a new file, whole or not at all; fails where one is there already. With `isLasting` it is on the disk
  /// when this returns.
  static func write(_ bytes: [UInt8], to path: Path, isLasting: Bool = false) throws(SystemError) {
    let file = try create(path)
    do throws(SystemError) {
      try write(bytes, into: file, path)
      if isLasting, fsync(file) != 0 { throw SystemError(path) }
    } catch {
      close(file)
      _ = unsafe unlink(path.cString)
      throw error
    }
    // Some file systems (NFS, quotas) say only now that there is no room.
    guard close(file) == 0 else {
      let error = SystemError(path)
      _ = unsafe unlink(path.cString)
      throw error
    }
  }

  /// Makes a new file, open for writing; fails where one is there already.
  static func create(_ path: Path) throws(SystemError) -> Int32 {
    let file = unsafe open(path.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw SystemError(path) }
    return file
  }

  /// Writes all of the bytes.
  static func write(_ bytes: [UInt8], into file: Int32, _ path: Path) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      // The buffer holds what is left to write; write() only reads it.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path)
      }
      written += count
    }
  }

  /// Puts a file in place of what stands there, whole or not at all: it is written `aside`, in the same folder, first.
  static func replace(_ target: Path, with bytes: [UInt8], aside: Path) throws(SystemError) {
    do throws(SystemError) {
      try write(bytes, to: aside, isLasting: true)
      try rename(aside, to: target)
    } catch {
      // What went wrong first is what is told.
      try? remove(aside)
      throw error
    }
  }

  /// Makes a folder and those above it, and answers with those made, the highest first; no error where it is there.
  @discardableResult
  static func makeFolder(_ path: Path) throws(SystemError) -> [Path] {
    if unsafe mkdir(path.cString, 0o755) == 0 { return [path] }
    if errno == EEXIST { return [] }
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    guard errno == ENOENT, let slash, slash > 0 else { throw SystemError(path) }
    let above = try makeFolder(Path(bytes: Array(path.bytes[..<slash])))
    if unsafe mkdir(path.cString, 0o755) == 0 { return above + [path] }
    guard errno == EEXIST else {
      let error = SystemError(path)
      for folder in above.reversed() { _ = unsafe rmdir(folder.cString) }
      throw error
    }
    return above
  }

  /// Removes a file, or a folder with all in it; links are removed, not followed. Nothing there: no error.
  static func remove(_ path: Path) throws(SystemError) {
    if let found = try entry(path) { try remove(found) }
  }

  private static func remove(_ entry: Entry) throws(SystemError) {
    let path = entry.path
    guard entry.kind == .folder else {
      guard unsafe unlink(path.cString) == 0 || errno == ENOENT else { throw SystemError(path) }
      return
    }
    for inside in try list(path) { try remove(inside) }
    guard unsafe rmdir(path.cString) == 0 || errno == ENOENT else { throw SystemError(path) }
  }

  /// Waits until all that was written to the file system of a path, a folder or a file, is on its disk: one call for
  /// many files, each of which would take as long.
  static func settle(around path: Path) throws(SystemError) { try synchronize(path, syncfs) }

  /// Waits until the names in a folder are on the disk.
  static func settle(_ folder: Path) throws(SystemError) { try synchronize(folder, fsync) }

  private static func synchronize(_ path: Path, _ call: (Int32) -> Int32) throws(SystemError) {
    let file = unsafe open(path.cString, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError(path) }
    defer { close(file) }
    guard call(file) == 0 else {
      // Network drives of the machine's users (FUSE, CIFS) need not know the call.
      if [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) { return }
      throw SystemError(path)
    }
  }

  /// Renames; with `exchange` the two paths change places in one step (Linux `renameat2`).
  static func rename(_ from: Path, to: Path, exchange: Bool = false) throws(SystemError) {
    let flags: UInt32 = exchange ? 2 : 0  // RENAME_EXCHANGE
    guard unsafe renameat2(AT_FDCWD, from.cString, AT_FDCWD, to.cString, flags) == 0 else {
      throw SystemError(to)
    }
  }
}

extension UnsafePointer {
  /// The same address as C characters, for strlen.
  fileprivate var cChars: UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)
  }
}
