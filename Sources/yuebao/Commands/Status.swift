import ArgumentParser
import Model
import Pipeline

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show who has reported, on time, late, not at all.",
    discussion: """
      A line a unit, columns separated by tabs, to be cut and sorted. The numbers are \
      returns of the unit and all below it, one for each form that it owes; the last one \
      is of units that have never reported in the months known (at most 12).

      --missing is the list to telephone from: below the name of each unit those directly \
      below it of which nothing counts, and for how many months that has been so.

        yuebao status -C DIR --missing --for 110101
        yuebao status -C DIR --missing | cut -sf3    the names to be reminded
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions
  @OptionGroup var times: TimeOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The unit, by code or name; the top of the tree without it.", valueName: "unit"),
    completion: Completions.units)
  var unit: String?

  @Flag(help: "List the units of which nothing counts, below those above them.")
  var missing = false

  func run() async throws {
    let workspace = try shared.open()
    let view = View(
      month: months.month?.month, asOf: times.asOf?.time, now: times.now?.time,
      options: months.reading(shared))
    let report = try await Console.exiting { () async throws(Failure) in
      try await StatusReport.make(workspace, view)
    }
    let found = try Console.exiting { () throws(Failure) in try report.unit(unit) }
    let lines = missing ? report.missingLines(within: found) : report.lines(of: found)
    for line in lines { try Console.out(line + "\n") }
  }
}
