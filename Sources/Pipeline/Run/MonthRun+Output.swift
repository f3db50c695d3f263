import Aggregate
import Model
import Render

extension MonthRun {
  /// Writes the month's files into `folder`/MONTH, whole or not at all; answers with that folder's path.
  /// With `png` the charts stand there, and as PNG, too. `ready` is called when all is rendered: where it fails nothing takes
  /// its place. `record` is called with the files when they have taken their place; where it fails, what stood there
  /// before is put back.
  ///
  /// Throws exit code 73 where they cannot be written; what stood there before is kept then.
  func write(
    into folder: Path, png: Bool = false, _ times: StageTimes? = nil,
    ready: () async throws(Failure) -> Void = {},
    record: ([PublishedOutput]) throws(Failure) -> Void = { _ in }
  ) async throws(Failure) -> String {
    let target = folder.appending(roster.month.description)
    var output = try OutputFolder(target, campaign.language)
    let earlier = EarlierCopies(target)
    let edition = edition(of: 0)
    let others = (output.another, output.another, output.another)
    // The longest first, so that none is left to itself at the end.
    async let workbook = writes(.workbook) ? Self.workbook(edition) : nil
    async let pages = rendered(others.0) { (files) throws(Failure) in
      try writePages(edition, charts: png || writes(.charts), &files)
    }
    async let units = rendered(others.1) { (files) throws(Failure) in try writeUnits(edition, &files) }
    async let tables = rendered(others.2) { (files) throws(Failure) in try writeTables(edition, &files) }
    var failure: Failure?
    var copies: [String: PublishedOutput] = [:]
    do throws(Failure) { copies = try await writeReturned(&output, earlier) } catch { failure = error }
    // Nobody writes any more when the output is given up.
    let (book, paged, wide, tabled) = (await workbook, await pages, await units, await tables)
    if let failure { throw failure }
    let (document, files) = try paged.get()
    output.add(files)
    output.add(try tabled.get().files)
    output.add(try wide.get().files)
    if let book { try output.write(try book.get(), "bulletin.xlsx") }
    times?.done(.renditions)
    try await ready()
    if png { try writePictures(document, output) }
    let outputs = output.outputs
    try output.commit { () throws(Failure) in try record(outputs) }
    earlier.keep(copies)
    times?.done(.writing)
    return target.display
  }

  /// Whether the campaign wants it beside Markdown and CSV.
  func writes(_ output: OutputKind) -> Bool { campaign.outputs.contains(output) }

  /// What a task makes, and the files that it writes; what it throws has its type.
  private func rendered<Made>(
    _ files: OutputFiles, _ write: (inout OutputFiles) throws(Failure) -> Made
  ) -> Result<(made: Made, files: OutputFiles), Failure> {
    Result { () throws(Failure) in
      var files = files
      return (try write(&files), files)
    }
  }

  /// Writes the bulletin, with which it answers, its charts where they are wanted, and the feedback pages.
  private func writePages(
    _ edition: Edition, charts: Bool, _ files: inout OutputFiles
  ) throws(Failure) -> Document {
    let (document, language) = (Bulletin.document(edition), campaign.language)
    let text = MarkdownRenderer.render(document, language: language, charts: charts)
    try files.write(Array(text.utf8), "bulletin.md")
    if writes(.page) {
      try files.write(Array(HTMLRenderer.render(document, language: language).utf8), "bulletin.html")
    }
    if charts { for (name, bytes) in self.charts(document) { try files.write(bytes, name) } }
    for (name, bytes) in feedback(FeedbackBook(edition, arrears)) {
      try files.write(bytes, "feedback/" + name)
    }
    if edition.comparison != nil { try files.write(Array(difference(edition).utf8), "diff.md") }
    return document
  }

  /// Writes the table of all units, which takes as long as all others.
  private func writeUnits(_ edition: Edition, _ files: inout OutputFiles) throws(Failure) {
    let table = UnitsCSV.render(edition, figures.wideColumns, figures: figures.write(_:of:to:at:))
    try files.write(table, "units.csv")
  }

