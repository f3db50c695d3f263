import ArgumentParser
import Model
import Pipeline

struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Let a received file count no more.",
    discussion: """
      For a file that was put into the wrong month, or that its sender takes back. The \
      history keeps it, with the reason; --undo lets it count again. To correct a file, \
      put the new one into the inbox: it takes the old one's place by itself.

        yuebao withdraw -C DIR -m 2016-06 3f1c9a --reason 'belongs to May'
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var clock: NowOption

  @Argument(help: ArgumentHelp("The SHA-256, or its first digits.", valueName: "sha256"))
  var digest: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The month in whose inbox it lay.", valueName: "month"),
    completion: Completions.months)
  var month: MonthOption

  @Option(help: "Why; the history keeps it.")
  var reason = ""

  @Flag(help: "Let a withdrawn file count again.")
  var undo = false

  func validate() throws {
    guard digest.utf8.count >= 4, digest.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
      throw ValidationError("'\(digest)' is no SHA-256: give at least 4 of its hexadecimal digits")
    }
    if !undo, reason.isEmpty { throw ValidationError("Say why with --reason") }
  }

  func run() throws {
    let workspace = try shared.open()
    let line = try Console.exiting { () throws(Failure) in
      try workspace.withdraw(
        digest, month: month.month, reason: reason, undo: undo, now: clock.now?.time)
    }
    if !shared.quiet { try Console.result(line) }
  }
}
