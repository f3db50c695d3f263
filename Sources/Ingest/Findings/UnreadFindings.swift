public import Model

/// The file was there when the inbox was listed and is gone now.
public struct FileVanished: FindingReason {
  /// The stable name.
  public static let code = "file-vanished"
  /// How much it weighs.
  public var severity: Severity { .reject }

  /// The finding.
  public init() {}

  /// What to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "读取时文件已不在收件目录中。如仍需采用，请放回后重新运行。",
      "The file was gone from the inbox when it was to be read. Put it back and run again if it should count."
    )
  }
}

/// The operating system does not let the file be read.
public struct FileUnreadable: FindingReason {
  /// The stable name.
  public static let code = "file-unreadable"
  /// How much it weighs.
  public var severity: Severity { .reject }

  /// What the operating system says.
  public let error: String

  /// The finding, with what the operating system says.
  public init(error: String) { self.error = error }

  /// What to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "文件打不开（系统提示：\(error)）。请检查文件权限和磁盘后重新运行。",
      "The file cannot be opened (\(error)). Check its permissions and the disk, then run again.")
  }
}

/// The file is larger than any return can be.
public struct FileTooLarge: FindingReason {
  /// The stable name.
  public static let code = "file-too-large"
  /// How much it weighs.
  public var severity: Severity { .reject }

  /// The size of the file and the most that is read, in bytes.
  public let size, limit: Int

  /// The finding; both are in bytes.
  public init(size: Int, limit: Int) {
    self.size = size
    self.limit = limit
  }

  /// What to do.
  public func message(_ language: Language) -> String {
    let (size, limit) = ((size + (1 << 20) - 1) >> 20, limit >> 20)
    return language.pick(
      "文件有 \(size) MB，超过 \(limit) MB 的上限，未读取。请删去无关内容，或按县拆成几个文件报送。",
      "The file has \(size) MB, more than the \(limit) MB that are read. Remove what does not belong, or split it."
    )
  }
}

/// The files of the month have more rows together than are read.
public struct FileBeyondMonth: FindingReason {
  /// Its code.
  public static let code = "file-beyond-month"
  /// Nothing of the file counts.
  public var severity: Severity { .reject }

  /// The finding.
  public init() {}

  /// What happened and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "本月各文件中单位的行合计太多，这个文件行数较多，没有读取。请删去重复的文件和重复的行后重新运行。",
      "The month's files have too many rows of units together; this one, which has many, was not read. Remove files and rows that are there several times and run again."
    )
  }
}

/// So much was new at once that the file waits for the next run.
public struct FileDeferred: FindingReason {
  /// Its code.
  public static let code = "file-deferred"
  /// The file does not count yet.
  public var severity: Severity { .reject }

  /// How many new bytes a run takes in.
  let limit: Int

  /// A file beyond so many new bytes.
  public init(limit: Int) { self.limit = limit }

  /// What happened and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "一次运行最多收入 \(limit >> 20) MB 的新文件，这个文件还没有读取。请再运行一次。",
      "A run takes in at most \(limit >> 20) MB of new files, and this one has not been read. Run once more.")
  }
}
