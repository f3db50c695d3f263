public import Model

/// explanations.csv cannot be read from a row on.
public struct ExplanationsUnreadable: FindingReason {
  /// `explanations-unreadable`
  public static let code = "explanations-unreadable"
  /// The rows below it say nothing.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "说明表此行起无法读取，以下说明未采用。请检查引号。",
      "The list cannot be read from this row on; what is below it is not used. Check the quotes.")
  }
}

/// explanations.csv lacks a column.
public struct ExplanationHeadingMissing: FindingReason {
  /// `explanation-heading`
  public static let code = "explanation-heading"
  /// The names that the heading may have.
  public let names: [String]
  /// No row says anything.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "说明表缺少“\(names.joined(separator: " / "))”列，未采用。请在首行补上标题。",
      "The list has no column \(names.joined(separator: " / ")) and is not used. Add the heading to its first row."
    )
  }
}

/// A row of explanations.csv names no rule.
public struct ExplanationRuleMissing: FindingReason {
  /// `explanation-rule`
  public static let code = "explanation-rule"
  /// The row says nothing.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "此行没有写明规则，未采用。请填写问题清单里的代码，如 jump。",
      "The row names no rule and is not used. Write the code that the finding has, such as jump.")
  }
}

/// A unit of explanations.csv is not a code.
public struct ExplanationUnitUnclear: FindingReason {
  /// `explanation-unit`
  public static let code = "explanation-unit"
  /// The row says nothing.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "单位不是单位代码，此行未采用。请填写名录中的代码。",
      "The unit is not a code, so the row is not used. Write a code of the registry.")
  }
}

/// A month of explanations.csv cannot be read for certain.
public struct ExplanationMonthUnclear: FindingReason {
  /// `explanation-month`
  public static let code = "explanation-month"
  /// The row says nothing.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "月份无法识别，此行未采用。请写成 2016-06。",
      "The month cannot be read, so the row is not used. Write it as 2016-06.")
  }
}

/// A row of explanations.csv explains nothing.
public struct ExplanationEmpty: FindingReason {
  /// `explanation-empty`
  public static let code = "explanation-empty"
  /// The row says nothing.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "此行没有说明内容，未采用。请写明原因。",
      "The row has no text and is not used. Write the reason.")
  }
}

/// A row of explanations.csv is about the same as one before.
public struct ExplanationTwice: FindingReason {
  /// `explanation-twice`
  public static let code = "explanation-twice"
  /// The row that counts.
  public let row: Int
  /// The first row counts.
  public var severity: Severity { .query }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "同一规则、单位、月份已见于第 \(row) 行，以第 \(row) 行为准。请合并成一行。",
      "Row \(row) has the same rule, unit and month, and counts. Put both into one row.")
  }
}

extension ExplanationList {
  /// One example of each reason that the list may have.
  public static let examples: [any FindingReason] = [
    ExplanationsUnreadable(), ExplanationHeadingMissing(names: ["rule", "规则"]), ExplanationRuleMissing(),
    ExplanationUnitUnclear(), ExplanationMonthUnclear(), ExplanationEmpty(), ExplanationTwice(row: 7),
  ]
}
