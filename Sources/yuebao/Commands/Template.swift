import ArgumentParser
import Model
import Pipeline

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write the blank form that a unit fills in, with a row for each unit below it.",
    discussion: """
      Codes, names and the month are filled in and locked; cells say what they take and \
      offer the answers, so that what comes back is read without guessing. Prints the \
      file's name.

        yuebao template --for UNIT --form ID    ID-CODE-MONTH.xlsx in this folder

      Exit codes:
        0   done
        64  unit or form unknown, or several forms could be meant
        73  the file is there already, or cannot be written
        78  the configuration is wrong
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The unit, by code or name; the top of the tree without it.", valueName: "unit"),
    completion: Completions.units)
  var unit: String?

  @Option(
    help: ArgumentHelp("The form; not needed where only one is to be filled in.", valueName: "id"),
    completion: Completions.forms)
  var form: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The month, such as 2016-06; the latest in the inbox without it.", valueName: "month"),
    completion: Completions.months)
  var month: MonthOption?

  @Option(help: "xlsx, a workbook, or csv.")
  var format: FormatOption = .xlsx

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - for standard output; FORM-CODE-MONTH.xlsx without it.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if output == "-", format == .xlsx { try SharedOptions.requirePipe() }
  }

  func run() throws {
    let workspace = try shared.open()
    if output == "-" {
      let bytes = try Console.exiting { () throws(Failure) in
        try workspace.blankForm(for: unit, form: form, month: month?.month, format: format.format).bytes
      }
      return try Console.out(bytes: bytes)
    }
    let written = try Console.exiting { () throws(Failure) in
      try workspace.writeBlankForm(
        for: unit, form: form, month: month?.month, format: format.format, output: output)
    }
    try Console.out(written + "\n")
  }
}

/// The format of a blank form on the command line.
enum FormatOption: String, ExpressibleByArgument, CaseIterable {
  case xlsx, csv

  var format: BlankFormat { self == .xlsx ? .xlsx : .csv }
}
