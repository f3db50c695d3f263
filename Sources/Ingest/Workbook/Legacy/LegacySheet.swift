/// A sheet of a workbook of Excel 95 to 2003: where its records stand.
struct LegacySheet {
  /// Whether it is a dialog, which has no cells to read.
  private(set) var isDialog = false
  /// The place of its BOF; `nil` where its records are damaged, or are another sheet's, too.
  private(set) var start: Int?

  /// Finds the sheets that begin at these places, in the same order, from `first` on. Each record is looked at once.
  static func find(_ starts: [Int], in stream: [UInt8], from first: Int) -> [LegacySheet] {
    var sheets = [LegacySheet](repeating: LegacySheet(), count: starts.count)
    var end = first
    for index in starts.indices.sorted(by: { (starts[$0], $0) < (starts[$1], $1) }) where starts[index] >= end
    {
      guard var records = LegacySheetRecords(stream, from: starts[index]) else { continue }
      sheets[index].look(&records, of: stream, from: starts[index])
      end = records.place
    }
    return sheets
  }

  private mutating func look(_ records: inout LegacySheetRecords, of stream: [UInt8], from start: Int) {
    do throws(RecordFault.Kind) {
      while let record = try records.next() {
        guard record.kind == .sheetOptions, record.count >= 2 else { continue }
        isDialog = stream[record.start] & 0x10 != 0
      }
      self.start = start
    } catch {
      // Said when the sheet is read.
      isDialog = false
    }
  }
}
