import ArgumentParser
import Model
import Pipeline

struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Seal a month as it is published.",
    discussion: """
      Writes the month as the history knows it and records its figures, the configuration \
      and registry they were made with, the version of the program, and the digest of \
      every file. Whatever comes in later makes a revised edition: changed figures are \
      marked (r) and listed with what was published and why they moved.

        yuebao publish -C DIR -m 2016-06

      Exit codes: 0 published; 65 a gate is missed, or nothing has changed since the last \
      edition; 66 the history knows nothing of the month.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var clock: NowOption
  @OptionGroup var threads: ThreadOption

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The month, such as 2016-06.", valueName: "month"),
    completion: Completions.months)
  var month: MonthOption

  @Flag(help: "Publish even where a gate of the campaign is missed; the title says provisional.")
  var provisional = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the months' folders go; DIR/reports without it.", valueName: "dir"),
    completion: .directory)
  var output: String?

  func validate() throws { try SharedOptions.requireOutput(output) }

  func run() async throws {
    let workspace = try shared.open()
    let (month, now, options) = (month.month, clock.now?.time, threads.reading(shared))
    let line = try await Console.exiting { () async throws(Failure) in
      try await workspace.publish(
        month, now: now, evenIfProvisional: provisional, output: output, options: options)
    }
    if !shared.quiet { try Console.result(line) }
  }
}
