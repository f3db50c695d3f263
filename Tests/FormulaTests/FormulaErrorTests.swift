import Model
import Testing
import TestSupport

@testable import Formula

@Suite struct FormulaErrorTests {
  struct Case: Sendable {
    var source: String
    var column: Int
    var length: Int
    var zh: String
    var en: String

    init(_ source: String, _ column: Int, _ length: Int, _ zh: String, _ en: String) {
      self.source = source
      self.column = column
      self.length = length
      self.zh = zh
      self.en = en
    }
  }

  /// A piece of each message is enough to tell them apart.
  static let cases = [
    Case("", 1, 0, "公式为空", "is empty"),
    Case("  ", 1, 0, "公式为空", "is empty"),
    Case(String(repeating: "a", count: 5000), 4097, 0, "超过 4096 个字符", "longer than 4096"),
    Case(String(repeating: "(", count: 65) + "1", 65, 1, "超过 64 层", "more than 64 deep"),
    Case(String(repeating: "-", count: 65) + "1", 65, 1, "超过 64 层", "more than 64 deep"),
    Case("fund ≥ 2", 6, 1, "请改用 >=", "Write >= instead"),
    Case("动员会，", 4, 1, "请改用 ,", "Write , instead"),
    Case("fund != 2", 6, 2, "请改用 <>", "Write <> instead"),
    Case("fund == 2", 6, 2, "请改用 =", "Write = instead"),
    Case("kickoff && review", 9, 2, "请改用 and", "Write and instead"),
    Case("fund # 2", 6, 1, "不能有“#”", "cannot have #"),
    Case("quality = '好", 11, 2, "引号没有结束", "quote is not closed"),
    Case("\"动员会", 1, 4, "补上 \"", "Add \""),
    Case("orgs > 1234567890123456789", 8, 19, "过长", "too long"),
    Case("orgs > 0.1234567890", 8, 12, "过长", "too long"),
    Case("orgs > 1.2.3", 8, 5, "不是数字", "not a number"),
    Case("orgs > 2个", 8, 2, "不是数字", "not a number"),
    Case("orgs > 2.", 8, 2, "不是数字", "not a number"),
    Case("orgs >", 7, 0, "公式末尾缺少", "is missing at the end"),
    Case("kickoff and or review", 13, 2, "or 之前缺少", "is missing before or"),
    Case("()", 2, 1, ") 之前缺少", "is missing before )"),
    Case("kickoff review", 9, 6, "不能出现 review", "review cannot stand here"),
    Case("kickoff)", 8, 1, "不能出现 )", ") cannot stand here"),
    Case("orgs between 1 or 2", 16, 2, "缺少 and", "and is missing before or"),
    Case("orgs in 1", 9, 1, "缺少 (", "( is missing before 1"),
    Case("orgs is 1", 9, 1, "缺少 null", "null is missing"),
    Case("orgs not 1", 10, 1, "缺少 in / between", "in / between is missing"),
    Case("(orgs > 1", 1, 1, "括号没有结束", "parenthesis is not closed"),
    Case("orgs in (1, 2", 9, 1, "括号没有结束", "parenthesis is not closed"),
    Case("(orgs 1)", 7, 1, "缺少 )", ") is missing before 1"),
    Case("1 < orgs < 3", 10, 1, "不能连续比较", "cannot be chained"),
    Case("fund ÷ 2 > 1", 6, 1, "请改用 /", "Write / instead"),
    Case("fabs(orgs) > 1", 1, 4, "没有函数 fabs。是否应为“abs”", "Did you mean abs?"),
    Case("sqrt(orgs) > 1", 1, 4, "函数有 coalesce、abs", "The functions are coalesce, abs"),
    Case("orgs(1) > 1", 1, 4, "没有函数 orgs", "no function orgs"),
    Case("abs() > 1", 1, 5, "abs 要一个参数，这里有 0 个", "abs takes one argument, not 0"),
    Case("1 < Abs(orgs, fund)", 5, 15, "要一个参数，这里有 2 个", "takes one argument, not 2"),
    Case("max(orgs) > 1", 1, 9, "max 至少要两个参数，这里有 1 个", "two arguments or more, not 1"),
    Case("coalesce() > 1", 1, 10, "至少要两个参数", "two arguments or more, not 0"),
    Case("abs(orgs > 1", 4, 1, "括号没有结束", "parenthesis is not closed"),
    Case("min(orgs 1) > 0", 10, 1, "缺少 )", ") is missing before 1"),
    Case("min(orgs, ) > 0", 11, 1, ") 之前缺少", "is missing before )"),
    Case("prior(orgs + prior(fund)) > 0", 14, 5, "不能再用 prior", "cannot stand within prior"),
    Case("prior(parent(prior(fund))) > 0", 14, 5, "不能再用 prior", "cannot stand within prior"),
    Case("prior(fundd) > 0", 7, 5, "是否应为“fund”", "Did you mean fund?"),
    Case("abs(kickoff) > 1", 1, 12, "abs 不能用于是否", "abs does not take yes or no"),
    Case("min(kickoff, 1) > 0", 1, 15, "min 不能用于是否和数值", "min does not take yes or no and a number"),
    Case("max(kickoff, review)", 1, 20, "max 不能用于是否。", "max does not take yes or no. "),
    Case("max(quality, '好') = '好'", 1, 17, "max 不能用于选项", "max does not take a choice"),
    Case("coalesce(1, held) = 1", 1, 17, "coalesce 不能用于日期和数值", "does not take a date and a number"),
    Case("coalesce(problems, problems) is null", 1, 28, "不能用于文本", "does not take text"),
    Case("coalesce('a', 'b') = 'a'", 10, 3, "只能与选项或日期比较", "only be compared with a choice"),
    Case("coalesce(held, '6-1') = held", 16, 5, "不是日期", "not a day"),
    Case("coalesce(quality, '一搬') = '好'", 19, 4, "“质量”没有选项“一搬”", "Did you mean 一般?"),
    Case("prior(quality) = '一搬'", 18, 4, "“prior(quality)”没有选项", "prior(quality) has no answer 一搬"),
    Case("children(held) > 0", 1, 14, "children 不能用于日期", "children does not take a date"),
    Case("children(quality) > 0", 1, 17, "children 不能用于选项", "children does not take a choice"),
    Case("kickoff / 2 > 1", 1, 11, "/ 不能用于是否和数值", "/ does not take yes or no and a number"),
    Case("orgs / 2 = '3'", 12, 3, "只能与选项或日期比较", "only be compared with a choice"),
    Case("prior(kickoff) + 1 > 0", 1, 18, "+ 不能用于是否和数值", "+ does not take yes or no"),
    Case("children(kickoff)", 1, 17, "结果是数值", "gives a number, not yes or no"),
    Case("orgs / 0.000000001 / 0.000000001 / 0.1 > 0", 1, 38, "小数超过 18 位", "more than 18 decimals"),
    Case("orgs = null", 8, 4, "is null", "only in is null"),
    Case("null", 1, 4, "is null", "only in is null"),
    Case("kickof", 1, 6, "是否应为“kickoff”", "Did you mean kickoff?"),
    Case("动员大会 and kickoff", 1, 4, "是否应为“动员会”", "Did you mean 动员会?"),
    Case("zzzzzzzzzzzzzzz", 1, 15, "请写报表中某一项", "Write the id or the label"),
    Case("同名 > 1", 1, 2, "twin_a、twin_b", "Use an id: twin_a, twin_b"),
    Case("kickoff + 1 > 0", 1, 11, "+ 不能用于是否和数值", "+ does not take yes or no and a number"),
    Case("kickoff > true", 1, 14, "> 不能用于是否", "> does not take yes or no"),
    Case("1 = kickoff", 1, 11, "true、false", "compared with true or false"),
    Case("quality > '好'", 1, 13, "> 不能用于选项", "> does not take a choice"),
    Case("held = 3", 1, 8, "日期只能与", "only compared with days"),
    Case("problems = problems", 1, 19, "文本项只能用 is null", "only is null"),
    Case("problems = '无'", 1, 8, "文本项只能用 is null", "only is null"),
    Case("orgs and kickoff", 1, 4, "and 不能用于数值", "and does not take a number"),
    Case("not orgs", 5, 4, "not 不能用于数值", "not does not take a number"),
    Case("-kickoff", 1, 8, "- 不能用于是否", "- does not take yes or no"),
    Case("orgs = '3'", 8, 3, "只能与选项或日期比较", "only be compared with a choice"),
    Case("'a' = 'b'", 1, 3, "只能与选项或日期比较", "only be compared with a choice"),
    Case("'动员会'", 1, 5, "请用英文双引号", "Put a label in double quotes"),
    Case("quality = '一搬'", 11, 4, "“质量”没有选项“一搬”。是否应为“一般”", "Did you mean 一般?"),
    Case("quality in ('好', 'xxxxxxxxxx')", 18, 12, "请写报表中列出的选项", "one that the form lists"),
    Case("held > '2016-6-1'", 8, 10, "不是日期", "not a day"),
    Case("0.000000001 * 0.000000001 * 0.1 > 0", 1, 31, "小数超过 18 位", "more than 18 decimals"),
    Case("fund * 2", 1, 8, "结果是数值", "gives a number, not yes or no"),
    Case("quality", 1, 7, "结果是选项", "gives a choice, not yes or no"),
  ]

