import ArgumentParser
import Pipeline

struct BulletinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin",
    abstract: "Print a unit's bulletin of a month as Markdown.",
    discussion: """
      Reads the inbox and writes nothing; for the files of a month use `yuebao run`.

        yuebao bulletin -C DIR --for 110101 > 110101.md
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The unit, by code or name; the top of the tree without it.", valueName: "unit"))
  var unit: String?

  func run() async throws {
    let run = try await months.run(shared)
    let found = try Console.exiting { () throws(Failure) in try run.unit(unit) }
    try Console.out(run.bulletin(of: found))
  }
}
