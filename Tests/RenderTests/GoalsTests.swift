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
    let target = try #require(edition.goals?.targets.first)
    edition.goals?.targets.append(target)
    let grids = Bulletin.document(edition).sections.first { $0.heading == "进度对照" }?.blocks.filter { block in
      if case .grid = block { true } else { false }
    }
    #expect(grids?.count == 1)
    let lines = Printed.section("进度对照", of: edition)
    #expect(lines.contains("石桥|40%|落后20个百分点|40%|落后20个百分点"))
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
