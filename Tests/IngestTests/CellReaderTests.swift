import Model
import Testing

@testable import Ingest

@Suite struct CellReaderTests {
  static let decoder = TextEncoding.utf8

  static func read(_ text: String, _ type: ItemType) -> CellReading {
    let bytes = Array(text.utf8)
    return CellReader(type).read(bytes.span, TextDecoder(.utf8))
  }

  @Test(arguments: [
    ("0", 0), ("12", 12), ("007", 7), ("1,234", 1234), ("12,345,678", 12_345_678), ("12.0", 12),
    ("12.00", 12),
    ("　１２ ", 12), ("１，２３４", 1234), ("\u{A0}5\t", 5), ("9223372036854775807", Int64.max),
    ("1234567890123", 1_234_567_890_123),
  ]) func takesCounts(text: String, value: Int64) {
    #expect(Self.read(text, .count) == .value(value))
  }

  @Test(arguments: [
    ("+1", CellRefusal.notANumber), ("1e3", .notANumber), ("1.5", .tooManyDecimals), ("12个", .notANumber),
    ("1 234", .notANumber), ("12.", .notANumber), (".0", .notANumber), ("68%", .percent),
    ("1.23456万", .tooManyDecimals),
    ("…", .noneWord), ("无", .noneWord), ("暂无", .noneWord), ("−3", .negative), ("一", .notANumber),
    ("1.2.3", .notANumber), ("--5", .notANumber),
    ("=1+1", .notANumber),
    ("-1", .negative), ("－３", .negative), ("-1,234", .negative), ("1,23,4", .grouping),
    ("1234,567", .grouping),
    (",123", .notANumber), ("1,23", .grouping), ("0,123", .grouping), ("1,", .grouping),
    ("9223372036854775808", .tooLarge), ("99999999999999999999999", .tooLarge), ("NA", .notANumber),
  ]) func refusesCounts(text: String, refusal: CellRefusal) {
    #expect(Self.read(text, .count) == .refused(refusal))
  }

  @Test(arguments: [
    ("0", 0), ("2", 200), ("2.5", 250), ("2.50", 250), ("2.500", 250), ("1,234.05", 123_405), ("２．５", 250),
    ("92233720368547758.07", Int64.max),
  ]) func takesAmounts(text: String, value: Int64) {
    #expect(Self.read(text, .amount(decimals: 2)) == .value(value))
  }

  @Test(arguments: [
    ("2.505", CellRefusal.tooManyDecimals), ("-2.5", .negative), ("1e3", .notANumber), ("2.5万元", .notANumber),
    (".5", .notANumber), ("2.", .notANumber), ("2,5", .grouping), ("92233720368547758.08", .tooLarge),
    ("2.5.1", .notANumber),
    ("2.5,0", .notANumber),
  ]) func refusesAmounts(text: String, refusal: CellRefusal) {
    #expect(Self.read(text, .amount(decimals: 2)) == .refused(refusal))
  }

