import Glibc
import Model

/// A lock of one run against the others. The system frees it when the process ends, however it ends.
struct Lock: ~Copyable {
  private let file: Int32

  /// Takes the lock that is the file at a path; fails with exit code 75 where another run holds it.
  init(_ path: Path, _ language: Language) throws(Failure) {
    try self.init(
      path, O_RDWR | O_CREAT, kept: language.pick("没有改动任何内容", "nothing was changed"), language)
  }

  /// Takes the lock of an output folder, which must be there.
  init(folder: Path, _ language: Language) throws(Failure) {
    try self.init(
      folder, O_RDONLY | O_DIRECTORY, kept: language.pick("其中没有改动", "nothing in it was changed"), language)
  }

  private init(_ path: Path, _ mode: Int32, kept: String, _ language: Language) throws(Failure) {
    // The path is a C string that lives during the call.
    file = unsafe open(path.cString, mode | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Lock.failure(SystemError(path), kept, language) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(file)
      if number == EWOULDBLOCK {
        throw Failure(
          .temporary,
          language.pick(
            "另一次运行正占用\(path.display)；\(kept)，请等它结束后再试",
            "another run holds the lock \(path.display); \(kept), try again when it has ended"))
      }
      throw Lock.failure(SystemError(path, number: number), kept, language)
    }
  }

  private static func failure(_ error: SystemError, _ kept: String, _ language: Language) -> Failure {
    Failure(
      writing: language.pick("运行锁", "the lock of the run"), error,
      kept: kept, language)
  }

  // Closing alone would leave it to a process that is being started, which has the descriptor until its program runs.
  deinit {
    _ = flock(file, LOCK_UN)
    close(file)
  }
}
