/// Why reading stopped: the records before it are good, nothing from `row` on was read.
public struct RecordFault: Error, Hashable, Sendable {
  /// What was found.
  public enum Kind: String, Error, Hashable, Sendable, CaseIterable {
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
    /// The rows of units have more answers than are read.
    case tooManyAnswers
    /// The rows of ledgers have more cells than are read.
    case tooManyLedgerCells
    /// The machine has no memory left.
    case outOfMemory
    /// The archive or the XML of a workbook is cut off or damaged.
    case damaged
    /// The XML of a workbook declares a document type, which none does that a spreadsheet program wrote.
    case documentType
    /// The XML of a workbook is nested more deeply than any that a spreadsheet program wrote.
    case nestedTooDeeply
    /// A part of a workbook, or all together, are larger when unpacked than is read.
    case unpacksTooLarge
    /// A sheet has more rows than a spreadsheet has.
    case tooManyRows
    /// A sheet has more cells than are read.
    case tooManyCells
    /// The cells of a workbook have more text than is read.
    case tooMuchText
    /// A workbook has more sheets than are read.
    case tooManySheets
    /// A workbook is locked by a password.
    case encrypted
    /// An archive that is not a workbook.
    case notAWorkbook
  }

  /// The row in which the faulty record begins, as a spreadsheet program numbers it. A quote that is never
  /// closed was opened in this row.
  public let row: Int
  /// The column of the faulty field, 1 for A.
  public let column: Int
  /// The byte at which reading stopped, 0 for the first; 0 where the file is a workbook.
  public let offset: Int
  /// What was found.
  public let kind: Kind
}
