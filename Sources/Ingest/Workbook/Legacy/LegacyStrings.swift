/// The texts that all cells of a workbook share: the SST record and the CONTINUE records behind it.
enum LegacyStrings {
  /// Reads the table. Fewer texts than it says to have are no damage, as long as no cell asks for one of the others.
  static func read(
    _ record: LegacyRecord, of stream: [UInt8], _ room: inout LegacyRoom, most: Int = WorkbookLimits.cells
  ) throws(RecordFault.Kind) -> StringTable {
    try record.has(8)
    var table = StringTable()
    let count = Int(Little.long(stream, record.start + 4))
    var text = LegacyText(stream, record, at: 8)
    while table.count < count, !text.isAtEnd() {
      guard table.count < most else { throw .tooManyCells }
      let length = try text.word()
      try room.takeCharacters(length)
      table.append(try text.characters(length))
    }
    return table
  }
}
