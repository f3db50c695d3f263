import Model
import Render
import Testing

/// What of a page the fixture of two levels does not reach: units further down, and whose findings are whose.
@Suite struct FeedbackTests {
  /// 甲 with 东乡 and 西乡, 乙 with 南乡; below 东乡 a village.
  private func edition() throws -> Edition {
    var edition = try EditionFixture.edition()
    let levels = try #require(
      Levels(["市", "县", "乡", "村"].enumerated().map { Level(id: "l\($0.offset)", label: $0.element) }))
    let rows =
      [
        ("0", "云山市", 0, nil), ("1", "甲", 1, "0"), ("11", "东乡", 2, "1"), ("111", "河村", 3, "11"),
        ("12", "西乡", 2, "1"), ("2", "乙", 1, "0"), ("21", "南乡", 2, "2"),
      ] as [(String, String, Int, String?)]
    let registry = try Registry(
      levels: levels, groups: [],
      rows: try rows.enumerated().map { place, row in
        RegistryRow(
          code: try EditionFixture.code(row.0), name: row.1, short: "", level: row.2,
          parent: try row.3.map(EditionFixture.code), groups: SmallSet(),
          from: try EditionFixture.month("2016-01"), to: nil, successor: nil, line: place + 2)
      })
    edition.campaign.levels = levels
    var file = Submission(
      path: "a.csv", size: 1, sha256: "", sender: 1, received: try EditionFixture.time("2016-07-01", 9, 0))
    file.tables = []
    edition.returns = Returns(
      roster: registry.roster(in: try EditionFixture.month("2016-06")), campaign: edition.campaign,
      submissions: [file])
    var punctuality = [Punctuality](repeating: .missing, count: 7)
    (punctuality[0], punctuality[1], punctuality[4]) = (.notExpected, .onTime, .rejected)
    edition.reporting = [FormReporting(form: 0, punctuality: punctuality, byLevel: [:])]
    return edition
  }

  @Test func whomToCallByLevelAndFurtherDown() throws {
    let book = FeedbackBook(try edition()) { _, unit in [2: 1, 3: 2, 4: 3][unit] ?? 0 }
    #expect(book.units == [1, 5])
    let page = book.markdown(of: 1)
    #expect(page.contains("- 《月报表》乡2个：东乡及所属1个、西乡（连续3个月，不予采用）。\n"))
    #expect(!page.contains("南乡"))
    #expect(book.markdown(of: 5).contains("- 《月报表》县1个：乙及所属1个。\n"))
    var edition = try edition()
    edition.reporting[0].punctuality[2] = .late
    #expect(FeedbackBook(edition).markdown(of: 1).contains("- 《月报表》东乡所属1个：河村。\n"))
  }

  /// A row of another child's unit is mended by the one that sent it.
  @Test func whatIsRejectedGoesToItsSender() throws {
    var edition = try edition()
    edition.findings = [
      Finding(
        GoalsFixture.Reason(severity: .reject), at: Place(file: "a.csv", row: 7),
        unit: try EditionFixture.code("21"))
    ]
    let book = FeedbackBook(edition)
    #expect(book.markdown(of: 1).contains("有须更正1处"))
    #expect(!book.markdown(of: 5).contains("须更正"))
  }

  @Test func unitsBelowOnTheListAreNamed() throws {
    var edition = try edition()
    edition.campaign.supervision.rules = [
      SupervisionRule(id: "silent", condition: .notReported(months: 2, form: nil), weight: .summon)
    ]
    edition.goals = Goals(
      supervision: SupervisionList(
        unit: 0,
        found: [
          SupervisionList.Found(
            rule: 0,
            listed: [3, 4, 6].map { Supervised(unit: $0, rule: 0, figure: nil, standard: .months(2)) },
            leftOut: [])
        ]))
    let page = FeedbackBook(edition).markdown(of: 1)
    #expect(page.contains("本月未列入重点督促名单。\n\n所属单位列入名单的：\n"))
    #expect(page.contains("- 连续2个月以上未报（约谈）2个。东乡：河村；西乡：西乡。\n"))
  }

  @Test func aStatementThatDiffersIsTold() throws {
    var edition = try edition()
    let found = Reconciled(
      unit: 2, item: 2, own: 10, below: 12, received: 1, expected: 1, difference: -2, verdict: .differs)
    edition.reconciliation = [found]
    let book = FeedbackBook(edition)
    #expect(book.markdown(of: 1).contains("| 东乡 |"))
    #expect(!book.markdown(of: 5).contains("上下级数据核对"))
  }

  @Test func findingsGoToTheUnitTheyAreAbout() throws {
    var edition = try edition()
    let finding = { (severity: Severity, unit: String?, file: String) in
      Finding(
        GoalsFixture.Reason(severity: severity), at: Place(file: file, row: 7),
        unit: try unit.map(EditionFixture.code))
    }
    edition.findings = [
      try finding(.reject, "111", "x.csv"), try finding(.query, nil, "a.csv"),
      try finding(.query, "21", "a.csv"),
      try finding(.note, "0", "x.csv"), try finding(.note, nil, "nobody.csv"),
    ]
    let book = FeedbackBook(edition)
    let first = book.markdown(of: 1)
    #expect(first.contains("有须更正1处、须说明1处。"))
    #expect(first.contains("| 须更正 | 2 | x.csv 第7行（111） |"))
    #expect(book.markdown(of: 5).contains("有须说明1处。"))
    #expect(!book.markdown(of: 5).contains("x.csv"))
    #expect(first.contains("本月报表截止日为2016年7月5日；之后送达的更正计入下一版。"))
    edition.findings = [try finding(.note, "111", "x.csv")]
    #expect(!FeedbackBook(edition).markdown(of: 1).contains("截止日"))
  }

  @Test func aUnitWithNothingToSayHasAPageAllTheSame() throws {
    var edition = try edition()
    edition.reporting = []
    let page = FeedbackBook(edition).markdown(of: 5)
    #expect(page == "# 乙2016年6月对标整改工作进展情况反馈\n\n云山市活动办公室\n")
  }
}
