import Ingest
import Model

/// The bytes of a file of the inbox, or why there are none.
enum InboxFile: Sendable {
  /// What is kept of it; `original` is the file as it came where personal cells were masked.
  case bytes([UInt8], sha256: String, original: Original?)
  /// It is in the history already, as it is or masked; with its bytes where they are few and as they were kept.
  case known(sha256: String, bytes: [UInt8]?)
  case refused(Refusal)

  /// A file as it came.
  struct Original: Sendable {
    var sha256: String
    var bytes: [UInt8]
  }

  /// What a file holds.
  struct Contents: Sendable {
    var bytes: [UInt8]
    var sha256: String
  }

  /// Of files of at most so many bytes these are kept at hand.
  static let fewBytes = 64 << 10

  /// Reads a file; `nil` where it is larger than files may be. A link is not followed: whoever may write into the inbox
  /// need not be one who may read what it leads to.
  static func contents(of path: Path) throws(SystemError) -> Contents? {
    let bytes = try FileSystem.read(path, limit: SubmissionReader.maximumSize, followsLinks: false)
    return bytes.map { Contents(bytes: $0, sha256: SHA256.hex(of: $0)) }
  }

  /// Reads a file that may have vanished, grown or become something else. Throws exit code 75 where the machine lacks
  /// something for now: the file has nothing to do with it.
  static func read(
    _ path: Path, _ masking: Masking?, known: Set<String> = [], _ language: Language
  ) throws(Failure) -> InboxFile {
    do throws(SystemError) {
      guard let contents = try contents(of: path) else {
        return .refused(.tooLarge(try FileSystem.entry(path)?.size ?? 0))
      }
      return kept(contents, path, masking, known: known)
    } catch {
      if error.isShortage { throw Failure(reading: error, language) }
      if let entry = try? FileSystem.entry(path), entry.kind == .link { return .refused(.notRegular) }
      return .refused(error.isGone ? .vanished : .unreadable(error.reason))
    }
  }

  /// What is kept of a file.
  private static func kept(
    _ contents: Contents, _ path: Path, _ masking: Masking?, known: Set<String>
  ) -> InboxFile {
    let (bytes, sha256) = (contents.bytes, contents.sha256)
    if let kept = masking?.kept(bytes, sha256, path) { return kept }
    guard known.contains(sha256) else { return .bytes(bytes, sha256: sha256, original: nil) }
    return .known(sha256: sha256, bytes: bytes.count <= fewBytes ? bytes : nil)
  }

  /// Reads the files of a listing, in its order, but those that were read `ahead`. Of files whose
  /// digests are `known` the bytes are let go of where they are many. New files for whose bytes there is no `room`
  /// left are deferred: memory follows that limit, and not the inbox.
  static func readAll(
    _ files: [Inbox.File], ahead: [Contents?]? = nil, _ masking: Masking?, known: Set<String>,
    room: inout Int, _ options: ReadingOptions, _ language: Language
  ) async throws(Failure) -> [InboxFile] {
    var all: [InboxFile] = []
    all.reserveCapacity(files.count)
    while all.count < files.count {
      let portion = portion(files[all.count...])
      let read = try await Spread.over(
        portion.count, threads: options.threads
      ) { index throws(Failure) in
        let place = portion.startIndex + index
        let file = portion[place]
        if let contents = ahead?[place] { return kept(contents, file.path, masking, known: known) }
        return file.kind == .file
          ? try Self.read(file.path, masking, known: known, language) : .refused(.notRegular)
      }
      // Whatever was read by which task, the files are counted in their order.
      for file in read { all.append(file.within(&room)) }
    }
    return all
  }

  /// The most bytes that are read before it is looked at what of them is new.
  static let portionSize = 128 << 20

  /// The files that are read at once: one at least.
  private static func portion(_ files: ArraySlice<Inbox.File>) -> ArraySlice<Inbox.File> {
    var size = 0
    let end = files.indices.dropFirst().first { index in
      size += files[index - 1].size
      return size + files[index].size > portionSize
    }
    return files[..<(end ?? files.endIndex)]
  }

  /// Itself where there is room for its bytes, which is taken; else deferred.
  private func within(_ room: inout Int) -> InboxFile {
    guard case .bytes(let bytes, _, let original) = self else { return self }
    let size = bytes.count + (original?.bytes.count ?? 0)
    guard size <= room else { return .refused(.deferred) }
    room -= size
    return self
  }
}
