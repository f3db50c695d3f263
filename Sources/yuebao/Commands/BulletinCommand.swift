import ArgumentParser
import Model
import Pipeline

struct BulletinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin",
    abstract: "Print a unit's bulletin of a month or a longer period, or write it as a workbook.",
    discussion: """
      Looks at the history and at what is new in the inbox, and records nothing; for the \
      files of a month use `yuebao run`.

        yuebao bulletin -C DIR --for 110101 > 110101.md
        yuebao bulletin -C DIR --format html > bulletin.html   as a page for the browser
        yuebao bulletin -C DIR -m 2016-06 --as-of 2016-07-06   as it was known that day
        yuebao bulletin -C DIR -m 2016-06 --as-of 2016-07-06 -o OUTPUT   all its files
        yuebao bulletin -C DIR --period 2016Q2                 a quarter; 2016H1 a half,
                                                               2016 a year, 2016-06/ytd
                                                               the year up to June
        yuebao bulletin -C DIR --for 110101 --format xlsx -o FILE.xlsx   a workbook
        yuebao bulletin -C DIR --feedback --for 110101         the unit's feedback page
        yuebao bulletin -C DIR --feedback --level county -o OUT   those of all counties
      """)

  /// How it is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, csv, xlsx
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var months: MonthOptions
  @OptionGroup var times: TimeOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The unit, by code or name; the top of the tree without it.", valueName: "unit"),
    completion: Completions.units)
  var unit: String?

  @Option(help: ArgumentHelp("A period instead of a month.", valueName: "period"))
  var period: PeriodOption?

  @Option(
    help:
      "The document, the same as one page of HTML, its figures as CSV, or its tables as a workbook (XLSX), which --output names."
  )
  var format: Format = .markdown

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write all files of the month into DIR/MONTH instead; of --format xlsx the workbook's file, - for standard output.",
      valueName: "dir"),
    completion: .file())
  var output: String?

  @Flag(help: "With --output: write the charts as PNG, too; needs rsvg-convert.")
  var png = false

  @Flag(
    help: "The unit's feedback page instead: its figures beside its siblings', what to mend, whom to call.")
  var feedback = false

  @Option(
    help: ArgumentHelp(
      "With --feedback and --output: the pages of all units of that level, into DIR.", valueName: "level"),
    completion: Completions.levels)
  var level: String?

  func validate() throws {
    if format == .xlsx {
      try SharedOptions.require(output, "--output")
      if SharedOptions.file(output) == nil { try SharedOptions.requirePipe() }
    } else {
      try SharedOptions.requireOutput(output)
    }
    if period != nil, months.month != nil {
      throw ValidationError("Name a month or a period, not both")
    }
    if format != .xlsx, output != nil, unit != nil || period != nil {
      throw ValidationError("--output writes the files of a whole month: leave out --for and --period")
    }
    if feedback, period != nil || format != .markdown {
      throw ValidationError("--feedback is a page of one month as Markdown: leave out --period and --format")
    }
    if png, output == nil || feedback {
      throw ValidationError("--png goes with --output, and not with --feedback")
    }
    if (level != nil) != (feedback && output != nil) {
      throw ValidationError("--level goes with --feedback and --output")
    }
  }

  func run() async throws {
    let run = try await made()
    if let note = run.versionNote { Console.note(note) }
    if let output, let level {
      let line = try Console.exiting { () throws(Failure) in
        try run.writeFeedback(level: level, into: output)
      }
      if !shared.quiet { try Console.result(line) }
      return
    }
    if format == .xlsx { return try writeWorkbook(of: run) }
    if let output {
      let line = try await Console.exiting { () async throws(Failure) in
        try await run.write(to: output, png: png)
      }
      if !shared.quiet { try Console.out(line + "\n") }
      return
    }
    for note in run.periodNotes { Console.note(note) }
    let found = try Console.exiting { () throws(Failure) in try run.unit(unit) }
    if feedback {
      return try Console.out(try Console.exiting { () throws(Failure) in try run.feedback(of: found) })
    }
    switch format {
    case .markdown: try Console.out(run.bulletin(of: found))
    case .html: try Console.out(run.bulletinPage(of: found))
    case .csv: try Console.out(bytes: run.figuresCSV(of: found))
    case .xlsx: break  // written above
    }
  }

  /// The workbook into its file, or to a pipe.
  private func writeWorkbook(of run: MonthRun) throws {
    for note in run.periodNotes { Console.note(note) }
    let found = try Console.exiting { () throws(Failure) in try run.unit(unit) }
    guard let output = SharedOptions.file(output) else {
      return try Console.out(bytes: Console.exiting { () throws(Failure) in try run.workbook(of: found) })
    }
    let line = try Console.exiting { () throws(Failure) in try run.writeWorkbook(of: found, to: output) }
    if !shared.quiet { try Console.out(line + "\n") }
  }

  private func made() async throws -> MonthRun {
    let workspace = try shared.open()
    let options = months.reading(shared)
    return try await Console.exiting { () async throws(Failure) in
      if let period {
        return try await MonthRun.make(
          workspace, period: period.period, options, asOf: times.asOf?.time)
      }
      return try await MonthRun.make(
        workspace,
        View(month: months.month?.month, asOf: times.asOf?.time, now: times.now?.time, options: options))
    }
  }
}
