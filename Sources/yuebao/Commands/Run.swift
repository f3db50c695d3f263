import ArgumentParser
import Model
import Pipeline

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the month's inbox, check, roll up and write the bulletin; what cron calls.",
    discussion: """
      Writes bulletin.md, figures.csv, units.csv, submissions.csv, findings.csv and SHA256SUMS into
      reports/MONTH of the campaign's folder, and into its folder returned what each sender has to mend;
      whole or not at all.
      Exit codes: 0 done, 65 fewer units have reported than the campaign's gate asks for (the output is
      written all the same), 66 an input is missing, 73 the output cannot be written, 75 another run holds
      the lock, 78 the configuration is wrong.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the months' folders go; DIR/reports without it.", valueName: "dir"))
  var output: String?

  func run() async throws {
    let workspace = try shared.open()
    let folder = output ?? workspace.reports
    let options = months.reading(shared)
    let asked = months.month?.month
    let result = try await Console.exiting { () async throws(Failure) in
      try await workspace.run(month: asked, into: folder, options: options)
    }
    if !shared.quiet { Console.out(result.summary + "\n") }
    if !result.passesGate {
      Console.message("yuebao: \(result.gateMessage)\n")
      throw ExitCode(Failure.Code.data.rawValue)
    }
  }
}
