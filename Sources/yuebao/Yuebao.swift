import ArgumentParser
import Pipeline

/// The program: parses, calls the pipeline once, prints, exits.
@main
struct Yuebao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yuebao",
    abstract: "Turns monthly returns into the month's bulletin.",
    discussion: """
      A campaign is a folder: campaign.yaml, forms/, registry.csv and inbox/MONTH/ with the files that came
      in. Start with `yuebao init DIR`, then `yuebao run -C DIR`; the bulletin is in DIR/reports/MONTH/.
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Run.self, BulletinCommand.self, Status.self, Check.self, Template.self, RegistryCommand.self,
      Config.self,
    ])
}
