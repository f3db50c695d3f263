import CLibcsv
import Glibc

/// Reads the records of a CSV file (RFC 4180) one after another, by libcsv in its strict mode; plain ones, which
/// nearly all are, by `PlainLane`, which gives the same.
///
/// Spaces are kept, blank rows are passed over but counted, and lines may end in LF, CR LF or CR. The bytes
/// may be UTF-8 or GB18030 (whose second bytes never look like a comma, a quote or a line end). A byte order
/// mark must be cut off before. Memory is bounded by ``maximumRecordLength``, whatever the file holds.
@safe
public struct CSVReader: ~Copyable {
  /// The most bytes that a field may have.
  public static let maximumFieldLength = 1 << 20
  /// The most fields that a record may have: as many as a spreadsheet has columns.
  public static let maximumColumns = 16_384
  /// The most bytes that a record may have.
  public static let maximumRecordLength = 16 << 20

  /// libcsv is fed at most this much at once, so that a field without end is noticed in time.
  private static let portion = 1 << 16

  private let bytes: UnsafeRawBufferPointer
  private let size: Int
  private let lane: PlainLane
  private var parser = unsafe csv_parser()
  /// Where the next record begins.
  private(set) var position = 0
  private var row = 0
  private var lineFeeds = Finder(sought: 0x0A)
  private var carriageReturns = Finder(sought: 0x0D)
  private var isDone = false
  /// Where the last line feed stands, -1 for nowhere; looked for once.
  private var lastLineFeed: Int?

  /// Whether plain records are read without libcsv; tests compare both.
  var isLaneOpen = true

  /// A reader of bytes that must stay where they are while it is used. The delimiter is one ASCII character.
  public init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8 = UInt8(ascii: ",")) {
    unsafe self.bytes = unsafe bytes
    size = bytes.count
    lane = PlainLane(delimiter: delimiter)
    // The parser is ours alone; libcsv keeps no pointer to it.
    if unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) != 0 { isDone = true }
    unsafe csv_set_delim(&parser, delimiter)
    unsafe csv_set_space_func(&parser, noByteIsSpace)
    unsafe csv_set_blk_size(&parser, 4096)
  }

  deinit {
    // A copy suffices: only the buffer that both point to is freed, and the original is gone.
    var parser = unsafe parser
    unsafe csv_free(&parser)
  }

  /// Reads the next record into `record`; `false` at the end of the file. After a fault nothing more is read.
  public mutating func next(into record: inout Record) throws(RecordFault) -> Bool {
    record.clear()
    // libcsv is between two records here, and remembers nothing of those before.
    // The bytes outlive the call.
    if isLaneOpen, !isDone, let end = unsafe lane.read(bytes, from: position, into: &record) {
      position = end
      row += 1
      record.row = row
      return true
    }
    var isInside = false
    while !isDone {
      guard position < size else { return try finish(&record) }
      let end = endOfLine()
      if !isInside {
        row += 1
        record.row = row
        if isBlank(position..<end) {
          position = end
          continue
        }
      }
      isInside = true
      try feed(position..<end, into: &record)
      if record.isComplete { return true }
    }
    return false
  }

  /// One past the line end after `position`; CR LF is one line end.
  private mutating func endOfLine() -> Int {
    let lineFeed = unsafe lineFeeds.next(in: bytes, from: position, to: size)
    // Beyond the line feed none is looked for: few files have any.
    let carriageReturn = unsafe carriageReturns.next(in: bytes, from: position, to: lineFeed)
    let end = carriageReturn + 1 < lineFeed ? carriageReturn : lineFeed
    return min(end + 1, size)
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    // Lines are cut at line ends, so more than two bytes cannot be a line end alone.
    line.count <= 2 && line.allSatisfy { unsafe bytes[$0] == 0x0A || bytes[$0] == 0x0D }
  }

  private mutating func feed(_ line: Range<Int>, into record: inout Record) throws(RecordFault) {
    while position < line.upperBound {
      let portion = position..<min(position + CSVReader.portion, line.upperBound)
      // The bytes outlive the reader, as its initialiser demands; the record outlives the call.
      let read = unsafe withUnsafeMutablePointer(to: &record) { record in
        unsafe csv_parse(
          &parser, bytes.baseAddress?.advanced(by: portion.lowerBound), portion.count,
          fieldEnded, recordEnded, record)
      }
      position += read
      guard read == portion.count else {
        let isMemory = unsafe csv_error(&parser) == CSV_ENOMEM
        throw fault(isMemory ? .outOfMemory : .strayQuote, record)
      }
      if let overflow = record.overflow { throw fault(overflow, record) }
      let buffered = unsafe csv_get_buffer_size(&parser)
      if buffered > CSVReader.maximumFieldLength + CSVReader.portion {
        throw fault(.fieldTooLong, record)
      }
    }
  }

  /// Takes the last record where the file does not end with a line end.
  private mutating func finish(_ record: inout Record) throws(RecordFault) -> Bool {
    isDone = true
    let result = unsafe withUnsafeMutablePointer(to: &record) { record in
      unsafe csv_fini(&parser, fieldEnded, recordEnded, record)
    }
    guard result == 0 else { throw fault(.unterminatedQuote, record) }
    if let overflow = record.overflow { throw fault(overflow, record) }
    return record.isComplete
  }

  private mutating func fault(_ kind: RecordFault.Kind, _ record: Record) -> RecordFault {
    isDone = true
    return RecordFault(row: row, column: record.count + 1, offset: position, kind: kind)
  }
}

extension CSVReader: RecordSource {
  var delimiter: UInt8? { isLaneOpen ? lane.delimiter : nil }

  mutating func read(into lane: inout some RowLane) {
    guard isLaneOpen, !isDone else { return }
    let last = unsafe lastLineFeed ?? bytes.lastIndex(of: 0x0A) ?? -1
    lastLineFeed = last
    // The bytes outlive the call.
    (position, row) = unsafe lane.read(bytes, upTo: last, from: position, after: row)
  }
}

private func noByteIsSpace(_ byte: UInt8) -> Int32 { 0 }

// libcsv hands back the pointer that `feed` gave it: the record, which nothing else uses meanwhile.
private func fieldEnded(
  _ field: UnsafeMutableRawPointer?, _ count: Int, _ record: UnsafeMutableRawPointer?
) {
  unsafe record?.assumingMemoryBound(to: Record.self).pointee
    .append(UnsafeRawBufferPointer(start: field, count: count))
}

private func recordEnded(_ end: Int32, _ record: UnsafeMutableRawPointer?) {
  unsafe record?.assumingMemoryBound(to: Record.self).pointee.complete()
}
