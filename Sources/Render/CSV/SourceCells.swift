import Model

/// The file, the sheet and the row of returns, three cells each. Most have the file and sheet of the one before.
struct SourceCells {
  private var last = ReturnSource.none
  private var cells: [UInt8] = []

  /// Writes those of a return; all empty where nothing was received.
  mutating func write(_ source: ReturnSource, of returns: Returns, to writer: inout CSVWriter) {
    guard source.submission >= 0 else {
      for _ in 0..<3 { writer.empty() }
      return
    }
    if source.submission != last.submission || source.table != last.table {
      last = source
      cells = SourceCells.cells(returns.submissions[Int(source.submission)], Int(source.table))
    }
    writer.cells(cells[...])
    writer.number(Int(source.row))
  }

  private static func cells(_ submission: Submission, _ table: Int) -> [UInt8] {
    var part = CSVWriter.part
    part.text(submission.path)
    part.text(table < submission.tables.count ? submission.tables[table].sheet : "")
    return part.bytes
  }
}
