public import Formula
public import Model

/// A formula over the rows of a ledger that is wrong.
public struct LedgerError: Error, Hashable, Sendable {
  /// The ledger's id.
  public let ledger: String
  /// The id of the derived item or the rule that has the formula.
  public let name: String
  /// What is wrong with it.
  public let fault: FormulaError

  /// What is wrong and what to do, in the reader's language.
  public func message(_ language: Language) -> String {
    language.pick(
      "台账 \(ledger) 的 \(name)，公式第 \(fault.column) 个字符：",
      "ledger \(ledger), \(name), formula character \(fault.column): ")
      + fault.message(language)
  }
}
