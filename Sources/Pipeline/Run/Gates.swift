import Model

extension MonthRun {
  /// What the campaign's gates have to say against the month; empty where all are passed.
  public var missedGates: [String] {
    let (tally, gate, language) = (tally, campaign.gate, campaign.language)
    var missed: [String] = []
    if tally.received * 100 < gate.received * tally.expected {
      missed.append(
        language.pick(
          "单位月报应报\(tally.expected)份，实报\(tally.received)份，未达到活动要求的报送率\(gate.received)%",
          "\(tally.received) of \(tally.expected) returns have come in; the campaign asks for "
            + "\(gate.received)%"))
    }
    let rejected = findings.count { $0.severity == .reject }
    if let most = gate.rejected, rejected > most {
      missed.append(
        language.pick(
          "不予采用的审核意见\(rejected)条，超过活动允许的\(most)条",
          "\(rejected) \(rejected == 1 ? "finding rejects" : "findings reject") what came in; the campaign "
            + "allows \(most)"))
    }
    return missed
  }

  /// One line where a gate is missed, empty where none is.
  var gateMessage: String {
    let missed = missedGates
    guard !missed.isEmpty else { return "" }
    let list = missed.joined(separator: campaign.language.pick("；", "; "))
    return campaign.language.pick(
      "\(list)；通报已写成初步稿", "\(list); the bulletin is written all the same, as provisional")
  }
}
