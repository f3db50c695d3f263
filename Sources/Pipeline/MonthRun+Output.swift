import Aggregate
import Model
import Render

extension MonthRun {
  /// Writes the month's files into `folder`/MONTH, whole or not at all; answers with that folder's path.
  ///
  /// Throws exit code 73 where they cannot be written; what stood there before is kept then.
  func write(into folder: Path) throws(Failure) -> String {
    let target = folder.appending(roster.month.description)
    let edition = edition(of: 0)
    var output = try OutputFolder(target, campaign.language)
    try output.write(Array(markdown(edition).utf8), "bulletin.md")
    let units = [edition.unit] + roster.children(of: edition.unit)
    try output.write(FiguresCSV.render(edition, units: units), "figures.csv")
    try output.write(
      UnitsCSV.render(edition, columns: figures.columns, figure: figures.figure(unit:column:)), "units.csv")
    try output.write(SubmissionsCSV.render(edition), "submissions.csv")
    try output.write(FindingsCSV.render(edition), "findings.csv")
    try output.commit()
    return target.display
  }

  /// The bulletin of a unit as Markdown.
  public func bulletin(of unit: Int) -> String { markdown(edition(of: unit)) }

  private func markdown(_ edition: Edition) -> String {
    MarkdownRenderer.render(Bulletin.document(edition), language: campaign.language)
  }

  /// The findings, one a line, as the terminal shows them.
  public func findingLines() -> [String] {
    findings.map {
      "\($0.severity.label(campaign.language)) [\($0.code)] "
        + FindingText.line($0, campaign.language)
    }
  }
}