  @Test(arguments: ["是", "有", "已", "1", "√", "✓", "Y", "y", "Yes", "TRUE", "已召开", "已完成", " 是　", "１", "Ｙ"])
  func takesYes(text: String) { #expect(Self.read(text, .flag) == .value(1)) }

  @Test(arguments: ["否", "无", "未", "0", "×", "✗", "N", "no", "False", "未召开", "未完成", "０"])
  func takesNo(text: String) { #expect(Self.read(text, .flag) == .value(0)) }

  @Test(arguments: ["2", "是的", "已 召开", "已召开会议", "不", "10", "是/否", "?", "x", "部分"])
  func refusesFlags(text: String) { #expect(Self.read(text, .flag) == .refused(.notAFlag)) }

  @Test(arguments: ["#REF!", " #N/A ", "#DIV/0!", "#NAME?", "＃VALUE！"])
  func refusesTheTextsOfErrors(text: String) {
    for type in [ItemType.count, .amount(decimals: 2), .flag, .date, .choice([]), .text] {
      #expect(Self.read(text, type) == .refused(.error))
    }
    #expect(Self.read("\(text) 改", .text) != .refused(.error))
  }

  @Test func takesChoices() {
    let type = ItemType.choice([Choice(id: "good", label: "好"), Choice(id: "so", label: "一 般（A）")])
    for text in ["好", " 好 ", "good", "GOOD"] { #expect(Self.read(text, type) == .value(0)) }
    for text in ["一般(a)", "一 般（A）", "so"] { #expect(Self.read(text, type) == .value(1)) }
    for text in ["好的", "0", "1", "一般"] { #expect(Self.read(text, type) == .refused(.notAChoice)) }
    #expect(Self.read("/", type) == .notApplicable)
    #expect(Self.read("不适用", .choice([Choice(id: "n", label: "不适用")])) == .value(0))
  }

  @Test(arguments: [
    "2016-06-14", "2016-6-14", "2016/6/14", "2016/06/14", "2016.6.14", "2016年6月14日", "2016年06月14日",
    "20160614",
    "２０１６－６－１４",
  ]) func takesDates(text: String) throws {
    let day = try #require(Day(year: 2016, month: 6, day: 14))
    #expect(Self.read(text, .date) == .value(Int64(day.number)))
  }

  @Test(arguments: [
    ("2016-02-30", CellRefusal.noSuchDay), ("2016-13-01", .noSuchDay), ("20160231", .noSuchDay),
    ("2016-06", .notADate),
    ("6月14日", .notADate), ("14/6/2016", .notADate), ("2016-06/14", .notADate), ("16-6-14", .notADate),
    ("2016-06-14 24:00", .notADate), ("42535.5", .notADate), ("2016年6月14", .notADate), ("6月", .notADate),
    ("2016-+6-14", .notADate), ("已召开", .notADate),
  ]) func refusesDates(text: String, refusal: CellRefusal) {
    #expect(Self.read(text, .date) == .refused(refusal))
  }

  @Test(arguments: [
    "2016-06", "2016-6", "2016/6", "2016/06", "2016年6月", "2016年06月", "2016年6月份", "201606", "2016.06",
    "2016.6", "jun-16", "jun-2016", "jun 2016", "2016/6/1", "2016-06-01", "2016年6月1日", "1-jun-2016", "42522",
  ]) func takesMonths(text: String) { #expect(DayCell.month(text)?.description == "2016-06") }

  @Test(arguments: [
    "2016.1", "6月", "2016", "2016-13", "2016-06-02", "2016年6月30日", "16-jun", "june-16", "jun-016", "jun-", "",
    "2016年6",
    "20166", "42523", "6/1/2016",
  ])
  func refusesMonths(text: String) { #expect(DayCell.month(text) == nil) }

  @Test func takesTexts() {
    #expect(Self.read(" 经费\u{7}不足\n\r\n 待解决\u{202E} ", .text) == .text("经费不足  待解决", isShortened: false))
    #expect(Self.read("无困难", .text) == .text("无困难", isShortened: false))
    #expect(Self.read("0", .text) == .text("0", isShortened: false))
    let long = String(repeating: "字", count: TextCell.limit)
    #expect(Self.read(long, .text) == .text(long, isShortened: false))
    #expect(Self.read(long + "多", .text) == .text(long, isShortened: true))
    // What is shown as one character may be made of many.
    let family = String(repeating: "👨‍👩‍👧", count: TextCell.limit / 5)
    #expect(Self.read(family, .text) == .text(family, isShortened: false))
    #expect(Self.read(family + "多", .text) == .text(family, isShortened: true))
  }

  static let allTypes: [ItemType] = [
    .flag, .count, .amount(decimals: 2), .choice([Choice(id: "a", label: "甲")]), .date, .text,
  ]

  @Test(arguments: allTypes) func tellsTheKindsOfNothingApart(type: ItemType) {
    for text in ["", " ", "　", "\u{A0}\t", "\r\n"] { #expect(Self.read(text, type) == .blank) }
    for text in ["—", "–", "-", "―", "——", "--", "－", "/", "／", "不适用", "N/A", "n/a", " — "] {
      #expect(Self.read(text, type) == .notApplicable)
    }
    for text in ["—1", "//", "不适用。", "NA"] { #expect(Self.read(text, type) != .notApplicable) }
  }

  @Test(arguments: allTypes) func refusesWhatIsNotText(type: ItemType) {
    let bytes: [UInt8] = [0x31, 0xFF, 0xFE]
    #expect(CellReader(type).read(bytes.span, TextDecoder(.utf8)) == .refused(.undecodable))
    #expect(CellReader(type).read(bytes.span, TextDecoder(.gb18030)) == .refused(.undecodable))
  }
}
