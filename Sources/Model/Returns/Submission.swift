/// One received file.
public struct Submission: Sendable {
  /// Its path in the month's inbox, with `/` between folders.
  public var path: String
  /// Its number in the history; 0 where it is not recorded.
  public var arrival = 0
  /// Its size in bytes.
  public var size: Int
  /// The SHA-256 of its bytes, in lower-case hexadecimal digits; empty where it could not be read.
  public var sha256: String
  /// The unit that sent it, as an index of the roster; `nil` where nobody said.
  public var sender: Int?
  /// When it was received.
  public var received: LocalTime
  /// The tables it holds, in the order of its sheets; none where it could not be read.
  public var tables: [SubmissionTable]

  /// A file as listed, before it is read.
  public init(path: String, size: Int, sha256: String, sender: Int?, received: LocalTime) {
    self.path = path
    self.size = size
    self.sha256 = sha256
    self.sender = sender
    self.received = received
    tables = []
  }

  /// Whether it lay in the inbox of an earlier month, and is here because a ledger stands until it is replaced.
  public var isEarlier: Bool { path.hasPrefix("../") }
}

/// A table of a received file: a form, filled in by any number of units.
public struct SubmissionTable: Hashable, Sendable {
  /// The name of the sheet that it stands on; empty for formats without sheets.
  public var sheet: String
  /// The position of the form.
  public var form: Int
  /// For each item of the form (by its place in the form) the column of the sheet, 1 for A; 0 where the sheet
  /// lacks it.
  public var columns: [Int]

  /// A table of a sheet.
  public init(sheet: String, form: Int, columns: [Int]) {
    self.sheet = sheet
    self.form = form
    self.columns = columns
  }
}
