public import Model

/// The file may say something of persons, and cannot be read: nothing of it was kept.
public struct FileNotKept: FindingReason {
  /// The stable name.
  public static let code = "file-not-kept"
  /// Nothing of the file counts.
  public var severity: Severity { .reject }

  /// The reason.
  public init() {}

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "报表中有不得留存的个人信息，而这份文件读不出来，无法遮去个人信息，因此没有入库。请检查文件能否打开、表头是否齐全，改好后重新报送。",
      "The forms ask for personal data that is not kept, and this file cannot be read to mask them: nothing of it was kept. See that it opens and has its headings, and send it again."
    )
  }
}
