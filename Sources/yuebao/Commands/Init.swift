import ArgumentParser
import Pipeline

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new campaign to start from.",
    discussion: """
      Writes campaign.yaml, forms/monthly.yaml, registry.csv and an inbox with one file. \
      Run it as it is, then put your own units, items and files in their place:

        yuebao init DIR
        yuebao run -C DIR

      With --templates it also writes the words of the bulletin into templates/, to be \
      changed there; where DIR holds a campaign already, only these, in its language.

      Nothing that is there already is changed (exit code 73).
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(help: "Language of the campaign: zh or en.")
  var lang: LanguageOption = .zh

  @Flag(help: "Write the words of the bulletin as templates, too.")
  var templates = false

  @OptionGroup var log: LogOptions

  func validate() throws { try SharedOptions.require(folder, "<dir>") }

  func run() throws {
    Console.speak(lang.language)
    let files = try Console.exiting { () throws(Failure) in
      templates
        ? try NewCampaign.createTemplates(in: folder, language: lang.language)
        : try NewCampaign.create(in: folder, language: lang.language)
    }
    for file in files { try Console.out("\(folder)/\(file)\n") }
  }
}
