import Model

/// Where the other return of the same unit stands.
struct OtherRow: Hashable, Sendable {
  /// The file's path in the inbox; empty for the same file.
  let file: String
  /// The sheet's name; empty for the same sheet, and for formats without sheets.
  var sheet = ""
  /// The row, 1 for the first.
  let row: Int

  func text(_ language: Language) -> String {
    let names = [file, sheet].filter { !$0.isEmpty }
    return language.pick(
      names.map { "“\($0)”" }.joined() + "第 \(row) 行",
      (["row \(row)"] + names.reversed().map { "“\($0)”" }).joined(separator: " of "))
  }
}

/// The same unit with the same answers once more.
struct UnitRepeated: FindingReason {
  static let code = "unit-repeated"
  var severity: Severity { .note }

  /// The row that counts.
  let other: OtherRow

  func message(_ language: Language) -> String {
    language.pick(
      "与\(other.text(language))完全相同，只计一次。", "The same as \(other.text(language)); it is counted once.")
  }
}

/// The same unit with other answers.
struct UnitTwice: FindingReason {
  static let code = "unit-twice"
  var severity: Severity { .reject }

  /// The other row.
  let other: OtherRow

  func message(_ language: Language) -> String {
    language.pick(
      "同一单位在\(other.text(language))也有填报，内容不同，无法确定以哪一行为准，都未采用。请删去错误的一行后重新报送。",
      "The same unit stands in \(other.text(language)) with other answers; which counts cannot be told, so neither does. Remove the wrong one and send again."
    )
  }
}

/// A file that was received later has the unit too.
struct UnitSuperseded: FindingReason {
  static let code = "unit-superseded"
  var severity: Severity { .note }

  /// The row that counts.
  let other: OtherRow

  func message(_ language: Language) -> String {
    language.pick(
      "该单位后来在\(other.text(language))重新报送，以后来的为准。", "Superseded by \(other.text(language)), received later.")
  }
}

/// Something that was wrong in a file whose units have sent again.
struct NotToMend: FindingReason {
  static var code: String { UnitSuperseded.code }
  var severity: Severity { .note }

  /// What was wrong.
  let reason: any FindingReason

  var code: String { reason.code }

  func message(_ language: Language) -> String {
    reason.message(language)
      + language.pick("后来已重新报送，此处不必再改。", " It was sent again later: nothing need be mended here.")
  }
}
