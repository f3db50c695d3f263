import Model
import Testing

@testable import Ingest

/// Where the table of a sheet is, and what stands around it.
@Suite struct TableTests {
  /// A row of a unit above better headings is not taken for a title in silence.
  @Test func rowsAboveTheHeadings() throws {
    let fixture = try Fixture()
    let text = "单位代码,单位名称,其他\n130102001,城关镇,2016-06,是,3\n\(Fixture.headings)\n130102002,东乡,2016-06,是,4,1"
    let reading = fixture.read(text)
    #expect(fixture.told(reading).contains("row-not-a-return A2"), "\(fixture.told(reading))")
    #expect(reading.rows.count == 1)
    let title = fixture.read("单位代码：,130102001\n\(Fixture.headings)\n130102001,城关镇,2016-06,是,4,1")
    #expect(!fixture.told(title).contains { $0.hasPrefix("row-not-a-return") })
  }

  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func told(_ text: String, sender: String? = "130102") -> [String] {
    fixture.told(fixture.read(text, sender: sender)).filter { !$0.hasPrefix("column-missing") }
  }

  @Test(arguments: [
    "单位代码,动员会,委员 人数（个）,工作经费\n", "单位代码,动员会,委员人数(人),工作经费\n",
    "单位代码,动员会,委员人数（单位：人）,工作经费（万元）\n", "单位代码,是否召开动员会,委员人数,工作经费\n",
    ",单位代码,委员\n单位代码,动员会,委员人数,工作经费\n", "单位代码,动员会,基本情况,\n,,委员人数,工作经费\n",
    "单位代码,填报项目,,\n,动员会,委员人数,工作经费\n", "单位代码,动员会,委员,工作\n,,人数,经费\n",
    "单位,动员会,\n单位代码,动员会,委员人数,工作经费\n",
  ]) func findsTheHeadings(headings: String) {
    let reading = fixture.read(headings + "130102001,是,9,2.5\n", sender: "130102")
    #expect(reading.submission.tables[0].columns.prefix(3) == [2, 3, 4], "\(fixture.told(reading))")
    #expect(reading.values.prefix(3) == [1, 9, 250])
    #expect(reading.findings.isEmpty)
  }

  @Test func joinsOnlyWhatIsCertain() {
    // The lower headings stand twice: neither alone says which.
    let text = "单位代码,上月,,本月,\n,动员会,委员人数,动员会,委员人数\n130102001,是,9,否,8\n"
    #expect(fixture.read(text).rows.isEmpty)
    // Rows of answers are no headings, and headings that come again are no better ones.
    let repeated = "单位代码,动员会,甲\n130102001,是,\n单位代码,动员会,委员人数\n130102002,否,9\n"
    let reading = fixture.read(repeated, sender: "130102")
    #expect(reading.rows.map(\.row) == [2, 4])
    #expect(reading.submission.tables[0].columns.prefix(2) == [2, 0])
  }

