import ArgumentParser
import Model
import Pipeline

struct RegistryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry", abstract: "Work on the registry of units.",
    discussion: """
      registry.csv has a row for each unit: code, name, level, parent, groups, and the \
      months from and to which it exists. Write it by hand, or import it; \
      when it changes, compare two and join them.
      """,
    subcommands: [Import.self, Diff.self, Update.self])

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make a registry from the National Bureau of Statistics' files.",
      discussion: """
        DIR holds provinces.csv, cities.csv, areas.csv and streets.csv. The registry goes \
        to standard output:

          yuebao registry import --nbs DIR --from 2016-01 > registry.csv

        Its levels are nation, province, city, county and township. Add groups by hand.
        """)

    @Option(
      help: ArgumentHelp("The folder of the four files.", valueName: "dir"),
      completion: .directory)
    var nbs: String

    @Option(help: ArgumentHelp("The first month of the registry, such as 2016-01.", valueName: "month"))
    var from: MonthOption

    @Option(help: "The name of the top unit.")
    var top = "全国"

    @Option(help: "Language of messages: zh or en.")
    var lang: LanguageOption = .zh

    @OptionGroup var log: LogOptions

    func run() throws {
      let text = try Console.exiting { () throws(Failure) in
        try RegistryImport.nbs(nbs, from: from.month, top: top, language: lang.language)
      }
      try Console.out(text)
    }
  }
}
