import Model

/// Which unit's return counts from another file or row than it did.
struct SourceChanges {
  /// For each unit of now the unit of then with its code; -1 where there was none.
  let former: [Int32]
  /// For each unit of then the unit of now with its code; -1 where there is none.
  let latter: [Int32]
  private let campaign: Campaign
  private let now: Returns
  private let then: Returns
  /// The forms of then by those of now.
  private let formerForms: [Int?]

  init(campaign: Campaign, now: Returns, thenCampaign: Campaign, then: Returns) {
    self.campaign = campaign
    self.now = now
    self.then = then
    former = now.roster.units.map { Int32(then.roster.index(of: $0.code) ?? -1) }
    latter = then.roster.units.map { Int32(now.roster.index(of: $0.code) ?? -1) }
    formerForms = campaign.forms.map { form in thenCampaign.forms.firstIndex { $0.id == form.id } }
  }

  /// The forms that an indicator is made of.
  func forms(of indicator: Int) -> [Int] {
    Set(campaign.itemsUsed(by: indicator).map { campaign.form(ofItem: $0) }).sorted()
  }

  /// What became of a unit's return to the first of these forms of which another counts; `nil` where the same
  /// do.
  func change(of unit: Int, _ former: Int, _ forms: [Int]) -> CauseTally.Change? {
    for form in forms {
      let old = formerForms[form].flatMap { SourceChanges.counted(then, $0, former) }
      let new = SourceChanges.counted(now, form, unit)
      if let new, let found = now.submission(new) {
        guard let old else {
          return CauseTally.Change(kind: .late, path: found.path, received: found.received)
        }
        if !isSame(old, new) {
          return CauseTally.Change(kind: .corrected, path: found.path, received: found.received)
        }
      } else if let old, new == nil {
        let found = then.submission(old)
        return CauseTally.Change(kind: .lost, path: found?.path ?? "", received: found?.received)
      }
    }
    return nil
  }

  /// The source of the return that counts.
  private static func counted(_ returns: Returns, _ form: Int, _ unit: Int) -> ReturnSource? {
    returns.statuses[form][unit] == .accepted ? returns.sources[form][unit] : nil
  }

  /// Whether both are the same row of the same bytes.
  private func isSame(_ old: ReturnSource, _ new: ReturnSource) -> Bool {
    guard let one = then.submission(old), let other = now.submission(new) else { return false }
    let isSameFile = one.sha256.isEmpty ? one.path == other.path : one.sha256 == other.sha256
    return isSameFile && old.table == new.table && old.row == new.row
  }
}

extension Returns {
  /// The file of a source; `nil` where there is none.
  fileprivate func submission(_ source: ReturnSource) -> Submission? {
    submissions.indices.contains(Int(source.submission)) ? submissions[Int(source.submission)] : nil
  }
}
