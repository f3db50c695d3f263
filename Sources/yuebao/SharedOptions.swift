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
    help: ArgumentHelp("The campaign's folder.", valueName: "dir"), completion: .directory)
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

  /// Nor can files go to standard output, which `-` means where there is one file to write.
  static func requireOutput(_ folder: String?) throws {
    try require(folder, "--output")
    if folder == "-" {
      throw ValidationError("Several files are written, not to standard output: name a folder with --output")
    }
  }

  /// The file that an option names; `nil` for standard output, which `-` means.
  static func file(_ name: String?) -> String? { name == "-" ? nil : name }

  /// A workbook would confuse a terminal.
  static func requirePipe() throws {
    if Console.isTerminal {
      throw ValidationError("A workbook is no text for a terminal: name a file with --output FILE.xlsx")
    }
  }

  var language: Language? { lang?.language }

  /// Opens the campaign's folder; `lookingAhead` for commands that go on to read its inbox by several tasks.
  func open(lookingAhead: Bool = false) throws -> Workspace {
    let opened = try Console.exiting { () throws(Failure) in
      try Workspace.open(workspace, language: language, lookingAhead: lookingAhead)
    }
    Console.speak(opened.campaign.language)
    SharedOptions.opened.withLock { $0 = opened }
    return opened
  }

  /// Kept until the program ends: to let go of a registry piece by piece would take longer than that.
  private static let opened = Mutex<Workspace?>(nil)
}

/// The options of commands that read a month's returns.
struct MonthOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The month, such as 2016-06; without it the latest whose returns are due.", valueName: "month"),
    completion: Completions.months)
  var month: MonthOption?

  @OptionGroup var threads: ThreadOption

  /// How to read, with progress on a terminal only.
  func reading(_ shared: SharedOptions) -> ReadingOptions { threads.reading(shared) }
}

/// How files are read.
struct ThreadOption: ParsableArguments {
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
}

/// The options of commands that look at the history.
struct TimeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What was known then: a day, to its end, or a day and a time as '2016-07-06 09:30'.",
      valueName: "date"))
  var asOf: TimeOption?

  @Option(
    help: ArgumentHelp(
      "The time to go by, on the campaign's clock; the system's without it.", valueName: "time"))
  var now: TimeOption?
}

/// The option of commands that record when they did something.
struct NowOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The time to go by, on the campaign's clock, as '2016-07-06 09:30'; the system's without it.",
      valueName: "time"))
  var now: TimeOption?
}

/// A time on the command line: a day stands for its last minute.
struct TimeOption: ExpressibleByArgument {
  let time: LocalTime

  init?(argument: String) {
    let text = argument.replacing("T", with: " ")
    guard let day = Day(text.prefix(10)) else { return nil }
    if text.utf8.count == 10 {
      guard let time = LocalTime(day: day, hour: 23, minute: 59) else { return nil }
      self.time = time
      return
    }
    let clock = text.dropFirst(10).split(separator: ":", omittingEmptySubsequences: false)
    guard text.utf8.count == 16, text.dropFirst(10).first == " ", clock.count == 2,
      let hour = Digits.value(clock[0].dropFirst().utf8), let minute = Digits.value(clock[1].utf8),
      let time = LocalTime(day: day, hour: hour, minute: minute)
    else { return nil }
    self.time = time
  }
}

/// A period on the command line.
struct PeriodOption: ExpressibleByArgument {
  let period: Period

  init?(argument: String) {
    guard let period = Period(argument) else { return nil }
    self.period = period
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
