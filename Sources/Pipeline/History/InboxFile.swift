import Ingest
import Model

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

  /// Reads a file that may have vanished, grown or become something else. Throws exit code 75 where the machine lacks
  /// something for now: the file has nothing to do with it.
  static func read(_ path: Path, _ masking: Masking?, _ language: Language) throws(Failure) -> InboxFile {
    do throws(SystemError) {
      guard let bytes = try FileSystem.read(path, limit: SubmissionReader.maximumSize) else {
        return .refused(.tooLarge(try FileSystem.entry(path)?.size ?? 0))
      }
      let sha256 = SHA256.hex(of: bytes)
      return masking?.kept(bytes, sha256, path) ?? .bytes(bytes, sha256: sha256, original: nil)
    } catch {
      if error.isShortage { throw Failure(reading: error, language) }
      return .refused(error.isGone ? .vanished : .unreadable(error.reason))
    }
  }

  /// Reads the files of a listing, each `threads`-th by the same task; in the order of the listing.
  static func readAll(
    _ files: [Inbox.File], _ masking: Masking?, _ options: ReadingOptions, _ language: Language
  ) async throws(Failure) -> [InboxFile] {
    try await Spread.over(
      files.count, threads: options.threads,
      trying: { index in
        guard files[index].kind == .file else { return .success(.refused(.notRegular)) }
        return Result { () throws(Failure) in try read(files[index].path, masking, language) }
      })
  }
}
