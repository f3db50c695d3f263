import Glibc

/// A new file that appears whole or not at all.
public struct OutputFile {
  private let target: Path
  private let beside: Path
  private let file: Int32

  /// A file of that name. Throws exit code 73 where one is there, or it cannot be written.
  public init(_ name: String) throws(Failure) {
    target = Path(name)
    beside = Path(bytes: target.bytes + Array(".\(getpid()).part".utf8))
    guard FileSystem.entry(target) == nil else {
      throw Failure(.cannotCreate, SystemError(target, number: EEXIST).description)
    }
    file = unsafe open(beside.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(.cannotCreate, SystemError(beside).description) }
  }

  /// Appends bytes. Throws exit code 73; then nothing is left of the file.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      // The buffer holds what is left to write; write() only reads it.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw abandon(SystemError(beside)) }
      written += count
    }
  }

  /// The file takes its name. Throws exit code 73.
  public func commit() throws(Failure) {
    guard close(file) == 0 else { throw Failure(.cannotCreate, SystemError(beside).description) }
    do throws(SystemError) { try FileSystem.rename(beside, to: target) } catch {
      throw Failure(.cannotCreate, error.description)
    }
  }

  private func abandon(_ error: SystemError) -> Failure {
    close(file)
    // The path is a C string that lives during the call.
    _ = unsafe unlink(beside.cString)
    return Failure(.cannotCreate, error.description)
  }
}
