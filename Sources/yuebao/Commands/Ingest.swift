import ArgumentParser
import Model
import Pipeline

struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Take what is new in the inbox into the history, without making a bulletin.",
    discussion: """
      What has been taken in before changes nothing, under whatever names it comes again. \
      `yuebao run` does the same before it makes the bulletin.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var clock: NowOption
  @OptionGroup var threads: ThreadOption

  func run() async throws {
    let options = threads.reading(shared)
    let workspace = try shared.open(lookingAhead: options.threads > 1)
    let now = clock.now?.time
    let line = try await Console.exiting { () async throws(Failure) in
      try await workspace.ingest(now: now, options: options)
    }
    if !shared.quiet { try Console.result(line) }
  }
}
