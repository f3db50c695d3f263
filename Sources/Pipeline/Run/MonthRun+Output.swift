import Aggregate
import Model
import Render

extension MonthRun {
  /// Writes the month's files into `folder`/MONTH, whole or not at all; answers with that folder's path.
  /// With `png` the charts stand there as PNG, too. `ready` is called when all is rendered: where it fails nothing is
  /// written. `record` is called with the files when they have taken their place; where it fails, what stood there
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
    let edition = edition(of: 0)
    async let rendered = renditions(edition)
    async let workbook = Self.workbook(edition)
    try await writeReturned(&output)
    let ((document, files), book) = (await rendered, try await workbook.get())
    times?.done(.renditions)
    try await ready()
    for (name, bytes) in files { try output.write(bytes, name) }
    try output.write(book, "bulletin.xlsx")
    if png { try writePictures(document, output) }
    let outputs = output.outputs
    try output.commit { () throws(Failure) in try record(outputs) }
    times?.done(.writing)
    return target.display
  }

  /// The bulletin, and with it the tables by the names of their files.
  private func renditions(_ edition: Edition) -> (Document, files: [(name: String, bytes: [UInt8])]) {
    let document = Bulletin.document(edition)
    let units = [edition.unit] + roster.children(of: edition.unit)
    var files: [(name: String, bytes: [UInt8])] = [
      ("bulletin.md", Array(MarkdownRenderer.render(document, language: campaign.language).utf8)),
      ("bulletin.html", Array(HTMLRenderer.render(document, language: campaign.language).utf8)),
      ("figures.csv", FiguresCSV.render(edition, units: units)),
      (
        "units.csv",
        UnitsCSV.render(edition, figures.wideColumns, figures: figures.append(_:of:to:))
      ),
      ("submissions.csv", SubmissionsCSV.render(edition)),
      ("findings.csv", FindingsCSV.render(edition)),
    ]
    files += charts(document)
    if edition.goals?.supervision != nil {
      files.append(("supervision.csv", SupervisionCSV.render(edition)))
    }
    files += feedback(FeedbackBook(edition, arrears)).map { ("feedback/" + $0.name, $0.bytes) }
    if !edition.reconciliation.isEmpty || !edition.ledgerReconciliation.isEmpty {
      files.append(("reconciliation.csv", ReconciliationCSV.render(edition)))
    }
    if !edition.ledgers.isEmpty {
      files.append(("ledgers.csv", LedgersCSV.render(edition)))
      files.append(("ledger-tables.csv", LedgerTablesCSV.render(edition)))
    }
    if edition.comparison != nil {
      files.append(("diff.md", Array(difference(edition).utf8)))
      files.append(("diff.csv", DiffCSV.render(edition)))
      files.append(("units-changed.csv", UnitChangesCSV.render(edition)))
    }
    if !edition.vintage.errata.isEmpty { files.append(("errata.csv", ErrataCSV.render(edition))) }
    return (document, files)
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