  /// Writes the other tables.
  private func writeTables(_ edition: Edition, _ files: inout OutputFiles) throws(Failure) {
    let units = [edition.unit] + roster.children(of: edition.unit)
    try files.write(FiguresCSV.render(edition, units: units), "figures.csv")
    try files.write(SubmissionsCSV.render(edition), "submissions.csv")
    try files.write(FindingsCSV.render(edition), "findings.csv")
    if edition.goals?.supervision != nil {
      try files.write(SupervisionCSV.render(edition), "supervision.csv")
    }
    try writeComparisons(edition, &files)
  }

  /// Writes the tables that set the month beside other numbers.
  private func writeComparisons(_ edition: Edition, _ files: inout OutputFiles) throws(Failure) {
    if !edition.reconciliation.isEmpty || !edition.ledgerReconciliation.isEmpty {
      try files.write(ReconciliationCSV.render(edition), "reconciliation.csv")
    }
    if !edition.ledgers.isEmpty {
      try files.write(LedgersCSV.render(edition), "ledgers.csv")
      try files.write(LedgerTablesCSV.render(edition), "ledger-tables.csv")
    }
    if edition.comparison != nil {
      try files.write(DiffCSV.render(edition), "diff.csv")
      try files.write(UnitChangesCSV.render(edition), "units-changed.csv")
    }
    if !edition.vintage.errata.isEmpty { try files.write(ErrataCSV.render(edition), "errata.csv") }
  }

  private func difference(_ edition: Edition) -> String {
    MarkdownRenderer.render(DiffDocument.build(edition), language: campaign.language)
  }

  /// What changed in a unit and its children since the month that the run is set beside, as Markdown.
  public func difference(of unit: Int) -> String { difference(edition(of: unit)) }

  /// The same as a page of HTML.
  public func differencePage(of unit: Int) -> String {
    HTMLRenderer.render(DiffDocument.build(edition(of: unit)), language: campaign.language)
  }

  /// The same as CSV.
  public func differenceCSV(of unit: Int) -> [UInt8] { DiffCSV.render(edition(of: unit)) }

  /// The figures of a unit and its children as CSV.
  public func figuresCSV(of unit: Int) -> [UInt8] {
    FiguresCSV.render(edition(of: unit), units: [unit] + roster.children(of: unit))
  }

  /// Writes the month's files into `folder`/MONTH as ``Workspace/run(_:)`` does; answers with one line.
  public func write(to folder: String, png: Bool = false) async throws(Failure) -> String {
    let written = try await write(into: Path(folder), png: png)
    return summary + campaign.language.pick("；已写入\(written)", "; written to \(written)")
  }

  /// The bulletin of a unit as Markdown, without charts: there is nowhere to link to.
  public func bulletin(of unit: Int) -> String {
    MarkdownRenderer.render(
      Bulletin.document(edition(of: unit)), language: campaign.language, charts: false)
  }

  /// The same as a page of HTML that needs no other file.
  public func bulletinPage(of unit: Int) -> String {
    HTMLRenderer.render(Bulletin.document(edition(of: unit)), language: campaign.language)
  }

  /// The findings, one a line, as the terminal shows them.
  public func findingLines(inColour: Bool = false) -> [String] {
    let paint = Paint(isOn: inColour)
    return findings.map { findingLine($0, paint) }
  }

  /// The findings, each with the row that it is about and its cell marked; lines without line feeds.
  public func findingExcerpts(inColour: Bool = false) throws(Failure) -> [String] {
    let paint = Paint(isOn: inColour)
    var lines: [String] = []
    var (file, sheets): (String?, [SheetCopy]) = (nil, [])
    for finding in findings {
      // Findings stand in the order of files: each is read once.
      if finding.place.file != file {
        file = finding.place.file
        sheets = try sheetsAsRead(finding.place.file)
      }
      lines.append(findingLine(finding, paint))
      lines += FindingExcerpt.lines(finding, in: sheets, paint: paint)
    }
    return lines
  }

  private func findingLine(_ finding: Finding, _ paint: Paint) -> String {
    let weight = paint.severity(finding.severity.label(campaign.language), finding.severity)
    return "\(weight) [\(finding.code)] " + FindingText.line(finding, campaign.language)
  }
}
