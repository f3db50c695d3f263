import Model

/// Copies the cells of a workbook as the program shows them.
enum WorkbookCopy {
  /// The visible sheets, in the order of their tabs; none where the workbook cannot be opened, or where they
  /// are all blank. The bytes are used during the call only.
  static func sheets(
    of bytes: UnsafeRawBufferPointer, _ kind: BinaryKind, _ limit: SheetCopy.Limit
  ) -> [SheetCopy] {
    // A workbook that cannot be opened has a finding that says why.
    do throws(RecordFault.Kind) {
      if kind == .workbook { return sheets(of: try unsafe OpenWorkbook(bytes), limit) }
      return sheets(of: try unsafe LegacyWorkbook(bytes), limit)
    } catch {
      return []
    }
  }

  private static func sheets(of workbook: some Workbook, _ limit: SheetCopy.Limit) -> [SheetCopy] {
    var rest = limit
    var copies: [SheetCopy] = []
    for (index, sheet) in workbook.sheets.enumerated() where sheet.visibility == .visible {
      guard let source = try? workbook.records(of: index) else {
        copies.append(SheetCopy(name: sheet.name, rows: [], isCut: false))
        continue
      }
      copies.append(copy(source, sheet.name, &rest))
    }
    return copies.contains { !$0.rows.isEmpty } ? copies : []
  }

  /// Copies a sheet, and takes its cells and bytes from what may still be copied of the workbook.
  private static func copy(
    _ source: some RecordSource, _ name: String, _ rest: inout SheetCopy.Limit
  ) -> SheetCopy {
    var source = source
    var record = Record()
    var rows: [SheetCopy.Row] = []
    // A fault ends the copy: a finding says where and why.
    while (try? source.next(into: &record)) == true {
      guard !record.bytes.isEmpty else { continue }
      guard rows.count < rest.rows, record.count <= rest.cells, record.bytes.count <= rest.bytes else {
        return SheetCopy(name: name, rows: rows, isCut: true)
      }
      rest.cells -= record.count
      rest.bytes -= record.bytes.count
      let texts = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
      rows.append(SheetCopy.Row(number: record.row, cells: texts))
    }
    return SheetCopy(name: name, rows: rows, isCut: false)
  }
}
