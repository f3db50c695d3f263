import Model
import Testing

@testable import Pipeline

/// What refers to the items of a ledger, and what may be wrong with it.
@Suite struct LedgerReferenceTests {
  /// Indicators over items of a ledger, and items that refer to it.
  static let others: [(String, String)] = [
    (
      "indicators: [{id: i, sum: mid}]",
      "3:27: 'mid' is a median, a least, a greatest or a number of different values: it is not added. Write {value: mid}."
    ),
    (
      "indicators: [{id: i, composition: [mid], of: l.rows}]",
      "3:36: 'mid' is a median, a least, a greatest or a number of different values: it is not added. Write {value: mid}."
    ),
    (
      "indicators: [{id: i, sum: n, per: {sum: mid}}]",
      "3:41: 'mid' is a median, a least, a greatest or a number of different values: it is not added. Write {value: mid}."
    ),
    ("indicators: [{id: i, mean: avrg}]", "3:28: there is no mean of a ledger 'avrg'; did you mean 'avg'?"),
    ("indicators: [{id: i, mean: n}]", "3:28: there is no mean of a ledger 'n'; known are avg."),
    (
      "indicators: [{id: i, value: n}]",
      "3:29: 'n' is added, and no median, least, greatest or number of different values. Write {sum: n}."
    ),
    ("indicators: [{id: i, value: first}]", "3:29: the item 'first' must be of type count or amount."),
    ("indicators: [{id: i, value: mid, of: all}]", "3:38: 'of' does not go with 'value'."),
    ("indicators: [{id: i, mean: avg, per: {sum: n}}]", "3:38: 'per' does not go with 'mean'."),
    (
      "indicators: [{id: i, count: \"dropped > '2016-01-01'\"}]",
      "3:30: the cells of 'dropped' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
  ]

  private static let whole =
    LedgerMistakeTests.start + """
      derived:
        - {id: n, count: all}
        - {id: mid, median: size}
        - {id: first, min: born}
        - {id: avg, mean: size}

      """

  private static let form = """
    items:
      - {id: dropped, type: date, personal: drop}
      - {id: number, type: count, ledger: n}
    """

  @Test(arguments: others)
  func mistakeElsewhere(_ text: String, _ message: String) throws {
    let read = try readConfig("name: x\nforms: [l, f]\n\(text)\n", [("l", Self.whole), ("f", Self.form)])
    #expect(LedgerMistakeTests.messages(read) == ["campaign.yaml:" + message])
  }

  static let items: [(String, String)] = [
    ("- {id: a, type: count, ledger: nn}", "3:34: there is no item 'nn'; did you mean 'n'?"),
    (
      "- {id: a, type: count, ledger: mid}",
      "3:34: 'a' and 'mid' of the ledger must both be numbers with the same decimals."
    ),
    (
      "- {id: a, type: flag, ledger: n}",
      "3:33: 'a' and 'n' of the ledger must both be numbers with the same decimals."
    ),
    ("- {id: a, type: count, personal: apart}", "3:36: the item 'a' must be of type text or date."),
    ("- {id: a, type: text, personal: keep}", "3:35: 'personal' must be one of apart, drop."),
    ("- {id: a, type: count, over_tree: whole}", "3:37: 'over_tree' must be one of sum, statement."),
    ("- {id: n, type: count}", "1:1: the item 'n' is given twice; rename or remove one."),
  ]

  @Test(arguments: items)
  func mistakeOfAnItem(_ text: String, _ message: String) throws {
    let form = "kind: form\nitems:\n  \(text)\n"
    let read = try readConfig("name: x\nforms: [l, f]\n", [("l", Self.whole), ("f", form)])
    #expect(LedgerMistakeTests.messages(read) == ["forms/f.yaml:" + message])
  }
}
