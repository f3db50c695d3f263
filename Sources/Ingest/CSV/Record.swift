import Glibc

/// One record of a sheet: the bytes of its fields, without quotes. Reuse one record for a whole file, so
/// that its memory is allocated once.
public struct Record: Sendable {
  /// The row in which it begins, as a spreadsheet program numbers it: 1 for the first, blank rows counted,
  /// newlines inside quotes not.
  public internal(set) var row = 0
  /// The fields one after another, ``separation`` bytes apart.
  private(set) var bytes: [UInt8] = []
  /// How many bytes stand between two fields: a delimiter, or nothing.
  private var separation = 0
  /// Where each field ends in `bytes`.
  private(set) var ends: [Int] = []
  /// What each field is taken for; empty where all are text.
  private var kinds: [CellKind] = []
  /// Whether the row is hidden in the spreadsheet program.
  var isHidden = false
  /// Whether the last field has been read.
  private(set) var isComplete = false
  /// The limit that the record breaks.
  private(set) var overflow: RecordFault.Kind?

  /// A record without fields.
  public init() {
    // Of most sheets; to grow to that step by step takes longer than to read a record.
    ends.reserveCapacity(32)
  }

  /// The number of fields.
  public var count: Int { ends.count }

  /// How many bytes all fields have together.
  var size: Int { bytes.count - separation * max(0, ends.count - 1) }

  /// The bytes of a field, 0 for the first; the index must be less than ``count``.
  public subscript(index: Int) -> ArraySlice<UInt8> { bytes[bounds(index)] }

  /// A field as text; `nil` where its bytes are not UTF-8. The index must be less than ``count``.
  public func text(_ index: Int) -> String? { String(validating: self[index], as: UTF8.self) }

  /// What a field is taken for; text where there is no such field.
  public func kind(_ index: Int) -> CellKind { index < kinds.count ? kinds[index] : .text }

  /// Whether a byte of it is NUL.
  var hasNUL: Bool {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe bytes.baseAddress.map { unsafe memchr($0, 0, bytes.count) != nil } ?? false
    }
  }

  /// Whether all fields are taken for text.
  var isText: Bool { kinds.isEmpty }

  /// Where a field stands in `bytes`.
  func bounds(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1] + separation)..<ends[index]
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    separation = 0
    isHidden = false
    isComplete = false
    overflow = nil
  }

  /// Ends a field of a record that is taken in whole when its end is known.
  @inline(__always)
  mutating func endField(_ end: Int) { ends.append(end) }

  /// Takes in all fields, with one byte between each two, at the ends given before.
  mutating func completeSeparated(_ fields: UnsafeRawBufferPointer) {
    // The bytes are copied.
    unsafe bytes.append(contentsOf: fields)
    separation = 1
    isComplete = true
  }

  mutating func append(_ field: UnsafeRawBufferPointer) {
    if field.count > CSVReader.maximumFieldLength {
      overflow = overflow ?? .fieldTooLong
    } else if ends.count == CSVReader.maximumColumns {
      overflow = overflow ?? .tooManyColumns
    } else if bytes.count + field.count > CSVReader.maximumRecordLength {
      overflow = overflow ?? .recordTooLong
    } else {
      // The field is libcsv's buffer, valid during the callback that calls this; it is copied.
      unsafe bytes.append(contentsOf: field)
      ends.append(bytes.count)
    }
  }

  /// Appends a cell of a workbook at a field beyond the last; the fields between are blank.
  mutating func append(_ cell: Span<UInt8>, kind: CellKind, at field: Int) {
    guard bytes.count + cell.count <= CSVReader.maximumRecordLength else {
      overflow = overflow ?? .recordTooLong
      return
    }
    while ends.count < field { ends.append(bytes.count) }
    for index in cell.indices { bytes.append(cell[index]) }
    ends.append(bytes.count)
    if kind != .text {
      while kinds.count < field { kinds.append(.text) }
      kinds.append(kind)
    }
  }

  mutating func complete() { isComplete = true }
}
