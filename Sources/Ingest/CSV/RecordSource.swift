/// Something that gives the records of a sheet one after another.
protocol RecordSource: ~Copyable {
  /// Reads the next record that is not blank into `record`; `false` at the end of the sheet. After a fault
  /// nothing more is read.
  mutating func next(into record: inout Record) throws(RecordFault) -> Bool

  /// What separates fields where the records are those of text; `nil` of workbooks.
  var delimiter: UInt8? { get }

  /// Reads the rows that a lane takes.
  mutating func read(into lane: inout LedgerLane)
}

extension RecordSource where Self: ~Copyable {
  var delimiter: UInt8? { nil }

  mutating func read(into lane: inout LedgerLane) {}
}
