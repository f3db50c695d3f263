import Model

/// The copy of one sheet and where it is written.
struct CopiedSheet {
  let copy: SheetCopy
  let target: WorkbookWriter.Sheet

  /// What is said of one cell.
  private struct Remark {
    var severity: Severity
    var messages: [String]
  }

  /// Writes the cells, those with findings coloured by their worst and with the messages as a comment.
  func write(_ findings: [Finding], _ language: Language, _ writer: inout WorkbookWriter) {
    var remarks = remarks(findings, language)
    let heading = copy.headingRow
    let plain = CellStyle(numberFormat: "@")
    let bold = CellStyle(fill: Colours.heading, isBold: true, hasBorder: true, numberFormat: "@")
    for row in copy.rows {
      let usual = row.number == heading ? bold : plain
      for (index, text) in row.cells.enumerated() {
        let cell = CellAddress(row.number, index + 1)
        var style = usual
        if let remark = remarks.removeValue(forKey: cell) {
          style = self.style(remark)
          comment(remark, at: cell, &writer)
        } else if text.isEmpty {
          continue
        }
        writer.write(text, at: cell, of: target, style)
      }
    }
    // Cells that the file does not have, such as those after a quote that is never closed.
    for (cell, remark) in remarks.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
      writer.write("", at: cell, of: target, style(remark))
      comment(remark, at: cell, &writer)
    }
    setLayout(heading, &writer)
  }

  /// The messages by cell; one that is about a whole row hangs on its first cell.
  private func remarks(_ findings: [Finding], _ language: Language) -> [CellAddress: Remark] {
    var remarks: [CellAddress: Remark] = [:]
    for finding in findings where holds(finding.place.row) {
      let cell = CellAddress(finding.place)
      let item = finding.item.isEmpty ? "" : language.pick("“\(finding.item)”", "\(finding.item): ")
      let message = "【\(finding.severity.label(language))】\(item)\(finding.reason.message(language))"
      var remark = remarks[cell] ?? Remark(severity: finding.severity, messages: [])
      remark.severity = min(remark.severity, finding.severity)
      remark.messages.append(message)
      remarks[cell] = remark
    }
    return remarks
  }

  /// Whether a row is in the copy, or would be if the file had not broken off there.
  func holds(_ row: Int) -> Bool {
    guard let last = copy.rows.last?.number else { return row == 1 }
    return row <= (copy.isCut ? last : min(last + 1000, SheetCopy.lastRow))
  }

  private func style(_ remark: Remark) -> CellStyle {
    CellStyle(fill: Colours.fill(remark.severity), isBold: true, hasBorder: true, numberFormat: "@")
  }

  private func comment(_ remark: Remark, at cell: CellAddress, _ writer: inout WorkbookWriter) {
    let lines = remark.messages.reduce(0) { $0 + 1 + DisplayWidth.of($1) / 40 }
    writer.comment(remark.messages.joined(separator: "\n"), at: cell, of: target, lines: lines)
  }

  private func setLayout(_ heading: Int, _ writer: inout WorkbookWriter) {
    let width = max(1, copy.width)
    var widths = [Int](repeating: 6, count: min(width, 256))
    for row in copy.rows.prefix(200) where row.number >= heading {
      for (index, text) in row.cells.prefix(widths.count).enumerated() {
        let shown = text.utf8.count <= 40 ? text[...] : text.prefix(40)
        widths[index] = max(widths[index], DisplayWidth.of(shown) + 2)
      }
    }
    for (index, width) in widths.enumerated() {
      writer.setWidth(Double(min(width, 30)), columns: (index + 1)...(index + 1), of: target)
    }
    writer.freeze(rows: heading, columns: 0, of: target)
    writer.expectTexts(to: CellAddress(max(1, copy.rows.last?.number ?? 1), width), of: target)
    if heading > 0 { writer.setPrint(headings: heading...heading, of: target) }
  }
}
