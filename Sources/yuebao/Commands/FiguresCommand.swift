import ArgumentParser
import Model
import Pipeline

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Add up the figures of every unit straight from files; keeps nothing.",
    discussion: """
      Reads the month's inbox, or the files and folders named, and prints a row for each \
      unit as CSV: the roll-up alone, without history and without checks across files \
      and months. With --prefixes, or registry: {prefixes: [2, 4, 6]} in campaign.yaml, \
      no registry.csv is needed: the codes say which unit is above which, as 110101 lies \
      in 1101 and that in 11 where the lengths are 2,4,6. \
      Of files named, rows of a ledger may be of any month if they say which.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var threads: ThreadOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The month of all rows, such as 2016-06; of the inbox the latest without it.", valueName: "month"),
    completion: Completions.months)
  var month: MonthOption?

  @Option(
    help: ArgumentHelp(
      "The lengths of codes, level by level below the top, such as 2,4,6,9.", valueName: "lengths"))
  var prefixes: PrefixOption?

  @Option(
    help: ArgumentHelp("The lowest level to print, such as county.", valueName: "level"),
    completion: Completions.levels)
  var depth: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, not there yet; standard output without it, or where it is -.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Say how long each stage took.")
  var verbose = false

  @Argument(
    help: ArgumentHelp("Files and folders; the month's inbox without them.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  func run() async throws {
    let options = FiguresOptions(
      inputs: paths, month: month?.month, prefixes: prefixes?.lengths ?? [], depth: depth,
      threads: threads.reading(shared).threads)
    let (summary, times) = try await Console.exiting { () async throws(Failure) in
      let run = try FiguresRun(folder: shared.workspace, options, language: shared.language)
      let file = try SharedOptions.file(output).map { name throws(Failure) in
        try OutputFile(name, run.language)
      }
      let summary = try await run.run { bytes throws(Failure) in
        if file == nil { try Console.write(bytes: bytes) } else { try file?.write(bytes) }
      }
      try file?.commit()
      return (summary, run.times)
    }
    if !shared.quiet { Console.note(summary) }
    if verbose { Console.note(times) }
  }
}

/// Lengths of codes on the command line.
struct PrefixOption: ExpressibleByArgument {
  let lengths: [Int]

  init?(argument: String) {
    let lengths = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Digits.value($0.utf8)
    }
    let known = lengths.compactMap { $0 }
    guard known.count == lengths.count, known.allSatisfy({ Registry.prefixLengths.contains($0) }),
      zip(known, known.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.lengths = known
  }
}
