import Model

/// The rows of a file for whose units rows of files received later count: what was wrong with them need not be mended
/// any more.
struct SentAgain {
  private struct Spot: Hashable {
    let sheet: String
    let row: Int
  }

  private var rows: Set<Spot> = []
  /// Whether that is so of every row of the file.
  private var isAll: Bool

  /// What is said of a file as a whole without a row that is not known: of its columns, totals and month.
  private static let ofWhole: Set<String> = [
    HeadingDuplicate.code, HeadingMeasureDiffers.code, HeadingUnknown.code, ColumnMissing.code,
    TotalDiffers.code, MonthDiffers.code,
  ]

  /// What is settled of a file by the returns of its month.
  init(_ reading: SubmissionReading, _ campaign: Campaign, _ returns: Returns) {
    isAll = reading.omittedFindings == 0
    let received = reading.submission.received
    for (table, extent) in zip(reading.submission.tables, reading.extents) {
      // Of a ledger it is not the rows of one unit that take the place of others.
      guard campaign.forms[table.form].ledger == nil else {
        isAll = false
        continue
      }
      for row in [reading.rows[extent.rows], reading.rejected[extent.rejected]].joined() {
        if SentAgain.isLater(table.form, Int(row.unit), than: received, returns) {
          rows.insert(Spot(sheet: table.sheet, row: Int(row.row)))
        } else {
          isAll = false
        }
      }
    }
    if rows.isEmpty { isAll = false }
  }

  private static func isLater(_ form: Int, _ unit: Int, than received: LocalTime, _ returns: Returns) -> Bool
  {
    let source = Int(returns.sources[form][unit].submission)
    return returns.statuses[form][unit] == .accepted && source >= 0
      && returns.submissions[source].received > received
  }

  /// The findings of the file, those that need not be mended any more as notes. What concerns no row is settled where
  /// every row is, and nothing was lost that may have been one.
  func settled(_ findings: [Finding]) -> [Finding] {
    guard !rows.isEmpty else { return findings }
    let isOfRow = { (finding: Finding) in
      rows.contains(Spot(sheet: finding.place.sheet, row: finding.place.row))
    }
    let isWhole =
      isAll
      && findings.allSatisfy { $0.severity == .note || SentAgain.ofWhole.contains($0.code) || isOfRow($0) }
    return findings.map { finding in
      guard finding.severity < .note, isWhole || isOfRow(finding) else { return finding }
      var settled = finding
      settled.reason = NotToMend(reason: finding.reason)
      return settled
    }
  }
}
