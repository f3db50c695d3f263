/// Something that gives the records of a sheet one after another.
protocol RecordSource: ~Copyable {
  /// Reads the next record that is not blank into `record`; `false` at the end of the sheet. After a fault
  /// nothing more is read.
  mutating func next(into record: inout Record) throws(RecordFault) -> Bool
}
