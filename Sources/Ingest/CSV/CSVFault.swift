/// Why reading stopped: the records before it are good, nothing from `row` on was read.
public struct CSVFault: Error, Hashable, Sendable {
  /// What was found.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A quote inside an unquoted field, or text after a closing quote.
    case strayQuote
    /// A quote that is not closed before the end of the file.
    case unterminatedQuote
    /// A field of more than ``CSVReader/maximumFieldLength`` bytes.
    case fieldTooLong
    /// A record of more than ``CSVReader/maximumColumns`` fields.
    case tooManyColumns
    /// A record of more than ``CSVReader/maximumRecordLength`` bytes.
    case recordTooLong
    /// The machine has no memory left.
    case outOfMemory
  }

  /// The row in which the faulty record begins, as a spreadsheet program numbers it. A quote that is never
  /// closed was opened in this row.
  public let row: Int
  /// The column of the faulty field, 1 for A.
  public let column: Int
  /// The byte at which reading stopped, 0 for the first.
  public let offset: Int
  /// What was found.
  public let kind: Kind
}
