import ArgumentParser
import Pipeline

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is wrong with the inbox, or with the files named; writes nothing.",
    discussion: """
      Each finding names file, row and column as a spreadsheet program shows them, and \
      says what to do. A file named is read as if it lay in the month's inbox.

      Exit codes: 0 all of it counts, 65 something was rejected.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions

  @Argument(help: ArgumentHelp("Files to check; the month's inbox without them.", valueName: "file"))
  var files: [String] = []

  func run() async throws {
    let run = try await months.run(shared, files: files)
    for line in run.findingLines() { try Console.out(line + "\n") }
    if !shared.quiet { Console.message(run.checkSummary + "\n") }
    if run.hasRejections {
      throw ExitCode(Failure.Code.data.rawValue)
    }
  }
}
