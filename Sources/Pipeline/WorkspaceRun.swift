public import Model

/// What a run did.
public struct RunResult: Sendable {
  /// One line for a person: the month, who reported, what was found, where the output is.
  public var summary: String
  /// Whether enough units have reported, as the campaign asks.
  public var passesGate: Bool
  /// What to tell where they have not.
  public var gateMessage: String
}

extension Workspace {
  /// Where the months' folders go, unless the user says otherwise.
  var reports: Path { root.appending("reports") }

  /// The whole job, one run at a time: ingest, roll up, render, write into ``reports`` or another folder.
  ///
  /// Throws exit code 75 where another run holds the lock.
  public func run(
    month asked: Month?, into folder: String?, options: ReadingOptions
  ) async throws(Failure) -> RunResult {
    let lock = try lock()
    let month = try month(asked)
    let run = try await MonthRun.make(self, month: month, options: options)
    let written = try await run.write(into: folder.map { Path($0) } ?? reports)
    _ = consume lock
    return RunResult(
      summary: run.summary + campaign.language.pick("；已写入\(written)", "; written to \(written)"),
      passesGate: run.passesGate, gateMessage: run.gateMessage)
  }
}

extension MonthRun {
  /// The unit that a user names, or the top.
  public func unit(_ name: String?) throws(Failure) -> Int {
    try name.map { name throws(Failure) in try UnitFinder.find(name, in: roster, campaign.language) } ?? 0
  }

  /// One line: the month, files, who reported, findings.
  var summary: String {
    let tally = tally
    return campaign.language.pick(
      "\(roster.month)：报送件\(fileCount)份；单位月报应报\(tally.expected)份，实报\(tally.received)份，"
        + "未报\(tally.missing)份，不予采用\(tally.rejected)份；审核意见\(findings.count)条",
      "\(roster.month): files \(fileCount); returns \(tally.received) of \(tally.expected), "
        + "missing \(tally.missing), rejected \(tally.rejected); findings \(findings.count)")
  }

  /// Whether something that came in does not count.
  public var hasRejections: Bool { findings.contains { $0.severity == .reject } }

  /// One line: how many findings of each severity.
  public var checkSummary: String {
    let counts = Severity.allCases.map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(severity.label(campaign.language)) \(count)"
    }
    let list = counts.joined(separator: campaign.language.pick("、", ", "))
    return campaign.language.pick("报送件\(fileCount)份；\(list)", "files \(fileCount); \(list)")
  }

  var gateMessage: String {
    let tally = tally
    return campaign.language.pick(
      "单位月报应报\(tally.expected)份，实报\(tally.received)份，未达到活动要求的报送率\(campaign.gate.received)%；"
        + "输出已写入",
      "\(tally.received) of \(tally.expected) returns have come in; the campaign asks for "
        + "\(campaign.gate.received)%; the output is written all the same")
  }
}
