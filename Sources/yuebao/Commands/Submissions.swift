import ArgumentParser
import Model
import Pipeline

struct Submissions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submissions",
    abstract: "List what was received, and whether it counts.",
    discussion: """
      A line a file, columns separated by tabs; the first is the beginning of its SHA-256, \
      by which `yuebao export` gives it back and `yuebao withdraw` lets it count no more.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The month; all without it.", valueName: "month"),
    completion: Completions.months)
  var month: MonthOption?

  @Option(help: ArgumentHelp("What was known then: a day, or a day and a time.", valueName: "date"))
  var asOf: TimeOption?

  func run() throws {
    let workspace = try shared.open()
    let lines = try Console.exiting { () throws(Failure) in
      try workspace.submissionLines(month?.month, asOf: asOf?.time)
    }
    for line in lines { try Console.out(line + "\n") }
  }
}
