import Model
import Render
import Testing

@Suite struct GoalsTests {
  private static let headings = [
    Language.zh: ["进度对照", "综合评分", "重点督促"],
    .en: ["Progress against targets", "Scores", "Supervision"],
  ]

  /// The three sections alone.
  private func sections(_ edition: Edition) -> String {
    var document = Bulletin.document(edition)
    document.opening = []
    document.sections.removeAll { !(Self.headings[edition.language] ?? []).contains($0.heading) }
    return MarkdownRenderer.render(document, language: edition.language)
  }

  @Test(arguments: [(Language.zh, Expected.goalsZH), (.en, Expected.goalsEN)])
  func wholeSections(_ language: Language, _ expected: String) throws {
    #expect(sections(try GoalsFixture.edition(language)) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.feedbackZH), (.en, Expected.feedbackEN)])
  func wholePage(_ language: Language, _ expected: String) throws {
    let book = FeedbackBook(try GoalsFixture.edition(language)) { _, unit in unit == 2 ? 3 : 0 }
    #expect(book.units == [1, 2, 3, 4, 5, 6])
    #expect(book.markdown(of: 2) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.supervisionZH), (.en, Expected.supervisionEN)])
  func wholeTable(_ language: Language, _ expected: String) throws {
    #expect(Printed.csv(SupervisionCSV.render(try GoalsFixture.edition(language))) == expected)
  }

  @Test func nothingAimedAtNothingSaid() throws {
    var edition = try GoalsFixture.edition(.zh)
    let with = Bulletin.document(edition).sections.map(\.heading)
    edition.goals = nil
    let without = Bulletin.document(edition).sections.map(\.heading)
    #expect(with.filter { !(Self.headings[.zh] ?? []).contains($0) } == without)
    #expect(Printed.csv(SupervisionCSV.render(edition)).split(separator: "\n").count == 1)
    edition.goals = Goals(supervision: SupervisionList(unit: 0, found: []))
    #expect(Printed.section("重点督促", of: edition) == ["本月没有单位列入重点督促名单。"])
    edition.unit = 2
    #expect(Printed.section("重点督促", of: edition).isEmpty)
  }

  @Test func scoresOfRevisedSharesAreMarked() throws {
    var edition = try GoalsFixture.edition(.zh)
    let found = try #require(edition.goals?.scores.first { $0.unit == 2 })
    let figure = try #require(found.figures[0])
    let erratum = Erratum(
      unit: 2, code: edition.roster.units[2].code, key: EditionFixture.townshipRate,
      published: figure, now: figure, causes: [])
    let plain = Printed.section("综合评分", of: edition)
    #expect(FeedbackBook(edition).markdown(of: 2).contains("综合得分：40.0分，第2名。"))
    edition.vintage = Vintage(
      edition: nil, before: .init(number: 1, time: LocalTime(minutes: 0)), errata: [erratum])
    let revised = Printed.section("综合评分", of: edition)
    #expect(revised == plain.map { $0 == "2|石桥|40.0||40%|—|" ? "2|石桥|40.0(r)||40%(r)|—|" : $0 })
    #expect(revised != plain)
    let pages = FeedbackBook(edition)
    #expect(pages.markdown(of: 2).contains("综合得分：40.0(r)分，第2名。"))
    #expect(pages.markdown(of: 2).contains("(r) 为修订数"))
    #expect(!pages.markdown(of: 4).contains("(r)"))
  }

  /// What is said of a check, and not of a place.
  struct Cut: FindingReason {
    static let code = "test-cut"
    let check: String
    var severity: Severity { .note }
    func message(_ language: Language) -> String { language.pick("\(check)还有。", "More of \(check).") }
  }

  @Test func whatIsSaidOfEachCheckHasARowOfItsOwn() throws {
    var edition = try GoalsFixture.edition(.zh)
    let place = Place(file: "a.csv", row: 2)
    edition.findings = ["one", "two"].map { Finding(Cut(check: $0), at: Place(file: "")) }
    edition.findings += [place, place].map { Finding(GoalsFixture.Reason(severity: .query), at: $0) }
    let rows = Printed.section("数据质量", of: edition).dropFirst()
    #expect(rows.map { $0.hasSuffix("|test-cut") } == [false, true, true])
    #expect(rows.map { $0.contains("|2|") } == [true, false, false])
    #expect(rows.dropFirst().first?.contains("one还有") ?? false)
  }

  @Test func whoCannotBeToldIsNotCalledBehind() throws {
    let page = FeedbackBook(try GoalsFixture.edition(.zh)).markdown(of: 1)
    #expect(page.contains("本月未列入重点督促名单。"))
    #expect(page.contains("尚难判断，报齐后再定：乡镇动员会召开率低于上级10个百分点以上。"))
    #expect(!page.contains("落后进度"))
  }

  @Test func aGapThatIsNotSeenInPrint() throws {
    var edition = try GoalsFixture.edition(.zh)
    let figure = EditionFixture.figure(2, EditionFixture.townshipRate, 599, of: 1000)
    edition.goals?.supervision = SupervisionList(
      unit: 0,
      found: [
        SupervisionList.Found(
          rule: 1, listed: [Supervised(unit: 2, rule: 1, figure: figure, standard: .path(target: 0, 60))],
          leftOut: [])
      ])
    #expect(
      Printed.section("重点督促", of: edition).last == "石桥：60%，本月应达60%，落后不足1个百分点。")
  }

  @Test func aLongListIsCutAndSaysWhereTheRestIs() throws {
    var edition = try GoalsFixture.edition(.zh)
    let figure = EditionFixture.figure(2, EditionFixture.townshipRate, 599, of: 1000)
    let listed = Supervised(unit: 2, rule: 1, figure: figure, standard: .path(target: 0, 60))
    edition.goals?.supervision = SupervisionList(
      unit: 0,
      found: [
        SupervisionList.Found(rule: 1, listed: Array(repeating: listed, count: 22), leftOut: [])
      ])
    let lines = Printed.section("重点督促", of: edition)
    #expect(lines.count == 22 && lines.last == "其余2个：石桥、石桥，逐个见supervision.csv。")
  }

  @Test func severalTargetsStandSideBySide() throws {
    var edition = try GoalsFixture.edition(.zh)
    let other = try #require(edition.goals?.targets.first).map { progress in
      var progress = progress
      progress.target.key = EditionFixture.fundRate
      return progress
    }
    edition.goals?.targets.append(other)
    let grids = Bulletin.document(edition).sections.first { $0.heading == "进度对照" }?.blocks.filter { block in
      if case .grid = block { true } else { false }
    }
    #expect(grids?.count == 1)
    let lines = Printed.section("进度对照", of: edition)
    #expect(lines.contains { $0.hasPrefix("石桥|40%|落后20个百分点|40.0%|落后") })
  }