  @Test func refusesOtherMeasures() throws {
    let text = "单位代码,动员会,委员人数（万人）,工作经费（元）\n130102001,是,1,20000\n"
    #expect(
      told(text) == ["heading-measure-differs C1 委员人数（万人）", "heading-measure-differs D1 工作经费（元）"])
    let reading = fixture.read(text)
    #expect(reading.states.prefix(3) == [.value, .unreadable, .unreadable])
    #expect(
      told("单位代码,动员会（场）,工作经费（预计）,委员人数\n130102001,是,2,9\n") == [
        "heading-measure-differs B1 动员会（场）", "heading-unknown C1 工作经费（预计）",
      ])
  }

  @Test func knowsWhichMeasuresAgree() {
    func agrees(_ word: String, _ type: ItemType, _ measure: String) -> Bool {
      let item = Item(id: "a", label: "甲", type: type, measure: measure, filledBy: SmallSet([0]))
      return HeadingMeasure.agrees(word, with: item)
    }
    let amount = ItemType.amount(decimals: 2)
    #expect(agrees("个", .count, "") && agrees("个", .count, "人") && agrees("人", .count, "人"))
    #expect(agrees("万元", amount, "万元") && agrees("%", amount, "%"))
    #expect(!agrees("元", amount, "万元") && !agrees("万元", amount, "元") && !agrees("万元", amount, ""))
    #expect(!agrees("万人", .count, "人") && !agrees("个", amount, "") && !agrees("个", .flag, ""))
    #expect(!agrees("个", .count, "万人") && !agrees("预计", .count, "个"))
    for word in ["万元", "元", "个", "千人", "%", "亩"] { #expect(HeadingMeasure.isMeasure(word)) }
    for word in ["预计", "是/否", "2016年", "必填", "元旦"] { #expect(!HeadingMeasure.isMeasure(word)) }
  }

  @Test func endsTheTableBeforeNotes() {
    let head = "单位代码,动员会,委员人数,工作经费\n130102001,是,9,2\n"
    #expect(
      told(head + "填表人：张三,,审核人：李四,2016-07-01\n张三,电话,6581234,\n李四,1,2,3\n") == [
        "row-not-a-return 3", "rows-after-end 4",
      ])
    #expect(told(head + "\n\n张三,1,2,3\n李四,1,2,3\n") == ["rows-after-end 5"])
    #expect(told(head + "\n张三,1,2,3\n") == ["unit-unknown A4 张三"])
    // A row of a unit below: the table had not ended, and all is said.
    #expect(
      told(head + "注：含示范点\n130102009,1,2,3\n130102002,是,1,1\n") == [
        "row-not-a-return 3", "unit-unknown A4 130102009",
      ])
    #expect(told(head + "\n\n\n130102002,是,1,1\n") == [])
    #expect(told(head + "数据来源：统计局,,,\n合计,1,9,2\n") == ["row-not-a-return 3", "total-row 4"])
    #expect(told("单位代码,动员会\n填表人：张三,\n999,是\n") == ["row-not-a-return 2", "unit-unknown A3 999"])
  }

  @Test func passesOverSamples() {
    let head = "序号,单位代码,单位名称,动员会,委员人数\n"
    #expect(told(head + "示例,130102001,城关镇,是,5\n1,130102001,城关镇,否,6\n") == ["sample-row 2"])
    #expect(told(head + "例：,999999,某某镇,是,5\n1,130102001,城关镇,否,6\n") == ["sample-row 2"])
    #expect(told(head + "1,示例,某某镇,是,5\n1,130102001,城关镇,否,6\n") == ["sample-row 2"])
    #expect(told(head + "1,130102001,城关镇,否,6\n例外,130102002,东乡,否,6\n") == [])
  }

  @Test(arguments: [
    "长安县2016年6月对标整改月报表,,\n", "二〇一六年月报表\n", "2016年6月\n", "填表日期：2016年7月4日\n", "报送时间：2016年7月\n",
    "2016年1-5月累计\n", "2016年5月至6月\n", "根据2016年3月文件填报\n", "2016年6月（2016年5月数见附表）\n2016年5月\n", "月份：,2016-06\n",
    "编号12016年5月\n",
  ]) func takesTitles(title: String) {
    #expect(told(title + "单位代码,动员会,委员人数,工作经费\n130102001,是,9,2\n") == [])
  }

  @Test(arguments: [
    ("长安县2016年5月月报表", "2016-05"), ("长安县 2016 年 5 月 份", "2016-05"), ("月份：2016-05", "2016-05"),
    ("月份,２０１６年７月", "2016-07"),
  ]) func refusesTitlesOfOtherMonths(title: String, given: String) throws {
    let text = title + "\n单位代码,月份,动员会,委员人数,工作经费\n130102001,2016-06,是,9,2\n"
    let reading = fixture.read(text, sender: "130102")
    let reason = try #require(reading.findings.first?.reason as? MonthDiffers)
    #expect(reading.findings.count == 1 && reason.source == .title && reason.given.description == given)
    #expect(reading.rows.isEmpty && reading.rejected.map(\.row) == [3])
  }

  @Test func theTitleDecidesBetweenUnits() throws {
    let text = "填报单位：桥西县\n单位名称,动员会\n城关镇,是\n"
    let two = try Fixture([
      Fixture.row("00", "全国", 0, nil), Fixture.row("1", "长安县", 1, "00", group: true),
      Fixture.row("101", "城关镇", 2, "1", group: true), Fixture.row("2", "桥西县", 1, "00", group: true),
      Fixture.row("201", "城关镇", 2, "2", group: true),
    ])
    let unit = try two.unit("201")
    #expect(two.read(text).rows.map(\.unit) == [Int32(unit)])
    #expect(two.read("填报单位,桥西县\n单位名称,动员会\n城关镇,是\n").rows.map(\.unit) == [Int32(unit)])
    #expect(two.read("桥西县2016年6月报表\n单位名称,动员会\n城关镇,是\n").rows.map(\.unit) == [Int32(unit)])
    #expect(two.read("填报单位：东乡\n单位名称,动员会\n城关镇,是\n").rows.isEmpty)
  }

  @Test func readsOctoberThatLostItsZero() throws {
    func told(_ month: String, _ cells: String...) throws -> [String] {
      let fixture = try Fixture(month: month)
      let codes = ["130102001", "130102002", "130102"]
      let rows = zip(codes, cells).map { "\($0),\($1),是\n" }
      let reading = fixture.read("单位代码,月份,动员会\n" + rows.joined(), sender: "130102")
      let findings = fixture.told(reading).filter { !$0.hasPrefix("column-missing") }
      return reading.rows.map { "\($0.row)" } + findings
    }
    #expect(try told("2016-10", "2016.1", "2016.1") == ["2", "3", "month-zero-dropped B2"])
    #expect(try told("2016-10", "2016.1", "") == ["2", "3", "month-zero-dropped B2"])
    #expect(try told("2016-10", "2016.1", "2016.10") == ["3", "month-unreadable B2 2016.1"])
    #expect(try told("2016-10", "2016-10", "2016.1") == ["2", "month-unreadable B3 2016.1"])
    #expect(
      try told("2016-10", "2016.1", "2016.9", "2016.1") == [
        "month-unreadable B2 2016.1", "month-differs B3 2016.9", "month-unreadable B4 2016.1",
      ])
    #expect(try told("2016-01", "2016.1", "2016.01") == ["2", "3"])
    #expect(try told("2016-11", "2016.1") == ["month-unreadable B2 2016.1"])
    #expect(try told("2017-10", "2016.1") == ["month-unreadable B2 2016.1"])
  }
}
