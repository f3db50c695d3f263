import Model
import TestSupport

/// Random returns of a month that change from one reading to the next.
struct RandomReturns {
  var generator: SplitMix64
  let texts = ["", "无", "a b=c", "两行\n文", "'; DROP TABLE entry; --", "e\u{301}", "é", "nul\0l"]

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func int(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func isOneIn(_ number: Int) -> Bool { int(0..<number) == 0 }

  /// Submissions for arrivals, each with tables of all forms.
  mutating func submissions(_ arrivals: [Arrival], _ campaign: Campaign) -> [Submission] {
    arrivals.map { arrival in
      var submission = Submission(
        path: arrival.path, size: arrival.size, sha256: arrival.sha256, sender: nil,
        received: arrival.received)
      submission.arrival = arrival.id
      for form in campaign.forms.indices {
        submission.tables.append(SubmissionTable(sheet: "", form: form, columns: []))
        submission.tables.append(SubmissionTable(sheet: "表 \(form)", form: form, columns: []))
      }
      return submission
    }
  }

  /// Gives units new returns, takes some away; about one unit in `rarity`.
  mutating func change(_ returns: inout Returns, _ campaign: Campaign, rarity: Int) {
    for form in campaign.forms.indices {
      for unit in 0..<returns.roster.count where isOneIn(rarity) {
        let isOwed = campaign.forms[form].expects(unit, in: returns.roster)
        returns.firstReceived[form][unit] = nil
        returns.sources[form][unit] = .none
        let status: ReturnStatus =
          isOneIn(4) ? (isOwed ? .missing : .notExpected) : isOneIn(4) ? .rejected : .accepted
        returns.statuses[form][unit] = status
        for item in campaign.forms[form].items { set(item, unit, status, &returns, campaign) }
        guard status.isReceived, !returns.submissions.isEmpty else { continue }
        source(form, unit, &returns)
      }
    }
  }

  private mutating func source(_ form: Int, _ unit: Int, _ returns: inout Returns) {
    let submission = int(0..<returns.submissions.count)
    let tables = returns.submissions[submission].tables.indices.filter {
      returns.submissions[submission].tables[$0].form == form
    }
    returns.sources[form][unit] = ReturnSource(
      submission: Int32(submission), table: Int32(tables[int(0..<tables.count)]), row: Int32(int(1..<99)))
    if isOneIn(5) { returns.firstReceived[form][unit] = LocalTime(minutes: int(0..<99_999)) }
  }

  private mutating func set(
    _ item: Int, _ unit: Int, _ status: ReturnStatus, _ returns: inout Returns, _ campaign: Campaign
  ) {
    let isAsked = campaign.items[item].filledBy.contains(returns.roster.units[unit].level)
    guard status == .accepted else {
      return returns.columns[item].set(unit, isAsked ? .notReported : .notAsked)
    }
    let states: [CellState] = [.blank, .notApplicable, .unreadable, .notAsked, .notReported]
    let state = !isAsked && isOneIn(2) ? .notAsked : isOneIn(3) ? states[int(0..<5)] : .value
    returns.columns[item].set(unit, state, state == .value ? value(campaign.items[item].type, &returns) : 0)
  }

  private mutating func value(_ type: ItemType, _ returns: inout Returns) -> Int64 {
    switch type {
    case .flag: return Int64(int(0..<2))
    case .count: return isOneIn(9) ? Int64.max : Int64(int(0..<5))
    case .amount: return isOneIn(9) ? Int64.min : Int64(int(-500..<500))
    case .choice(let choices): return Int64(int(0..<choices.count))
    case .date: return Int64(int(-9_000..<30_000))
    case .text, .key:
      returns.texts.append(texts[int(0..<texts.count)])
      return Int64(returns.texts.count - 1)
    }
  }
}

extension ReturnStatus {
  var isReceived: Bool { self == .accepted || self == .rejected }
}

/// All that is known of returns, in words: two that say the same are equal.
struct Description: Equatable {
  var lines: [String] = []

  init(_ returns: Returns, _ campaign: Campaign) {
    for form in campaign.forms.indices {
      for unit in 0..<returns.roster.count {
        let source = returns.sources[form][unit]
        var line =
          "\(campaign.forms[form].id) \(returns.roster.units[unit].code) \(returns.statuses[form][unit])"
        if source.submission >= 0 {
          let submission = returns.submissions[Int(source.submission)]
          let table = submission.tables[Int(source.table)]
          line +=
            " \(submission.arrival) \(submission.path) \(submission.received) [\(table.sheet)] \(table.form)"
        }
        line += " \(source.row) \(returns.firstReceived[form][unit].map { "\($0)" } ?? "-")"
        for item in campaign.forms[form].items { line += " " + cell(returns, campaign, item, unit) }
        lines.append(line)
      }
    }
  }

  private func cell(_ returns: Returns, _ campaign: Campaign, _ item: Int, _ unit: Int) -> String {
    let column = returns.columns[item]
    guard let value = column[unit] else { return "\(column.states[unit])" }
    guard campaign.items[item].type == .text else { return "\(value)" }
    return Array(returns.texts[Int(value)].utf8).debugDescription
  }
}
