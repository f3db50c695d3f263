public import Model

/// Puts the files of all ledgers together, and makes the items of a month of them.
///
/// Of units that keep a ledger, their rows count that docs/ledgers.md says. A snapshot keeps no part of which nothing
/// counts any more; of a ledger of changes it keeps all parts until the end.
public struct LedgerAssembly: Sendable {
  private let plan: LedgerPlan
  private let roster: Roster
  /// For each ledger one of the two.
  private var snapshots: [LedgerSnapshot?]
  private var changes: [LedgerChanges?]

  /// A month, with its roster, of which no file is known yet.
  public init(_ plan: LedgerPlan, roster: Roster, month: Month) {
    self.plan = plan
    self.roster = roster
    snapshots = plan.programs.map { program in
      guard program.ledger.mode != .changes else { return nil }
      return LedgerSnapshot(
        program.ledger.mode, plan.campaign.forms[program.ledger.form], roster)
    }
    changes = plan.programs.map { program in
      guard program.ledger.mode == .changes else { return nil }
      return LedgerChanges(program, plan.campaign.forms[program.ledger.form], roster, month)
    }
  }

  /// Takes a file that has been read to its end, of that month or an earlier one. The order makes no difference.
  public mutating func take(_ part: LedgerPart) {
    snapshots[part.ledger]?.take(part)
    changes[part.ledger]?.take(part)
  }

  /// Whether no file of an earlier month than that can count: every expected unit is kept by a snapshot of that month or
  /// later. Of changes every file counts.
  public func isSettled(_ ledger: Int, before month: Month) -> Bool {
    snapshots[ledger]?.isSettled(before: month) ?? false
  }

  /// Sets statuses, sources and columns of the forms of all ledgers, with what is to be told of rows in
  /// ``Model/Returns/facts``. `before` are the keys of the month before, mapped to this roster; without them there are no
  /// movements. Gives what did not fit into 64 bits, and the keys of this month.
  public func fill(_ returns: inout Returns, before: LedgerKeys?) -> (findings: [Finding], keys: LedgerKeys) {
    var findings: [Finding] = []
    var keys: [LedgerKeys.Rows?] = []
    for ledger in plan.programs.indices {
      var filling = LedgerFilling(plan, ledger, roster, standing(ledger))
      filling.fill(
        &returns, before: before.flatMap { $0.ledgers.indices.contains(ledger) ? $0.ledgers[ledger] : nil })
      findings += filling.findings
      keys.append(filling.keys)
    }
    return (findings, LedgerKeys(ledgers: keys))
  }

  /// The keys of the month: all that is wanted of the month before.
  public func keys() -> LedgerKeys {
    LedgerKeys(
      ledgers: plan.programs.indices.map { LedgerFilling(plan, $0, roster, standing($0)).keys })
  }

  private func standing(_ ledger: Int) -> LedgerStanding {
    snapshots[ledger]?.standing() ?? changes[ledger]?.standing() ?? LedgerStanding(count: roster.count)
  }
}
