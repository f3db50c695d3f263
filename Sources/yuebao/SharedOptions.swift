import ArgumentParser
import Glibc
import Model
import Pipeline
import Synchronization

/// How messages are written; every command takes it.
struct LogOptions: ParsableArguments {
  /// The forms of a message.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "Messages on standard error as text, or as one line of JSON each.")
  var logFormat: Format = .text

  func validate() { Console.writesJSON.store(logFormat == .json, ordering: .relaxed) }
}

/// The options of commands that work on a campaign.
struct SharedOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp("The campaign's folder.", valueName: "dir"))
  var workspace = "."

  @Option(help: "Language of headings and messages: zh or en; the campaign's own without it.")
  var lang: LanguageOption?

  @Flag(name: .shortAndLong, help: "No progress and no summary; errors are still shown.")
  var quiet = false

  @OptionGroup var log: LogOptions

  func validate() throws { try SharedOptions.require(workspace, "--workspace") }

  /// A folder's name must not be empty, as a variable of a script that is not set would have it.
  static func require(_ folder: String?, _ name: String) throws {
    if folder == "" { throw ValidationError("The folder '' of '\(name)' has no name") }
  }

  var language: Language? { lang?.language }

  /// Opens the campaign's folder.
  func open() throws -> Workspace {
    try Console.exiting { () throws(Failure) in try Workspace.open(workspace, language: language) }
  }
}

/// The options of commands that read a month's returns.
struct MonthOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The month, such as 2016-06; the latest in the inbox without it.", valueName: "month"))
  var month: MonthOption?

  @Option(help: "How many files are read at a time; the result does not depend on it.")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads must be 1 to 256")
    }
  }

  /// How to read, with progress on a terminal only.
  func reading(_ shared: SharedOptions) -> ReadingOptions {
    ReadingOptions(
      threads: threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      progress: shared.quiet ? nil : Console.progress)
  }

  /// Reads and rolls up the month.
  func run(_ shared: SharedOptions, files: [String] = []) async throws -> MonthRun {
    let workspace = try shared.open()
    let options = reading(shared)
    let asked = month?.month
    return try await Console.exiting { () async throws(Failure) in
      let month = try workspace.month(asked)
      return files.isEmpty
        ? try await MonthRun.make(workspace, month: month, options: options)
        : try await MonthRun.make(workspace, month: month, files: files, options: options)
    }
  }
}

/// A month on the command line.
struct MonthOption: ExpressibleByArgument {
  let month: Month

  init?(argument: String) {
    guard let month = Month(argument) else { return nil }
    self.month = month
  }
}

/// A language on the command line.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  var language: Language { self == .zh ? .zh : .en }
}
