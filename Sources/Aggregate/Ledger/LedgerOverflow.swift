public import Model

/// Operations of the formulas over a ledger's rows that do not fit into 64 bits.
public struct LedgerOverflow: FindingReason {
  /// The stable name.
  public static let code = "ledger-overflow"
  /// The rows concerned count as having no such value.
  public var severity: Severity { .reject }

  /// How many operations did not fit.
  public let count: Int

  /// The reason.
  public init(count: Int) { self.count = count }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "台账各行的公式有\(count)次运算超出可计算的范围，有关的行按没有该值处理。请查找大得不合理的数据。",
      "\(count) operations of the formulas over this ledger's rows are too large to compute; the rows concerned count as having no such value. Look for values that cannot be."
    )
  }
}
