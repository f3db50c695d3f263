import Model

/// A total of the sheet is not the sum of its rows.
struct TotalDiffers: FindingReason {
  static let code = "total-differs"
  var severity: Severity { .query }

  /// The number in the row of totals, and the sum of the rows; of an amount in its smallest unit.
  let stated, computed: Int64
  /// The decimals of the item.
  let decimals: Int

  func message(_ language: Language) -> String {
    let (wrong, right) = (text(stated), text(computed))
    let (less, overflow) = stated.subtractingReportingOverflow(computed)
    let gap = overflow ? "" : text(abs(less))
    let isMore = stated > computed
    return language.pick(
      "合计行写的是 \(wrong)，各行相加是 \(right)，\(isMore ? "多" : "少") \(gap)。各行照常采用；请核对是否漏填、错填或串行。",
      "The row of totals says \(wrong), while the rows add up to \(right): \(gap) too \(isMore ? "many" : "few"). The rows count; check them for what is missing or shifted."
    )
  }

  private func text(_ value: Int64) -> String { Quotient.text(value, decimals: decimals) }
}
