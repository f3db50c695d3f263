public import Model

/// Where the other return of the same unit stands.
public struct OtherRow: Hashable, Sendable {
  /// The file's path in the inbox; empty for the same file.
  public let file: String
  /// The row, 1 for the first.
  public let row: Int

  public init(file: String, row: Int) {
    self.file = file
    self.row = row
  }

  func text(_ language: Language) -> String {
    file.isEmpty
      ? language.pick("第 \(row) 行", "row \(row)")
      : language.pick("“\(file)”第 \(row) 行", "row \(row) of “\(file)”")
  }
}

/// The same unit with the same answers once more.
public struct UnitRepeated: FindingReason {
  public static let code = "unit-repeated"
  public var severity: Severity { .note }

  /// The row that counts.
  public let other: OtherRow

  public init(other: OtherRow) { self.other = other }

  public func message(_ language: Language) -> String {
    language.pick(
      "与\(other.text(language))完全相同，只计一次。", "The same as \(other.text(language)); it is counted once.")
  }
}

/// The same unit with other answers.
public struct UnitTwice: FindingReason {
  public static let code = "unit-twice"
  public var severity: Severity { .reject }

  /// The other row.
  public let other: OtherRow

  public init(other: OtherRow) { self.other = other }

  public func message(_ language: Language) -> String {
    language.pick(
      "同一单位在\(other.text(language))也有填报，内容不同，无法确定以哪一行为准，都未采用。请删去错误的一行后重新报送。",
      "The same unit stands in \(other.text(language)) with other answers; which counts cannot be told, so neither does. Remove the wrong one and send again."
    )
  }
}

/// A file that was received later has the unit too.
public struct UnitSuperseded: FindingReason {
  public static let code = "unit-superseded"
  public var severity: Severity { .note }

  /// The row that counts.
  public let other: OtherRow

  public init(other: OtherRow) { self.other = other }

  public func message(_ language: Language) -> String {
    language.pick(
      "该单位后来在\(other.text(language))重新报送，以后来的为准。", "Superseded by \(other.text(language)), received later.")
  }
}
