import ArgumentParser
import Model
import Pipeline

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read the month's inbox, check, roll up and write the bulletin; what cron calls.",
    discussion: """
      Takes what is new in the inbox into history.sqlite and writes the month into \
      reports/MONTH of the campaign's folder: bulletin.md and bulletin.html, the tables, what \
      changed since the month before, and what each sender has to mend in returned/, whole \
      or not at all; an earlier output of the month is replaced. index.html beside it links \
      to the months.

        yuebao run -C DIR                       the latest month whose returns are due
        yuebao run -C DIR -m 2016-06 -o OUTPUT  that month, into OUTPUT/2016-06

      Exit codes:
        0   done; what is wrong with single files is in findings.csv
        64  the command was used wrongly
        65  a gate of the campaign is missed: too few returns, or too much rejected
            (the output is written all the same, as provisional)
        66  an input is missing
        73  the history or the output cannot be written; what was there is kept
        75  another run holds the lock, or memory or files are short; try again
        78  the configuration is wrong, at the file, line and column named
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions
  @OptionGroup var clock: NowOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the months' folders go; DIR/reports without it.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Write the charts as PNG, too; needs rsvg-convert.")
  var png = false

  @Flag(name: .shortAndLong, help: "Say how long each stage took.")
  var verbose = false

  func validate() throws { try SharedOptions.requireOutput(output) }

  func run() async throws {
    let reading = months.reading(shared)
    let workspace = try shared.open(lookingAhead: reading.threads > 1)
    var request = RunRequest(
      month: months.month?.month, now: clock.now?.time, output: output, options: reading)
    request.png = png
    let result = try await Console.exiting { () async throws(Failure) in
      try await workspace.run(request)
    }
    if !shared.quiet {
      try Console.result(result.summary)
      for note in result.notes { Console.note(note) }
    }
    if verbose { Console.note(result.times) }
    if !result.gateMessage.isEmpty {
      Console.error(.data, result.gateMessage)
      throw ExitCode(Failure.Code.data.rawValue)
    }
  }
}
