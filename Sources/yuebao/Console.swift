import ArgumentParser
import Glibc
import Model
import Pipeline
import Synchronization

/// Results to standard output, messages to standard error.
enum Console {
  /// Whether messages are lines of JSON, for the logs of a machine; set once, as the command line is read.
  static let writesJSON = Atomic<Bool>(false)

  /// Whether the console's own messages are English; set once, as a campaign is opened.
  private static let isEnglish = Atomic<Bool>(false)

  /// Speaks the language of a campaign from now on.
  static func speak(_ language: Language) { isEnglish.store(language == .en, ordering: .relaxed) }

  private static func failure(_ number: Int32) -> Failure {
    .output(number, isEnglish.load(ordering: .relaxed) ? .en : .zh)
  }

  /// Prints a result; ends the program with exit code 73 where it cannot be written, as on a full disk.
  static func out(_ text: String) throws {
    let number = write(text, to: STDOUT_FILENO)
    guard number != 0 else { return }
    throw exit(failure(number))
  }

  /// Prints bytes as a result.
  static func out(bytes: [UInt8]) throws {
    let number = write(bytes, to: STDOUT_FILENO)
    guard number != 0 else { return }
    throw exit(failure(number))
  }

  /// The same where a failure is told by who asked.
  static func write(bytes: [UInt8]) throws(Failure) {
    let number = write(bytes, to: STDOUT_FILENO)
    if number != 0 { throw failure(number) }
  }

  /// Prints the one line that says what a command did; a line of JSON where messages are.
  static func result(_ line: String) throws {
    try out((writesJSON.load(ordering: .relaxed) ? json("info", 0, line) : line) + "\n")
  }

  /// Prints a message for information.
  static func note(_ text: String) {
    message(writesJSON.load(ordering: .relaxed) ? json("info", 0, text) : text)
  }

  /// Prints why the program ends with that exit code.
  static func error(_ code: Failure.Code, _ text: String) {
    message(writesJSON.load(ordering: .relaxed) ? json("error", code.rawValue, text) : "yuebao: " + text)
  }

  /// Prints what the command line gets wrong, which is always text.
  static func usage(_ text: String) { message(text) }

  private static func message(_ line: String) { _ = write(line + "\n", to: STDERR_FILENO) }

  /// `{"time":"…Z","level":"error","code":78,"message":"…"}`, one line whatever the text holds.
  private static func json(_ level: String, _ code: Int32, _ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case _ where scalar.value < 0x20:
        "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    let facts = "\"time\":\"\(Clock.logTime)\",\"level\":\"\(level)\",\"code\":\(code)"
    return "{\(facts),\"message\":\"\(escaped.joined())\"}"
  }

  /// Writes the whole text and answers 0, or the system's error number. A reader that has gone away ends the
  /// program as the shell expects.
  private static func write(_ text: String, to file: Int32) -> Int32 {
    write(Array(text.utf8), to: file)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
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

  /// Whether results are shown in colour: on a terminal, where nobody has set NO_COLOR.
  static var showsColour: Bool {
    // The environment is not changed while the program runs; only the first byte is looked at.
    let refusal = unsafe getenv("NO_COLOR")
    let isRefused = unsafe refusal.map { unsafe $0.pointee != 0 } ?? false
    return isatty(STDOUT_FILENO) == 1 && !isRefused
  }

  /// Whether results go to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Shows how far reading has come, on a terminal only.
  static var progress: (@Sendable (Int, Int) -> Void)? {
    guard isatty(STDERR_FILENO) == 1, !writesJSON.load(ordering: .relaxed) else { return nil }
    return { (done: Int, total: Int) in
      _ = write("\r\(done)/\(total)" + (done == total ? "\r\u{1B}[K" : ""), to: STDERR_FILENO)
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
    error(failure.code, failure.description)
    return ExitCode(failure.code.rawValue)
  }
}
