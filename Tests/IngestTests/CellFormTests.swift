import Model
import Testing

@testable import Ingest

/// What people write in cells beside plain values: each rule with what it takes and what it must not take.
@Suite struct CellFormTests {
  static func read(_ text: String, _ type: ItemType, measure: String = "") -> CellReading {
    let bytes = Array(text.utf8)
    return CellReader(type, measure: measure).read(bytes.span, TextDecoder(.utf8))
  }

  static func value(_ text: String, _ type: ItemType, _ measure: String) -> Int64? {
    if case .value(let value) = read(text, type, measure: measure) { value } else { nil }
  }

  static func refusal(_ text: String, _ type: ItemType, _ measure: String) -> CellRefusal? {
    if case .refused(let refusal) = read(text, type, measure: measure) { refusal } else { nil }
  }

  @Test(arguments: [
    ("30人", "人", 30), ("30 人", "人", 30), ("３０　人", "人", 30), ("1,234人次", "人次", 1234),
    ("1.2万", "", 12000), ("1.2 万", "人", 12000), ("1.2345万人", "人", 12345), ("3亿", "", 300_000_000),
    ("1.5万亿", "", 1_500_000_000_000), ("0万", "", 0), ("12①", "", 12), ("12 *", "", 12), ("12＊＊", "", 12),
    ("12⑳", "", 12), ("12※", "", 12), ("'12", "", 12), ("’0123", "", 123), ("12%", "%", 12), ("12％", "％", 12),
    ("12人①", "人", 12), ("5万人", "万人", 5),
  ]) func takesCounts(text: String, measure: String, value: Int64) {
    #expect(Self.value(text, .count, measure) == value)
  }

  @Test(arguments: [
    ("30个", "", CellRefusal.notANumber), ("30个", "人", .otherMeasure("人")), ("30万元", "人", .otherMeasure("人")),
    ("约30人", "人", .notANumber), ("30多人", "人", .notANumber), ("30人左右", "人", .notANumber),
    ("1,23人", "人", .grouping), ("-3人", "人", .negative), ("1.5人", "人", .tooManyDecimals),
    ("1.23456万", "", .tooManyDecimals), ("5万", "万人", .unclearMultiple), ("5亿", "万人", .unclearMultiple),
    ("万", "", .notANumber), ("1万2千", "", .notANumber), ("1.2.3万", "", .notANumber),
    ("99999999999万亿", "", .tooLarge),
    ("12[1]", "", .footnote), ("12(1)", "", .footnote), ("12（注1）", "", .footnote), ("12注1", "", .footnote),
    ("12²", "", .footnote), ("12〔3〕", "", .footnote), ("①12", "", .notANumber), ("*", "", .notANumber),
    ("12(人)", "人", .notANumber), ("68%", "人", .percent), ("68‰", "", .percent), ("…%", "", .notANumber),
    ("''12", "", .notANumber), ("5万%", "%", .otherMeasure("%")), ("没有", "人", .noneWord),
    ("……", "", .noneWord),
  ]) func refusesCounts(text: String, measure: String, refusal: CellRefusal) {
    #expect(Self.refusal(text, .count, measure) == refusal)
  }

  @Test(arguments: [
    ("2.5万元", "万元", 250), ("2.5 万元", "万元", 250), ("2万", "元", 2_000_000), ("2.5万元", "元", 2_500_000),
    ("1.234567万", "元", 1_234_567), ("20元", "元", 2000), ("68.5%", "%", 6850), ("2.5*", "万元", 250),
  ]) func takesAmounts(text: String, measure: String, value: Int64) {
    #expect(Self.value(text, .amount(decimals: 2), measure) == value)
  }

  @Test(arguments: [
    ("2万", "万元", CellRefusal.unclearMultiple), ("2亿", "万元", .unclearMultiple), ("2万", "", .unclearMultiple),
    ("20000元", "万元", .otherMeasure("万元")), ("2亿元", "万元", .otherMeasure("万元")), ("2.5万元", "", .notANumber),
    ("2.555万元", "万元", .tooManyDecimals), ("2.5%", "万元", .percent), ("无", "万元", .noneWord),
  ]) func refusesAmounts(text: String, measure: String, refusal: CellRefusal) {
    #expect(Self.refusal(text, .amount(decimals: 2), measure) == refusal)
  }

  @Test func takesTheMeasureOfTheLabel() {
    let item = Item(id: "people", label: "人口（万人）", type: .count, filledBy: SmallSet([0]))
    let bytes = Array("1.2万".utf8)
    #expect(CellReader(item).read(bytes.span, TextDecoder(.utf8)) == .refused(.unclearMultiple))
  }

  @Test(arguments: ["对", "✔", "☑", "'是"]) func takesYes(text: String) {
    #expect(Self.value(text, .flag, "") == 1)
  }

  @Test(arguments: ["错", "✘", "✕", "✖", "没有", "'0"]) func takesNo(text: String) {
    #expect(Self.value(text, .flag, "") == 0)
  }

  @Test(arguments: ["○", "〇", "☐", "☒", "x", "√×", "对的", "已召开1次"]) func refusesFlags(text: String) {
    #expect(Self.refusal(text, .flag, "") == .notAFlag)
  }

  @Test(arguments: [
    "42535", "2016-06-14 00:00", "2016-06-14 08:30:15", "2016-06-14T00:00:00", "2016/6/14 8:30",
    "2016 年 6 月 14 日",
    "2016年6月14号", "二〇一六年六月十四日", "二○一六年六月十四日", "14-Jun-2016", "14 Jun 2016", "'2016-06-14",
  ]) func takesDates(text: String) throws {
    let day = try #require(Day(year: 2016, month: 6, day: 14))
    #expect(Self.value(text, .date, "") == Int64(day.number))
  }

  @Test(arguments: [
    ("19999", CellRefusal.notADate), ("80001", .notADate), ("4253", .notADate), ("06-14-2016", .notADate),
    ("6/7/2016", .notADate), ("14-Jun-16", .notADate), ("二〇一六年六月", .notADate), ("二〇一六年六月三十一日", .noSuchDay),
    ("一六年六月十四日", .notADate), ("2016-06-14 25:00", .notADate), ("2016-06-14 08:61", .notADate),
    ("2016-06-14 上午", .notADate), ("2016-06-14至15", .notADate), ("31-Jun-2016", .noSuchDay),
    ("2016年6月1 4日", .notADate), ("2016- 06-14", .notADate),
  ]) func refusesDates(text: String, refusal: CellRefusal) {
    #expect(Self.refusal(text, .date, "") == refusal)
  }

  @Test func readsSerialsOnlyAsDates() throws {
    #expect(Self.value("42535", .count, "") == 42535)
    #expect(Self.value("20000", .date, "") == Day("1954-10-03").map { Int64($0.number) })
    #expect(Self.value("80000", .date, "") == Day("2119-01-11").map { Int64($0.number) })
  }

  @Test func takesNoneAsNotApplicableWhereItIsNoNumber() {
    let choice = ItemType.choice([Choice(id: "a", label: "甲")])
    for type in [choice, .date, .text] {
      for text in ["无", "没有", "暂无", " 无 "] { #expect(Self.read(text, type) == .notApplicable) }
      #expect(Self.read("无。", type) != .notApplicable)
    }
    #expect(Self.read("无", .choice([Choice(id: "n", label: "无")])) == .value(0))
  }
}
