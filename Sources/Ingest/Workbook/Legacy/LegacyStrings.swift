/// The texts that all cells of a workbook share, as freexl takes them out of the SST record and the CONTINUE records
/// behind it: it looks whether a text's characters end within the record, and at nothing else.
struct LegacyStrings {
  /// What stands before a text's characters.
  struct Head {
    let length: Int
    let isWide: Bool
    /// Bytes of the head, and those behind the characters that say how they are printed and spoken.
    let size, extra: Int

    /// The bytes of so many of its characters.
    func bytes(_ characters: Int) -> Int { isWide ? 2 * characters : characters }

    /// A head of a length that stands elsewhere; `nil` where it does not end within the record.
    init?(_ record: Span<UInt8>, at place: Int, length: Int) {
      guard place < record.count else { return nil }
      let mask = record[place]
      var (end, extra) = (place + 1, 0)
      if mask & 8 != 0 {
        guard end + 2 <= record.count else { return nil }
        extra += 4 * Little.word(record, end)
        end += 2
      }
      if mask & 4 != 0 {
        guard end + 4 <= record.count else { return nil }
        extra += Int(Little.long(record, end))
        end += 4
      }
      // freexl counts on in 32 bits.
      guard extra <= Int(Int32.max) else { return nil }
      (self.length, isWide, size, self.extra) = (length, mask & 1 != 0, end - place, extra)
    }
  }

  private var hasBegun = false
  /// How many texts are still to come.
  private var left = 0
  /// Bytes of the next record that belong to the last text of this one.
  private var skip = 0
  /// How many characters of a text the next record begins with, and the bytes behind them.
  private var (rest, restExtra) = (0, 0)

  /// The SST record. freexl would take a second one for a CONTINUE.
  mutating func begin(_ record: Span<UInt8>, _ room: inout LegacyRoom) throws(RecordFault.Kind) {
    guard !hasBegun, record.count >= 8 else { throw .damaged }
    hasBegun = true
    left = Int(Little.long(record, 4))
    guard left <= LegacyRoom.sharedTexts else { throw .tooManyCells }
    try read(record, from: 8, &room)
  }

  /// A CONTINUE record behind it.
  mutating func goOn(_ record: Span<UInt8>, _ room: inout LegacyRoom) throws(RecordFault.Kind) {
    try read(record, from: rest > 0 ? finishText(record) : 0, &room)
  }

  /// The end of a text whose beginning was in the record before; gives the place behind it. It must end here: freexl
  /// takes it from this record however long that is.
  private mutating func finishText(_ record: Span<UInt8>) throws(RecordFault.Kind) -> Int {
    guard record.count > 0 else { throw .damaged }
    let end = 1 + (record[0] & 1 != 0 ? 2 * rest : rest)
    guard end <= record.count else { throw .damaged }
    left -= 1
    // freexl forgets what it has to skip in the record after this one, and would read that as texts.
    guard left == 0 || end + restExtra <= record.count else { throw .damaged }
    (rest, skip) = (0, 0)
    return end + restExtra
  }

  private mutating func read(
    _ record: Span<UInt8>, from start: Int, _ room: inout LegacyRoom
  ) throws(RecordFault.Kind) {
    var place = start
    while left > 0, place < record.count {
      place += skip
      guard place + 2 <= record.count,
        let head = Head(record, at: place + 2, length: Little.word(record, place))
      else { throw .damaged }
      skip = 0
      try room.takeCharacters(head.length)
      let start = place + 2 + head.size
      let there = record.count - start
      if head.bytes(head.length) > there {
        (rest, restExtra) = (head.length - (head.isWide ? there / 2 : there), head.extra)
        return
      }
      // freexl reads no empty text.
      guard head.length > 0 else { throw .damaged }
      place = start + head.bytes(head.length) + head.extra
      skip = max(0, place - record.count)
      left -= 1
    }
  }
}
