import Model

/// Turns what the rows of ledgers say into findings.
enum LedgerFacts {
  static func find(in context: CheckContext, _ log: inout CheckLog) {
    for fact in context.returns.facts {
      guard context.campaign.ledgers.indices.contains(fact.ledger) else { continue }
      let ledger = context.campaign.ledgers[fact.ledger]
      let rows = RowNumbers(first: fact.rows.map { Int($0) }, count: fact.count)
      let key = ledger.key.map { ledger.columns[$0].label } ?? ""
      switch fact.kind {
      case .broken(let position):
        let rule = ledger.rules[position]
        let reason = RowsViolated(
          weight: CheckWeight(rule.severity), rule: rule.id, told: rule.message, formula: rule.formula,
          ledger: ledger.title, rows: rows, of: fact.of)
        log.add(reason, of: fact, form: ledger.form, in: context)
      case .repeated(let other):
        let reason = KeyRepeated(
          weight: CheckWeight(.query), key: key, rows: rows,
          other: other == fact.unit ? nil : context.named(other))
        log.add(reason, of: fact, form: ledger.form, in: context)
      case .gone:
        let closed = ledger.closed.map { ledger.columns[$0].label }
        let reason = RowsGone(weight: CheckWeight(.note), key: key, closed: closed, count: fact.count)
        log.add(reason, of: fact, form: ledger.form, in: context)
      }
    }
  }
}

/// The numbers of rows on a sheet, the first of them and how many there are.
struct RowNumbers: Hashable, Sendable {
  let first: [Int]
  let count: Int

  /// `第5、9、12行等7行`, or `rows 5, 9, 12 and others, 7 in all`.
  func text(_ language: Language) -> String {
    guard !first.isEmpty else {
      return language.pick("\(count)行", count == 1 ? "1 row" : "\(count) rows")
    }
    let list = first.map(String.init).joined(separator: language.pick("、", ", "))
    if first.count == count { return language.pick("第\(list)行", (count == 1 ? "row " : "rows ") + list) }
    return language.pick("第\(list)行等\(count)行", "rows \(list) and others, \(count) in all")
  }
}

extension CheckContext {
  /// The rows of a unit in a ledger.
  func ledgerRows(_ form: Int, _ unit: Int) -> RowNumbers? {
    guard let rows = returns.ledgerRows[form]?[unit] else { return nil }
    let all = returns.columns[campaign.forms[form].items.lowerBound][unit] ?? Int64(rows.count)
    return RowNumbers(first: rows.map { Int($0) }, count: Int(clamping: all))
  }
}
