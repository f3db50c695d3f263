import ArgumentParser
import Pipeline

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give back what was received, byte for byte.",
    discussion: """
      Writes to standard output the file whose SHA-256 begins so; `yuebao submissions` \
      lists them. Configuration files that were in force are kept as well. Of a file whose \
      personal cells were masked the history has the masked copy; by the SHA-256 of the \
      file as it came this gives that one, until it is forgotten.

        yuebao export -C DIR 3f1c9a > returned.csv
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("The SHA-256, or its first digits.", valueName: "sha256"))
  var digest: String

  func validate() throws {
    guard digest.utf8.count >= 4, digest.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
      throw ValidationError("'\(digest)' is no SHA-256: give at least 4 of its hexadecimal digits")
    }
  }

  func run() throws {
    let workspace = try shared.open()
    let bytes = try Console.exiting { () throws(Failure) in try workspace.export(digest) }
    try Console.out(bytes: bytes)
  }
}
