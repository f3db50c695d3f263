import ArgumentParser
import Pipeline

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new campaign to start from.",
    discussion: "Writes a small campaign that runs at once: yuebao run -C DIR.")

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var folder: String

  @Option(help: "Language of the campaign: zh or en.")
  var lang: LanguageOption = .zh

  func run() throws {
    let files = try Console.exiting { () throws(Failure) in
      try NewCampaign.create(in: folder, language: lang.language)
    }
    for file in files { Console.out("\(folder)/\(file)\n") }
  }
}
