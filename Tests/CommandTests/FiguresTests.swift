import Testing

/// `yuebao figures` against sums made in the simplest way.
@Suite struct FiguresTests {
  private static let units = ["110101001", "110101002", "110102001", "120101001"]

  /// Rows of three months in no order, and what they add up to by month and unit: rows, and sums of members and funds.
  private static func year() -> (text: String, sums: [String: [Int]]) {
    var lines: [String] = []
    var sums: [String: [Int]] = [:]
    for row in 0..<600 {
      let (unit, month) = (units[row * 7 % 4], "2025-0\(row * 5 % 3 + 1)")
      let (members, funds) = (row * 37 % 101, row * 53 % 9973)
      let funded = row % 11 == 0 ? "" : "\(funds / 100).\(funds % 100 < 10 ? "0" : "")\(funds % 100)"
      let code = unit + String("00000000\(row)".suffix(9))
      lines.append("\(code),\(month),1,0,,\(row % 17 == 0 ? "\"\(members)\"" : "\(members)"),5,\(funded)")
      for length in [9, 6, 4, 2, 0] {
        let key = month + " " + (length == 0 ? "0" : String(unit.prefix(length)))
        let before = sums[key] ?? [0, 0, 0]
        sums[key] = [before[0] + 1, before[1] + members, before[2] + (funded.isEmpty ? 0 : funds)]
      }
    }
    let head = "组织代码,月份,动员会,述评会,换届选举,团员数,联系青年人数,工作经费元"
    return (([head] + lines).joined(separator: "\n") + "\n", sums)
  }

  @Test func addsUpAYearWithoutARegistry() {
    let folder = TemporaryFolder()
    let (text, sums) = Self.year()
    folder.write(text, to: "year.csv")
    let command = "yuebao figures -C $FIXTURES/bench/year year.csv"
    let one = folder.run(command + " --threads 1")
    #expect(one.code == 0, "\(one.errText)")
    #expect(one.errText.contains("600行"))
    #expect(folder.run(command + " --threads 3 -q").outText == one.outText)
    #expect(folder.run(command + " --prefixes 2,4,6,9 -q").outText == one.outText)
    #expect(!folder.run(command + " --prefixes 2,4,6,8 -q").outText.contains(",110101001,"))
    #expect(folder.run(command + " -q -v").errText.contains("读取"))
    var found: [String: [Int]] = [:]
    for line in one.outText.split(separator: "\r\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let numbers = [cells[6], cells[cells.count - 3], cells[cells.count - 1].replacing(".", with: "")]
      found[cells[0] + " " + cells[1]] = numbers.map { Int($0) ?? 0 }
    }
    #expect(found == sums)
    let shallow = folder.run(command + " --depth county -q").outText
    #expect(!shallow.contains("110101001") && shallow.contains("110101"))
  }

  @Test func tellsOfRepeatedKeysAndRowsWithoutAMonth() {
    let folder = TemporaryFolder()
    let head = "组织代码,月份,团员数\n"
    folder.write(head + "110101001000000001,2025-01,5\n110101001000000002,,6\n", to: "a.csv")
    folder.write(head + "110101001000000001,2025-01,7\n110101001000000001,2025-02,8\n", to: "b.csv")
    let outcome = folder.run(
      "yuebao figures -C $FIXTURES/bench/year a.csv b.csv --depth nation")
    #expect(outcome.code == 0)
    #expect(outcome.errText.contains("ledger-key-twice 1"), "\(outcome.errText)")
    #expect(outcome.errText.contains("month-unreadable 1"))
    #expect(
      outcome.outText.split(separator: "\r\n").dropFirst().map { $0.prefix(7) } == ["2025-01", "2025-02"])
    #expect(outcome.outText.contains(",12,"))
  }

  @Test func theFiguresOfTheInboxAreThoseOfTheRun() {
    let folder = TemporaryFolder.campaign()
    #expect(folder.run("yuebao run -C campaign -q").code == 0)
    let run = folder.run("cut -d, -f2,3,6-9 campaign/reports/2016-06/units.csv").outText
    let figures = folder.run("yuebao figures -C campaign -q")
    #expect(figures.code == 0, "\(figures.errText)")
    folder.write(figures.outText, to: "figures.csv")
    #expect(
      folder.run("cut -d, -f3,7-10 figures.csv").outText
        == folder.run("cut -d, -f2,6-9 campaign/reports/2016-06/units.csv").outText)
    #expect(!run.isEmpty)
  }

  @Test func saysWhatIsMissing() {
    let folder = TemporaryFolder.campaign("en")
    #expect(folder.run("yuebao figures -C campaign campaign/inbox").code == 64)
    #expect(folder.run("yuebao figures -C campaign --prefixes 2,4 campaign/inbox").code == 64)
    #expect(folder.run("yuebao figures -C campaign --month 2016-06 nothing").code == 66)
    #expect(folder.run("touch there && yuebao figures -C campaign -o there").code == 73)
    #expect(folder.run("yuebao figures -C campaign --prefixes 4,2").code == 64)
  }
}
