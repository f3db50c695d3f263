public import Model

/// What lies in the inbox is not a file.
public struct FileNotRegular: FindingReason {
  /// The stable name.
  public static let code = "file-not-regular"
  /// How much it weighs.
  public var severity: Severity { .reject }

  /// The finding.
  public init() {}

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "这是快捷方式（链接）或设备，不是文件，未读取。请把文件本身放进收件目录。",
      "This is a link or a device, not a file, so it was not read. Put the file itself into the inbox.")
  }
}

/// received.csv names a file that is not in the inbox.
public struct ReceivedFileMissing: FindingReason {
  /// The stable name.
  public static let code = "received-file-missing"
  /// How much it weighs.
  public var severity: Severity { .query }

  /// The finding.
  public init() {}

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "收件清单列有此文件，收件目录里却没有。请核对文件名和所在文件夹，或找回文件。",
      "The list of receipts names this file, and the inbox has no such file. Check its name and folder, or find it."
    )
  }
}

/// received.csv names a sender that the registry of the month does not have.
public struct ReceivedUnitUnknown: FindingReason {
  /// The stable name.
  public static let code = "received-unit-unknown"
  /// How much it weighs.
  public var severity: Severity { .query }

  /// The finding.
  public init() {}

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "收件清单所列报送单位不在当月名录中，按文件夹判断报送单位。请对照名录改正代码。",
      "The registry of the month has no such sender; the folder is taken instead. Correct the code.")
  }
}
