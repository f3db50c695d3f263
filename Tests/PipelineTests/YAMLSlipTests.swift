import Model
import Testing

@testable import Pipeline

/// What an input method or a hasty hand makes of a configuration: told at its place, by what is to be typed instead.
@Suite struct YAMLSlipTests {
  private static let start = "name: x\nforms: [monthly]\n"

  /// What follows `start` (2 lines), and the mistake that it makes.
  static let slips: [(String, String)] = [
    ("due_day：5\nlevels:\n  - {id: a}\n", "3:8: '：' is a full-width colon; write ':' and a space"),
    ("due_day:5\nlevels:\n  - {id: a}\n", "3:8: a space must follow the colon"),
    ("indicators:\n  - {id: a， label: 甲, sum: fund}\n", "4:11: '，' is a full-width sign; write , instead"),
    (
      "indicators:\n  - {id: a, label：甲, sum: fund}\n",
      "4:18: '：' is a full-width colon; write ':' and a space"
    ),
    ("indicators:\n  - {id: a, label:甲, sum: fund}\n", "4:18: a space must follow the colon"),
    ("indicators:\n  - ｛id: a, sum: fund}\n", "4:5: '｛' is a full-width sign; write { instead"),
    ("levels: ［{id: a}]\n", "3:9: '［' is a full-width sign; write [ instead"),
    ("title: “甲: 乙”\n", "3:8: '“' is a full-width sign; write \" instead"),
    ("run:\n\tmost_rejected: 3\n", "4:1: lines are indented with spaces only; replace tabs and wide spaces"),
    (
      "run:\n　　most_rejected: 3\n",
      "4:1: lines are indented with spaces only; replace tabs and wide spaces"
    ),
    ("title: 甲: 乙\n", "3:9: there is one ': ' too many"),
    ("title: \"甲\nlevels: []\n", "5:1: a quotation mark is not closed"),
    ("title: @甲\n", "3:8: a value cannot begin with this character"),
    ("indicators: [{id: a, sum: fund]\n", "3:31: a brace { is not closed"),
    ("indicators: [{id: a, sum: fund}\n", "4:1: a bracket [ is not closed"),
    ("levels:\n  - {id: a}\n   - {id: b}\n", "5:4: the line is not indented"),
    ("title: \"\\甲\"\n", "3:9: no such character may follow '\\'"),
    ("just words\n", "4:1: this line or the one above is not 'key: value'"),
    ("title: a\ntitle: b\n", "4:1: the key 'title' is given more than once"),
    ("indicators:\n  - {id: a, sum: fund, id: b}\n", "4:6: the key 'id' is given more than once"),
    ("title: PK\u{3}\u{4}\n", "3:1: there are control characters"),
  ]

  @Test(arguments: slips)
  func slip(_ text: String, _ message: String) throws {
    guard case .failure(let found) = try readConfig(YAMLSlipTests.start + text, [("monthly", plainForm)]),
      let first = found.all.first
    else {
      Issue.record("no mistake was found")
      return
    }
    #expect(first.text(.en).hasPrefix("campaign.yaml:\(message.prefix { $0 != " " })"))
    #expect(first.message(.en).contains(message.drop { $0 != " " }.dropFirst()))
    #expect(first.message(.zh) != first.message(.en))
  }

  /// Signs in labels, titles and formulas mean themselves, whatever else is wrong.
  @Test(arguments: [
    "title: 微信，QQ：【群】", "- {id: a, label: 其中：app：安装数}", "contact: \"a：b，c: d\" # x：y",
    "label: http://example.org/a:b", "from: 09:30", "# a：b", "  - 甲：乙", "", "   ", "phrase: '“召开”'",
  ])
  func signsOfTextsAreNoSlips(_ line: String) { #expect(YAMLSlip.first(in: line[...]) == nil) }

  @Test func aNameOfNoKnownKeyIsNoSlip() {
    #expect(YAMLSlip.inKey("label：甲", known: ["id", "label"])?.offset == 5)
    #expect(YAMLSlip.inKey("lable：甲", known: ["id", "label"]) == nil)
    #expect(YAMLSlip.inKey("指标：甲", known: ["id", "label"]) == nil)
  }
}
