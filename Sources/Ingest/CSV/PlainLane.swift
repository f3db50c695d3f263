/// Reads records without a quote: their fields stand between delimiters, and that is all.
///
/// Whatever else is met, it takes nothing and leaves the record to libcsv, so that both give the same on any input.
struct PlainLane {
  /// A longer record is left to libcsv, which knows the limits.
  static let longest = 1 << 16

  let delimiter: UInt8

  /// Reads the record at `start` into one that is clear. One past its line end, LF or CR LF; `nil` where it is not
  /// plain: then the record is clear again.
  @inline(__always)
  func read(_ bytes: UnsafeRawBufferPointer, from start: Int, into record: inout Record) -> Int? {
    let end = min(bytes.count, start + PlainLane.longest)
    var place = start
    while place < end {
      // The place is within the bytes.
      let byte = unsafe bytes[place]
      if byte == delimiter {
        record.endField(place - start)
      } else if byte <= 0x22 {
        if byte == 0x0A || byte == 0x0D {
          let next = byte == 0x0A ? place + 1 : place + 2
          // A blank row is no record, and a CR alone ends one as well.
          guard place > start, next <= end, unsafe bytes[next - 1] == 0x0A else { break }
          record.endField(place - start)
          guard record.count <= CSVReader.maximumColumns else { break }
          // The range is within the bytes, which are copied.
          unsafe record.completeSeparated(UnsafeRawBufferPointer(rebasing: bytes[start..<place]))
          return next
        }
        if byte == 0x22 || byte == 0 { break }
      }
      place += 1
    }
    record.clear()
    return nil
  }
}
