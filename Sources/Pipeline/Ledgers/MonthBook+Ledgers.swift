import Ingest
import Model
import Store

extension MonthBook {
  /// What a month is made of; where the campaign has ledgers, with the files of earlier months that hold their rows.
  func inputs(_ month: Month) async throws(Failure) -> MonthInputs {
    var inputs = try known.inputs(month)
    guard !workspace.campaign.ledgers.isEmpty else { return inputs }
    for earlier in try known.months().filter({ $0 < month }).reversed() {
      let files = Dictionary(grouping: try await ledgerFiles(earlier), by: \.arrival)
      guard !files.isEmpty else { continue }
      for arrival in try known.inputs(earlier).arrivals {
        let ledgers = (files[arrival.id] ?? []).compactMap { file in
          workspace.campaign.ledgers.firstIndex { $0.id == file.ledger }
        }
        if !ledgers.isEmpty {
          inputs.ledgers.append(LedgerArrival(arrival: arrival, ledgers: Set(ledgers)))
        }
      }
    }
    return inputs
  }

  /// Which files of a month hold rows of ledgers: as its last reading found where that was by the same
  /// configuration and nothing has come in since, else as their headings say.
  private func ledgerFiles(_ month: Month) async throws(Failure) -> [LedgerFileRecord] {
    if let found = foundLedgerFiles[month] { return found }
    let isUnchanged = !known.addition.months.contains(month)
    if let store = known.store, isUnchanged {
      let own = MonthInputs.key(workspace.configuration, workspace.ownLanguage)
      let stored = try Failure.of(workspace.campaign.language) { () throws(StoreError) in
        try store.key(of: month, asOf: known.asOf)?.hasPrefix(own) == true
          ? try store.ledgerFiles(month: month, asOf: known.asOf) : nil
      }
      if let stored { return stored }
    }
    return try await reading(known.inputs(month)).ledgerFiles
  }
}

extension MonthReading {
  /// Which of a month's own files hold rows of ledgers.
  static func ledgerFiles(_ submissions: [Submission], _ campaign: Campaign) -> [LedgerFileRecord] {
    submissions.flatMap { submission in
      submission.tables.compactMap { campaign.forms[$0.form].ledger }.map {
        LedgerFileRecord(arrival: submission.arrival, ledger: campaign.ledgers[$0].id)
      }
    }
  }
}
