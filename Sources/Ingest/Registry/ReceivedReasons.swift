public import Model

/// received.csv cannot be read from a row on.
public struct ReceivedUnreadable: FindingReason {
  /// `received-unreadable`
  public static let code = "received-unreadable"
  /// The files below it have no time of receipt of their own.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "收件登记此行起无法读取，以下文件按文件自身时间计。请检查引号。",
      "The list cannot be read from this row on; files below it count by their own time. Check the quotes.")
  }
}

/// received.csv has more rows than are read.
public struct ReceivedTooLong: FindingReason {
  /// `received-long`
  public static let code = "received-long"
  /// How many are read.
  public let most: Int
  /// The files below have no time of receipt of their own.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "收件登记超过\(most)行，从这一行起没有采用，所列文件按文件自身时间计。请删去不是本月文件的行。",
      "The list has more than \(most) rows; from this one on it is not used, and the files named count by their own time. Remove rows that are not of this month's files."
    )
  }
}

/// received.csv has no column of files.
public struct ReceivedHeadingMissing: FindingReason {
  /// `received-heading`
  public static let code = "received-heading"
  /// The names that the heading may have.
  public let names: [String]
  /// No file has a time of receipt of its own.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    let names = names.joined(separator: " / ")
    return language.pick(
      "收件登记缺少“\(names)”列，未采用。请在首行补上标题。",
      "The list has no column \(names) and is not used. Add the heading to its first row.")
  }
}

/// A line of received.csv names no file.
public struct ReceivedFileEmpty: FindingReason {
  /// `received-file-empty`
  public static let code = "received-file-empty"
  /// The line says nothing.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick("此行没有文件名，未采用。请填写文件名。", "The row names no file and is not used. Write the file's name.")
  }
}

/// received.csv names a file twice.
public struct ReceivedTwice: FindingReason {
  /// `received-twice`
  public static let code = "received-twice"
  /// The row that counts.
  public let row: Int
  /// The first row counts.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "该文件已见于第 \(row) 行，以第 \(row) 行为准。请删去一行。",
      "The file is in row \(row) already, which counts. Remove one of the rows.")
  }
}

/// A time of received.csv cannot be read for certain.
public struct ReceivedTimeUnclear: FindingReason {
  /// `received-time`
  public static let code = "received-time"
  /// The file's own time counts.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "收到时间无法识别，按文件自身时间计。请写成 2016-07-05 18:00。",
      "The time cannot be read; the file's own time counts. Write it as 2016-07-05 18:00.")
  }
}

/// A sender of received.csv is not a code.
public struct ReceivedUnitUnclear: FindingReason {
  /// `received-unit`
  public static let code = "received-unit"
  /// The sender is unknown.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "报送单位不是单位代码，按未注明计。请填写名录中的代码。",
      "The sender is not a code, and counts as not given. Write a code of the registry.")
  }
}
