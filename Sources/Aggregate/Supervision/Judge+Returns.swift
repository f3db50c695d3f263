public import Model

/// The rules that look at returns and findings.
extension Judge {
  /// Months in a row, up to this one, in which a form was owed and no return counted. A month in which the unit was
  /// excused ends the row.
  func notReported(_ unit: Int, _ months: Int, _ form: Int?) -> Verdict {
    let forms = form.map { [$0] } ?? campaign.monthlyForms
    let longest = forms.map { missed(unit, form: $0) }.max() ?? 0
    guard longest >= months else { return .clear }
    return .listed(nil, .months(longest), order: Rational(Int128(-longest)))
  }

  private func missed(_ unit: Int, form: Int) -> Int {
    var (units, count) = ([unit], 0)
    for past in stride(from: month, through: 0, by: -1) {
      let returns = supervision.months[past].returns
      let statuses = units.map { returns.statuses[form][$0] }
      guard statuses.contains(where: { $0 != .notExpected }), !statuses.contains(.accepted) else { break }
      let judge = Judge(supervision: supervision, month: past, rule: rule)
      guard units.allSatisfy({ judge.excuse($0) == nil }) else { break }
      count += 1
      units = Set(units.flatMap { supervision.before($0, month: past) }).sorted()
    }
    return count
  }

  /// Findings are known of the last month only.
  func queriesOpen(_ unit: Int, _ least: Int) -> Verdict {
    guard month == supervision.months.count - 1 else { return .clear }
    let open = Int(supervision.queries[unit])
    guard open >= least else { return .clear }
    return .listed(nil, .queries(open), order: Rational(Int128(-open)))
  }
}

extension Supervision {
  /// The findings that wait for an answer, by the unit that they are about: those of no unit count for the sender of
  /// their file.
  public static func openQueries(_ findings: [Finding], returns: Returns) -> [Int: Int] {
    let senders = Dictionary(
      returns.submissions.map { ($0.path, $0.sender) }, uniquingKeysWith: { first, _ in first })
    return findings.reduce(into: [:]) { open, finding in
      guard finding.severity == .query else { return }
      let about = finding.unit.flatMap { returns.roster.index(of: $0) } ?? senders[finding.place.file] ?? nil
      if let about { open[about, default: 0] += 1 }
    }
  }
}
