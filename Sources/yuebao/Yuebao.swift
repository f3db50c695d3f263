import ArgumentParser
import Pipeline

/// The program: parses, calls the pipeline once, prints, exits.
@main
struct Yuebao: AsyncParsableCommand {
  private static let codes = Failure.Code.allCases.map { "  \($0.rawValue)  \($0.meaning)" }
    .joined(separator: "\n")

  static let configuration = CommandConfiguration(
    commandName: "yuebao",
    abstract: "Turns monthly returns into the month's bulletin.",
    discussion: """
      A campaign is a folder: campaign.yaml, forms/, registry.csv, and inbox/MONTH/ \
      with the files that came in, such as inbox/2016-06/. To begin:

        yuebao init DIR      makes a small campaign that runs at once
        yuebao run -C DIR    writes DIR/reports/MONTH/bulletin.md and its figures
        yuebao check -C DIR  says what is wrong with the files that came in
        yuebao config -C DIR prints the configuration as understood

      Results go to standard output, messages to standard error. Exit codes, as \
      sysexits(3) numbers them:

        0   done
      \(codes)
      """,
    version: Version.number,
    subcommands: [
      Init.self, Run.self, Check.self, Status.self, BulletinCommand.self, Diff.self, Publish.self,
      FiguresCommand.self,
      IngestCommand.self, Submissions.self, Export.self, Withdraw.self, Forget.self, Template.self,
      RegistryCommand.self, Config.self,
    ])

  /// What the command line gets wrong is said in Chinese, too, as no campaign has said yet what its readers speak.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      let arguments = CommandLine.arguments
      // What has its exit code has been told already.
      let isUntold = !(error is ExitCode) && exitCode(for: error) == .validationFailure
      if isUntold, !UsageWords.asksForEnglish(arguments) {
        Console.usage(UsageWords.chinese(message(for: error), arguments))
      }
      exit(withError: error)
    }
  }
}