  @Test(arguments: cases) func saysWhatAndWhere(expected: Case) throws {
    let error = try #require(Fixture.error(expected.source))
    #expect(error.column == expected.column, "\(expected.source): \(error.message(.en))")
    #expect(error.length == expected.length, "\(expected.source): \(error.message(.en))")
    #expect(error.message(.zh).contains(expected.zh), "\(error.message(.zh))")
    #expect(error.message(.en).contains(expected.en), "\(error.message(.en))")
  }

  @Test func garbageIsRefusedOrRead() {
    var random = SplitMix64(seed: 1)
    let pieces = [
      "kickoff", "动员会", "orgs", "fund", "quality", "held", "problems", "and", "or", "not", "in", "between",
      "is", "null", "true", "(", ")", ",", "prior(", "parent(", "coalesce(", "children(", "+", "-", "*", "/",
      "=", "<>", "<=", "1", "2.5",
      "99999999999999999",
      "'好'", "'2016-06-01'", "'", "\"", " ", "\n", "e\u{301}", "👨‍👩‍👧", "\u{0}", "（", "！", ".", "..",
    ]
    var read = 0
    for _ in 0..<10_000 {
      let length = Int.random(in: 0..<14, using: &random)
      let source = (0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      guard let error = Fixture.error(source) else {
        read += 1
        continue
      }
      #expect(error.column >= 1 && error.column + error.length <= source.count + 1)
      #expect(!error.message(.zh).isEmpty && !error.message(.en).isEmpty)
    }
    #expect(read > 50)
  }
}
