import ArgumentParser
import Model
import Pipeline

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Set two months side by side, and say why each figure moved.",
    discussion: """
      Every change is split into what was restated of the earlier month, what the registry \
      changed, units that newly report, units that stopped, and real change in units that \
      reported both times. The parts add up to the whole.

        yuebao diff -C DIR 2016-05 2016-06
        yuebao diff -C DIR 2016-05 2016-06 --for 110101 --format csv
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var threads: ThreadOption

  /// How it is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, csv
  }

  @Argument(
    help: ArgumentHelp("The earlier month.", valueName: "month"),
    completion: Completions.months)
  var earlier: MonthOption

  @Argument(
    help: ArgumentHelp("The later month.", valueName: "month"),
    completion: Completions.months)
  var later: MonthOption

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The unit, by code or name; the top of the tree without it.", valueName: "unit"),
    completion: Completions.units)
  var unit: String?

  @Option(
    help: ArgumentHelp(
      "What was known then: a day, to its end, or a day and a time.", valueName: "date"))
  var asOf: TimeOption?

  @Option(help: "A document, the same as one page of HTML, or a table as CSV.")
  var format: Format = .markdown

  func run() async throws {
    let workspace = try shared.open()
    let (months, options) = ((earlier.month, later.month), threads.reading(shared))
    let run = try await Console.exiting { () async throws(Failure) in
      try await MonthRun.make(
        workspace, comparing: months.0, with: months.1, options, asOf: asOf?.time)
    }
    let found = try Console.exiting { () throws(Failure) in try run.unit(unit) }
    switch format {
    case .markdown: try Console.out(run.difference(of: found))
    case .html: try Console.out(run.differencePage(of: found))
    case .csv: try Console.out(bytes: run.differenceCSV(of: found))
    }
  }
}
