import ArgumentParser
import Model
import Pipeline

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the month's inbox, check, roll up and write the bulletin; what cron calls.",
    discussion: """
      Writes bulletin.md, figures.csv, units.csv, submissions.csv, findings.csv and \
      SHA256SUMS into reports/MONTH of the campaign's folder, and what each sender has \
      to mend into returned/ in it, whole or not at all; an earlier output of the month \
      is replaced.

        yuebao run -C DIR                       the latest month of the inbox
        yuebao run -C DIR -m 2016-06 -o OUTPUT  that month, into OUTPUT/2016-06

      Exit codes:
        0   done; what is wrong with single files is in findings.csv
        64  the command was used wrongly
        65  fewer returns have come in than the campaign's gate asks for
            (the output is written all the same)
        66  an input is missing
        73  the output cannot be written; the old one is kept
        75  another run holds the lock; try again
        78  the configuration is wrong, at the file, line and column named
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the months' folders go; DIR/reports without it.", valueName: "dir"))
  var output: String?

  func validate() throws { try SharedOptions.require(output, "--output") }

  func run() async throws {
    let workspace = try shared.open()
    let options = months.reading(shared)
    let asked = months.month?.month
    let result = try await Console.exiting { () async throws(Failure) in
      try await workspace.run(month: asked, into: output, options: options)
    }
    if !shared.quiet { try Console.out(result.summary + "\n") }
    if !result.passesGate {
      Console.error(.data, result.gateMessage)
      throw ExitCode(Failure.Code.data.rawValue)
    }
  }
}