  /// The first target for 清河 and 石桥 alone, the second for all others.
  private func twoTargets(_ language: Language) throws -> Edition {
    var edition = try GoalsFixture.edition(language)
    edition.campaign.unitConditions = ["重点 and level = 'county'"]
    var (some, others) = (edition.campaign.targets[0], edition.campaign.targets[0])
    some.condition = 0
    others.value = FixedNumber(80)
    edition.campaign.targets = [some, others]
    let all = edition.goals?.targets[0] ?? []
    let retarget = { (target: Target, units: [Int]) in
      all.filter { units.contains($0.unit) }.map { progress in
        var progress = progress
        progress.target = target
        return progress
      }
    }
    edition.goals?.targets = [retarget(some, [1, 2]), retarget(others, [0, 3, 4, 5, 6])]
    var task = edition.campaign.phases[0].tasks[0]
    task.condition = 0
    let tasks = retarget(task, [2])
    edition.goals?.tasks = [tasks]
    return edition
  }

  @Test func forWhomATargetIs() throws {
    let edition = try twoTargets(.zh)
    let text = Printed.section("进度对照", of: edition)
    #expect(text[1] == "召开动员会（适用于“重点 and level = 'county'”的单位）：乡镇动员会召开率应达99.5%。下级单位中落后进度1个。")
    #expect(
      text[2]
        == "乡镇动员会召开率目标（适用于“重点 and level = 'county'”的单位）：2016年12月底前达到100%，本月应达60%。下级单位中落后进度1个、尚难判断（未报齐）1个。"
    )
    #expect(text[3].hasPrefix("乡镇动员会召开率目标（适用于其他单位）：2016年12月底前达到80%，本月应达60%。云山市现为68%，达到进度。"))
    // One table for the series: each unit beside its own target.
    let rows = text[4...].map { $0.split(separator: "|").prefix(2).joined(separator: " ") }
    #expect(rows == ["云山市 80%", "清河 100%", "石桥 100%", "东山 80%", "临江 80%", "北沟 80%", "开发区 80%"])
    let captions = Bulletin.document(edition).sections.flatMap(\.blocks).compactMap { block in
      if case .grid(let grid) = block, grid.caption.contains("进度对照") { grid.caption } else { nil }
    }
    #expect(captions == ["乡镇动员会召开率进度对照"])
    let english = Printed.section("Progress against targets", of: try twoTargets(.en))
    #expect(
      english[3].hasPrefix(
        "Kick-off rate, township (for all other units) should be 80% by the end of December 2016, 60% by the end of this month."
      ), "\(english[3])")
  }

  @Test func aFeedbackPageHasTheUnitsOwnTarget() throws {
    let book = FeedbackBook(try twoTargets(.zh))
    #expect(book.markdown(of: 2).contains("| 动员会召开率（适用于“重点 and level = 'county'”的单位） |"))
    #expect(!book.markdown(of: 2).contains("适用于其他单位"))
    #expect(book.markdown(of: 3).contains("| 动员会召开率（适用于其他单位） | 乡镇动员会召开率 | 2016年12月 | 80% |"))
    #expect(!book.markdown(of: 3).contains("| 100% | 60%"))
  }

  @Test func aRuleThatIsDueForNobodyIsNamedItself() throws {
    var edition = try GoalsFixture.edition(.zh)
    let early = (1...6).map { LeftOut(unit: $0, reason: .notDue) }
    edition.goals?.supervision = SupervisionList(
      unit: 0, found: [SupervisionList.Found(rule: 2, listed: [], leftOut: early)])
    #expect(
      Printed.section("重点督促", of: edition) == [
        "本月没有单位列入重点督促名单。", "以下情况不作判断。本月未到时间或月份不足的规则：末两位。",
      ])
  }

  @Test func hostileNames() throws {
    let names = [
      "甲|乙", "<script>alert(1)</script>", "`x` *y*", "=HYPERLINK(\"http://x\")", "\u{202E}gpj",
      "[a](http://b)",
    ]
    var edition = try GoalsFixture.edition(.zh, names: names)
    edition.campaign.supervision.rules[0].label = "<b>|规则|</b>"
    edition.campaign.supervision.excuses[0].reason = "=cmd|x"
    let book = FeedbackBook(edition)
    for text in [Printed.bulletin(edition)] + book.units.map(book.markdown(of:)) {
      #expect(!text.replacing("\\<", with: "").contains("<"))
      #expect(!text.contains("\u{202E}"))
      #expect(!text.replacing("\\]", with: "").contains("]("))
    }
    let table = Printed.csv(SupervisionCSV.render(edition))
    #expect(table.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","))
    #expect(table.contains(",'=cmd|x\n"))
  }
}
