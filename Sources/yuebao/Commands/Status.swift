import ArgumentParser
import Pipeline

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show who has reported, on time, late, not at all.",
    discussion: """
      A line a unit, columns separated by tabs, to be cut and sorted. The numbers are \
      returns of the unit and all below it, one for each form that it owes.

        yuebao status -C DIR --missing | cut -f2    the names to be reminded
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The unit, by code or name; the top of the tree without it.", valueName: "unit"))
  var unit: String?

  @Flag(help: "List each unit of which nothing counts, instead of the numbers.")
  var missing = false

  func run() async throws {
    let run = try await months.run(shared)
    let found = try Console.exiting { () throws(Failure) in try run.unit(unit) }
    for line in StatusReport.lines(run, unit: found, missingOnly: missing) { try Console.out(line + "\n") }
  }
}
