import ArgumentParser
import Pipeline

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the configuration as understood, every default spelled out.",
    discussion: """
      Prints campaign.yaml, or with --form one form, as YAML that can be read again.

      Exit code 78 where the configuration is wrong, with file, line and column.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp("The form to print instead.", valueName: "id"),
    completion: Completions.forms)
  var form: String?

  func run() throws {
    let text = try Console.exiting { () throws(Failure) in
      let campaign = try Workspace.readCampaign(shared.workspace, language: shared.language)
      guard let form else { return try ConfigPrinter.campaign(campaign) }
      return try ConfigPrinter.form(named: form, of: campaign)
    }
    try Console.out(text)
  }
}
