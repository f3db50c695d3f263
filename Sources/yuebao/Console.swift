import ArgumentParser
import Glibc
import Pipeline

/// Results to standard output, messages to standard error.
enum Console {
  /// Prints a result; ends the program with exit code 73 where it cannot be written, as on a full disk.
  static func out(_ text: String) throws {
    let number = write(text, to: STDOUT_FILENO)
    guard number != 0 else { return }
    throw exit(.output(number))
  }

  /// Prints a message.
  static func message(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes the whole text and answers 0, or the system's error number. A reader that has gone away ends the
  /// program as the shell expects.
  private static func write(_ text: String, to file: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      // The buffer holds what is left to write; write() only reads it.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      written += count
    }
    return 0
  }

  /// Shows how far reading has come, on a terminal only.
  static var progress: (@Sendable (Int, Int) -> Void)? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    return { (done: Int, total: Int) in
      message("\r\(done)/\(total)" + (done == total ? "\r\u{1B}[K" : ""))
    }
  }

  /// Does the work; a failure is printed to standard error and ends the program with its exit code.
  static func exiting<Result>(_ work: () throws(Failure) -> Result) throws -> Result {
    do throws(Failure) {
      return try work()
    } catch {
      throw exit(error)
    }
  }

  /// The same for work that waits.
  static func exiting<Result>(_ work: () async throws(Failure) -> Result) async throws -> Result {
    do throws(Failure) {
      return try await work()
    } catch {
      throw exit(error)
    }
  }

  private static func exit(_ failure: Failure) -> ExitCode {
    message("yuebao: " + failure.description + "\n")
    return ExitCode(failure.code.rawValue)
  }
}
