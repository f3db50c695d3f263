import Model

/// Copies the cells of a text file whose delimiter and encoding nobody has named.
enum DelimitedCopy {
  /// The rows by which delimiter and encoding are told.
  private static let sample = 50

  /// The one sheet of the file; none where it holds nothing.
  static func sheets(
    of text: UnsafeRawBufferPointer, _ encodings: [TextEncoding], _ limit: SheetCopy.Limit
  ) -> [SheetCopy] {
    var delimiter = UInt8(ascii: ",")
    var most = 1
    for candidate in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
      // The reader does not outlive this call, nor the text.
      let width = unsafe widest(CSVReader(text, delimiter: candidate))
      if width > most { (delimiter, most) = (candidate, width) }
    }
    let encoding =
      unsafe encodings.count == 1
      ? encodings[0] : told(CSVReader(text, delimiter: delimiter))
    let sheet = unsafe copy(CSVReader(text, delimiter: delimiter), TextDecoder(encoding), limit)
    return sheet.rows.isEmpty ? [] : [sheet]
  }

  /// The most fields of the first rows.
  private static func widest(_ reader: consuming CSVReader) -> Int {
    var reader = reader
    var record = Record()
    var widest = 0
    for _ in 0..<sample {
      guard (try? reader.next(into: &record)) == true else { break }
      widest = max(widest, record.count)
    }
    return widest
  }

  /// GB18030, unless most cells that are not ASCII are UTF-8: then a few cells are damaged.
  private static func told(_ reader: consuming CSVReader) -> TextEncoding {
    var reader = reader
    var record = Record()
    var (utf8, other) = (0, 0)
    for _ in 0..<sample {
      guard (try? reader.next(into: &record)) == true else { break }
      for field in 0..<record.count where record[field].contains(where: { $0 > 0x7F }) {
        if record.text(field) == nil { other += 1 } else { utf8 += 1 }
      }
    }
    return utf8 > other ? .utf8 : .gb18030
  }

  private static func copy(
    _ reader: consuming CSVReader, _ decoder: TextDecoder, _ limit: SheetCopy.Limit
  ) -> SheetCopy {
    var reader = reader
    var record = Record()
    var rows: [SheetCopy.Row] = []
    var (cells, bytes) = (0, 0)
    // A fault ends the copy: a finding says where and why.
    while (try? reader.next(into: &record)) == true {
      cells += record.count
      bytes += record.size
      guard rows.count < limit.rows, cells <= limit.cells, bytes <= limit.bytes,
        record.row <= SheetCopy.lastRow
      else {
        return SheetCopy(name: "", rows: rows, isCut: true)
      }
      let texts = (0..<record.count).map { field in
        decoder.text(record[field].span) ?? String(decoding: record[field], as: UTF8.self)
      }
      rows.append(SheetCopy.Row(number: record.row, cells: texts))
    }
    return SheetCopy(name: "", rows: rows, isCut: false)
  }
}
