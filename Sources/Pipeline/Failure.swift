public import Model

/// Why a command could not do its work: one of sysexits' codes and what to tell the user.
public struct Failure: Error, Sendable, CustomStringConvertible {
  /// The exit codes, as sysexits(3) numbers them.
  public enum Code: Int32, Sendable, CaseIterable {
    /// The command was used wrongly.
    case usage = 64
    /// The data fails a gate that the campaign set.
    case data = 65
    /// An input is missing or cannot be read.
    case noInput = 66
    /// A fault of the program.
    case software = 70
    /// An output cannot be written.
    case cannotCreate = 73
    /// Another run holds the lock, or try again.
    case temporary = 75
    /// The configuration is wrong.
    case configuration = 78

    /// What it means, in English, on one line; help and documentation say it so.
    public var meaning: String {
      switch self {
      case .usage: "the command line is wrong, or names an unknown unit or form"
      case .data: "the data fails: a gate is missed, or something is rejected"
      case .noInput: "an input is missing or cannot be read"
      case .software: "a fault of the program"
      case .cannotCreate: "the output or the history cannot be written; what was there is kept"
      case .temporary: "another run holds the lock, or memory or files are short: try again"
      case .configuration: "the configuration or the registry is wrong, at the place named"
      }
    }
  }

  /// The exit code.
  public var code: Code
  /// What happened, what was kept, what to do; lines without a trailing line feed.
  public var description: String

  /// A failure. What the description quotes is made safe to show.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = Shown.lines(description)
  }

  /// Standard output cannot be written, for the reason that the system numbers so.
  public static func output(_ number: Int32, _ language: Language) -> Failure {
    Failure(
      writing: language.pick("标准输出", "standard output"),
      SystemError(Path("standard output"), number: number),
      kept: language.pick("已写好的文件不受影响", "files that were written are whole"), language)
  }

  /// Mistakes in the configuration, one a paragraph.
  static func configuration(_ mistakes: [ConfigMistake], _ language: Language) -> Failure {
    Failure(.configuration, mistakes.map { $0.text(language) }.joined(separator: "\n"))
  }
}
