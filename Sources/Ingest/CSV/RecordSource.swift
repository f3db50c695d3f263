/// Something that gives the records of a sheet one after another.
protocol RecordSource: ~Copyable {
  /// Reads the next record that is not blank into `record`; `false` at the end of the sheet. After a fault
  /// nothing more is read.
  mutating func next(into record: inout Record) throws(RecordFault) -> Bool

  /// What separates fields where the records are those of text; `nil` of workbooks.
  var delimiter: UInt8? { get }

  /// Reads the rows that a lane takes.
  mutating func read(into lane: inout some RowLane)
}

/// Reads plain rows straight from the bytes of a file: digits between delimiters, mostly.
///
/// It stops before the first row that holds anything else, or of which anything might have to be said, and leaves that
/// row to ``SheetReading``: what it takes in, that would have taken in as the same.
protocol RowLane {
  /// Reads rows from `start` on, the first of them the one after `row`; where the first row begins that is left, and
  /// the number of the one before it. Behind `last`, the last line feed of the bytes, nothing is plain, so that no scan
  /// runs beyond them.
  mutating func read(
    _ bytes: UnsafeRawBufferPointer, upTo last: Int, from start: Int, after row: Int
  ) -> (place: Int, row: Int)
}

extension RecordSource where Self: ~Copyable {
  var delimiter: UInt8? { nil }

  mutating func read(into lane: inout some RowLane) {}
}
