import ArgumentParser
import Model
import Pipeline

extension RegistryCommand {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Say what changed between two registries, and propose successors.",
      discussion: """
        A and B are registry.csv files or campaigns' folders. A is taken in its last month, \
        that of its last change, and B in its first. The proposals go to standard output:

          yuebao registry diff a.csv b.csv > proposals.csv

        Write yes, no or another code into the column accept, and join the two:

          yuebao registry update a.csv b.csv --from 2020-07 --accept proposals.csv
        """)

    @OptionGroup var pair: RegistryPairOptions

    @Option(
      name: .customLong("month-a"),
      help: ArgumentHelp("The month in which A is taken.", valueName: "month"))
    var oldMonth: MonthOption?

    @Option(
      name: .customLong("month-b"),
      help: ArgumentHelp("The month in which B is taken.", valueName: "month"))
    var newMonth: MonthOption?

    func run() throws {
      let report = try Console.exiting { () throws(Failure) in
        try RegistryDiff.report(
          pair.older, pair.newer, oldMonth: oldMonth?.month, newMonth: newMonth?.month,
          language: pair.lang?.language)
      }
      try Console.out(report.csv)
      if !pair.quiet { Console.note(report.summary) }
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "Join two registries into one dated registry.",
      discussion: """
        What A says holds before the month, what B says from it on. Units that end get the \
        successors that were accepted, and no others. The registry goes to standard output:

          yuebao registry update a.csv b.csv --from 2020-07 --accept proposals.csv

        Groups and short names of A are kept where B has none.
        """)

    @OptionGroup var pair: RegistryPairOptions

    @Option(help: ArgumentHelp("The first month in which B holds, such as 2020-07.", valueName: "month"))
    var from: MonthOption

    @Option(
      help: ArgumentHelp(
        "The proposals of 'registry diff' with the column accept filled in.", valueName: "file"),
      completion: .file())
    var accept: String?

    @Option(
      help: ArgumentHelp(
        "Accept all proposals of at least that confidence, 1 to 100; the file goes before.",
        valueName: "confidence"))
    var acceptFrom: Int?

    func validate() throws {
      if let acceptFrom, !(1...100).contains(acceptFrom) {
        throw ValidationError("--accept-from must be 1 to 100")
      }
      try SharedOptions.require(accept, "--accept")
    }

    func run() throws {
      let report = try Console.exiting { () throws(Failure) in
        try RegistryUpdate.report(
          pair.older, pair.newer, from: from.month, accepted: accept, level: acceptFrom,
          language: pair.lang?.language)
      }
      try Console.out(report.csv)
      if !pair.quiet { Console.note(report.summary) }
    }
  }
}

/// Two registries on the command line.
struct RegistryPairOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The older registry: a file or a campaign's folder.", valueName: "a"),
    completion: .file())
  var older: String

  @Argument(
    help: ArgumentHelp("The newer registry: a file or a campaign's folder.", valueName: "b"),
    completion: .file())
  var newer: String

  @Option(help: "Language of headings and messages: zh or en; the campaign's own without it.")
  var lang: LanguageOption?

  @Flag(name: .shortAndLong, help: "No summary; errors are still shown.")
  var quiet = false

  @OptionGroup var log: LogOptions

  func validate() throws {
    try SharedOptions.require(older, "a")
    try SharedOptions.require(newer, "b")
  }
}
