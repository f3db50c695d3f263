import CSystem
import Glibc
public import Model

/// A new file that appears whole or not at all.
public final class OutputFile {
  private let target: Path
  private let beside: Path
  private let language: Language
  private var file: Int32
  private var isCommitted = false

  /// A file of that name. Throws exit code 73 where one is there, or it cannot be written.
  public init(_ name: String, _ language: Language) throws(Failure) {
    target = Path(name)
    beside = Path(bytes: target.bytes + Array(".\(getpid()).part".utf8))
    self.language = language
    file = -1
    do throws(SystemError) {
      guard try FileSystem.entry(target) == nil else { throw SystemError(target, number: EEXIST) }
      file = try FileSystem.create(beside)
    } catch {
      throw failure(error)
    }
  }

  /// What did not take its name is removed.
  deinit {
    if file >= 0 { close(file) }
    if !isCommitted { _ = unsafe unlink(beside.cString) }
  }

  /// Appends bytes. Throws exit code 73; then nothing is left of the file.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(SystemError) { try FileSystem.write(bytes, into: file, beside) } catch { throw failure(error) }
    // The disk begins with it now, so that there is less to wait for at the end, where it is asked whether it could.
    _ = sync_file_range(file, 0, 0, UInt32(yuebao_begin_to_write))
  }

  /// The file takes its name, when it is on the disk. Throws exit code 73.
  public func commit() throws(Failure) {
    do throws(SystemError) {
      guard fsync(file) == 0 else { throw SystemError(beside) }
      defer { file = -1 }
      guard close(file) == 0 else { throw SystemError(beside) }
      try FileSystem.rename(beside, to: target)
      isCommitted = true
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: SystemError) -> Failure {
    if error.number == EEXIST {
      return Failure(
        .cannotCreate,
        language.pick(
          "\(target.display)已经存在，没有改动。请移走它，或另选文件名。",
          "\(target.display) is there already and was not changed. Move it away, or choose another name."))
    }
    return Failure(
      writing: target.display, error, kept: language.pick("没有留下这个文件", "nothing is left of the file"), language
    )
  }
}
