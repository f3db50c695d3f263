import Model
import TestSupport
import Testing

@testable import Render

@Suite struct QuoteTextTests {
  @Test(arguments: [
    "", " ", "无", "无。", "暂无", "没有 问题", "None", "N/A", "—", "/", "0", "12", "。。。", "\u{200B}\u{202E}",
  ])
  func saysNothing(_ text: String) { #expect(QuoteText(text) == nil) }

  @Test(arguments: [
    ("电话13800001234。", "电话***********。"), ("电话138-0000-1234", "电话***-****-****"),
    ("电话１３８００００１２３４", "电话***********"), ("证号11010119900307123X，", "证号******************，"),
    ("座机0571-88881234", "座机****-********"), ("支出1234567890元", "支出1234567890元"), ("2016年6月30日", "2016年6月30日"),
    ("数12,345,678,901", "数12,345,678,901"),
  ])
  func numbersOfPersonsAreMasked(_ text: String, _ expected: String) {
    #expect(QuoteText(text)?.whole == expected)
  }

  @Test func actsOnNothing() {
    #expect(QuoteText("一\u{202E}二\u{0}\r\n\t三\u{2028}四\u{FEFF}")?.whole == "一二 三 四")
    #expect(QuoteText("家庭👨‍👩‍👧和🇨🇳")?.whole == "家庭👨‍👩‍👧和🇨🇳")
  }

  @Test(arguments: [
    ("春夏秋冬东西。南北中发白红绿黄", 10, "春夏秋冬东西。……"),
    ("春夏秋冬东西，南北中发白红绿黄", 10, "春夏秋冬东西……"),
    ("春夏。秋冬东西南北中发白红绿黄", 10, "春夏。秋冬东西南北中……"),
    ("春夏秋冬东西一百二十三人参加", 9, "春夏秋冬东西……"),
    ("共走访青年人数12345人次以上", 10, "共走访青年人数……"),
    ("共走访青年人数是12345人", 9, "共走访青年人数是……"),
    ("经费到位率达到3.75万元整", 10, "经费到位率达到……"),
    ("甲乙丙丁戊己庚👨‍👩‍👧👨‍👩‍👧辛壬癸", 8, "甲乙丙丁戊己庚👨‍👩‍👧……"),
  ])
  func cutsWithCare(_ text: String, _ limit: Int, _ expected: String) {
    #expect(QuoteText(text)?.cut(to: limit, .zh) == expected)
  }

  @Test func englishIsCutBetweenWords() {
    #expect(QuoteText("The committee met on the farms")?.cut(to: 15, .en) == "The committee…")
    #expect(QuoteText("Funds came late. The committee met")?.cut(to: 20, .en) == "Funds came late.…")
  }

  @Test func whatHasNoPlaceToCutIsLeftOut() {
    #expect(QuoteText("第" + String(repeating: "1,", count: 40) + "号")?.cut(to: 20, .zh) == "第……")
    #expect(QuoteText(String(repeating: "1,", count: 40) + "号")?.cut(to: 20, .zh) == nil)
  }

  /// Whatever the text, what is left is its beginning, no longer than asked, and ends between two numbers' signs.
  @Test func anyTextIsCutAtAPlace() throws {
    var random = SplitMix64(seed: 7)
    let signs = Array("一青年。，；、 abcXY0123456789.,%-万👨‍👩‍👧é\u{301}")
    for _ in 0..<3000 {
      let text = String(
        (0..<Int.random(in: 1...60, using: &random)).map { _ in signs.randomElement(using: &random) ?? "一" })
      guard let quote = QuoteText(text) else { continue }
      let limit = Int.random(in: 5...30, using: &random)
      guard let cut = quote.cut(to: limit, .zh), cut != quote.whole else { continue }
      let left = cut.dropLast(2)
      #expect(cut.hasSuffix("……") && left.count <= limit && quote.whole.hasPrefix(left), "\(text)")
      let next = try #require(quote.whole.dropFirst(left.count).first)
      let last = try #require(left.last)
      #expect(!(last.isNumber && next.isNumber), "\(text): \(cut)")
    }
  }
}

@Suite struct QuotesTests {
  /// The city with what its counties and townships wrote: by unit, in the order of the registry.
  private func edition(_ texts: [Int: String], perUnit: Int = 3, _ language: Language = .zh) throws -> Edition
  {
    var edition = try EditionFixture.edition(language)
    var item = Item(
      id: "problems", label: language.pick("存在问题", "Problems"), type: .text, filledBy: SmallSet([1, 2]))
    item.isOptional = true
    edition.campaign.items.append(item)
    let place = edition.campaign.items.count - 1
    edition.campaign.bulletin.quotes = [
      QuotePlan(item: place, label: item.label, perUnit: perUnit, length: 20, levels: SmallSet([0, 1, 2]))
    ]
    var column = ItemColumn(count: edition.roster.count)
    for (unit, text) in texts.sorted(by: { $0.key < $1.key }) {
      column.set(unit, .value, Int64(edition.returns.texts.count))
      edition.returns.texts.append(text)
    }
    edition.returns.columns.append(column)
    return edition
  }

  @Test func copiesAreToldOnce() throws {
    let edition = try edition([1: "经费到位晚", 2: "无", 3: "经费到位晚。", 4: "人少"])
    #expect(
      Printed.section("各地反映", of: edition) == [
        "存在问题：3个单位填写，内容如下。", "清河：经费到位晚（另有1个单位所填相同）", "临江：人少",
      ])
    let english = try self.edition([1: "Funds late", 2: "funds LATE", 3: "Funds, late"], .en)
    #expect(
      Printed.section("In their own words", of: english) == [
        "Problems: written by 3 units.", "清河: Funds late (the same from 2 other units)",
      ])
  }

  @Test func personalItemsAreNeverQuoted() throws {
    var edition = try edition([1: "经费到位晚"])
    edition.campaign.items[edition.campaign.items.count - 1].personal = .apart
    #expect(Printed.section("各地反映", of: edition).isEmpty)
  }

  @Test func markupOfTextsIsNone() throws {
    let edition = try edition([1: "<script>alert(1)</script>|[x](http://y)"])
    let text = Printed.bulletin(edition)
    #expect(text.contains("\\<script\\>") && !text.contains("<script>") && !text.contains("](http"))
  }

  @Test func nothingWrittenIsNoSection() throws {
    #expect(Printed.section("各地反映", of: try edition([1: "无"])).isEmpty)
  }
}
