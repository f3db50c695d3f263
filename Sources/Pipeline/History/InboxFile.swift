import Ingest

/// The bytes of a file of the inbox, or why there are none.
enum InboxFile: Sendable {
  /// What is kept of it; `original` is the file as it came where personal cells were masked.
  case bytes([UInt8], sha256: String, original: Original?)
  /// It was masked before, and what is kept of it is known.
  case known(sha256: String)
  case refused(Refusal)

  /// A file as it came.
  struct Original: Sendable {
    var sha256: String
    var bytes: [UInt8]
  }

  /// Reads a file that may have vanished, grown or become something else. A link is not followed: whoever may write
  /// into the inbox need not be one who may read what it leads to.
  static func read(_ path: Path, _ masking: Masking?) -> InboxFile {
    do throws(SystemError) {
      guard let bytes = try FileSystem.read(path, limit: SubmissionReader.maximumSize, followsLinks: false)
      else {
        return .refused(.tooLarge(FileSystem.entry(path)?.size ?? 0))
      }
      let sha256 = SHA256.hex(of: bytes)
      return masking?.kept(bytes, sha256, path) ?? .bytes(bytes, sha256: sha256, original: nil)
    } catch {
      if FileSystem.entry(path)?.kind == .link { return .refused(.notRegular) }
      return .refused(error.isGone ? .vanished : .unreadable(error.reason))
    }
  }

  /// Reads the files of a listing, each `threads`-th by the same task; in the order of the listing.
  static func readAll(
    _ files: [Inbox.File], _ masking: Masking?, _ options: ReadingOptions
  ) async -> [InboxFile] {
    await Spread.over(files.count, threads: options.threads) { index in
      files[index].kind == .file ? read(files[index].path, masking) : .refused(.notRegular)
    }
  }
}
