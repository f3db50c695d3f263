import Glibc

/// The workspace's lock: one run at a time. The system frees it when the process ends, however it ends.
struct Lock: ~Copyable {
  private let file: Int32

  /// Takes the lock; fails with exit code 75 where another run holds it.
  init(_ path: Path) throws(Failure) {
    file = unsafe open(path.cString, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(.cannotCreate, SystemError(path).description) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(file)
      if number == EWOULDBLOCK {
        throw Failure(
          .temporary,
          "another run holds the lock \(path.display); nothing was changed, try again when it has ended")
      }
      throw Failure(.cannotCreate, SystemError(path, number: number).description)
    }
  }

  deinit { close(file) }
}
