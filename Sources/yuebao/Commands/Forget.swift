import ArgumentParser
import Pipeline

struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget what was kept apart of persons; figures stay.",
    discussion: """
      Items marked `personal` are masked before a file is kept in history.sqlite; the files \
      as they came are in personal.sqlite. This empties it, for good: bulletins of all \
      months come out as before. Pseudonyms of keys begin anew, so that rows with personal \
      keys cannot be followed from the months before to those after.

        yuebao forget -C DIR --yes
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(name: .long, help: "Do it; without it nothing is done.")
  var yes = false

  func validate() throws {
    guard yes else { throw ValidationError("this cannot be undone; add --yes to do it") }
  }

  func run() throws {
    let workspace = try shared.open()
    let line = try Console.exiting { () throws(Failure) in try workspace.forget() }
    if !shared.quiet { try Console.result(line) }
  }
}
