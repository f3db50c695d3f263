import ArgumentParser
import Model
import Pipeline

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show what is wrong with the inbox, or with the files named; writes nothing.",
    discussion: """
      Each finding names file, row and column as a spreadsheet program shows them, and \
      says what to do. A file named is read as if it lay in the month's inbox, and the \
      row of each of its findings is shown with the cell marked. Colours only on a \
      terminal, and not where NO_COLOR is set.

      Exit codes: 0 all of it counts, 65 something was rejected.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions

  @Argument(
    help: ArgumentHelp("Files to check; the month's inbox without them.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  func run() async throws {
    let workspace = try shared.open()
    let (month, options) = (months.month?.month, months.reading(shared))
    let run = try await Console.exiting { () async throws(Failure) in
      files.isEmpty
        ? try await MonthRun.make(workspace, View(month: month, options: options))
        : try await MonthRun.make(workspace, month: month, files: files, options: options)
    }
    // The inbox may have thousands of findings: a line each. Of files named, each is shown at its place.
    let inColour = Console.showsColour
    let lines = try Console.exiting { () throws(Failure) in
      files.isEmpty ? run.findingLines(inColour: inColour) : try run.findingExcerpts(inColour: inColour)
    }
    for line in lines { try Console.out(line + "\n") }
    let strays = files.isEmpty ? try Console.exiting { () throws(Failure) in try workspace.strayNote() } : nil
    if !shared.quiet {
      Console.note(run.checkSummary)
      if let strays { Console.note(strays) }
    }
    if run.hasRejections {
      throw ExitCode(Failure.Code.data.rawValue)
    }
  }
}
