import Ingest
import Model
import Render

extension ConfigMistake {
  /// What is wrong and what to do.
  func message(_ language: Language) -> String {
    let zh = language == .zh
    switch kind {
    case .syntax(let problem):
      return zh ? "不是合格的YAML：\(problem.text(zh))。" : "this is not YAML: \(problem.text(zh))."
    case .alias:
      return zh
        ? "不能使用YAML的别名（*名称），请直接写出它所指的内容。"
        : "aliases of YAML (*name) are not supported; write out what it stands for."
    case .marks:
      return zh
        ? "有一个字符带有超过\(CombiningMarks.most)个组合记号，请删去多余的记号。"
        : "a character has more than \(CombiningMarks.most) combining marks; remove those it does not need."
    case .unknownKey(let key, let allowed):
      return (zh ? "不认识的键“\(key)”" : "unknown key '\(key)'") + hint(key, allowed, zh)
    case .missingKey(let key, let owner):
      return zh ? "\(owner)缺少“\(key)”，请补上。" : "\(owner) needs the key '\(key)'; add it."
    case .wrongType(let key, let expected):
      let shape = expected.text(zh)
      return zh ? "“\(key)”应为\(shape)。" : "'\(key)' must be \(shape)."
    case .unknownName(let name, let what, let known):
      return (zh ? "没有名为“\(name)”的\(what.text(zh))" : "there is no \(what.text(zh)) '\(name)'")
        + hint(name, known, zh)
    case .duplicate(let name, let what):
      return zh
        ? "\(what.text(zh))“\(name)”重复，请改名或删去一个。"
        : "the \(what.text(zh)) '\(name)' is given twice; rename or remove one."
    case .reserved(let id):
      return zh
        ? "“\(id)”是程序自身的审核意见代码，请给规则另取名称。"
        : "'\(id)' is the code of a finding of the program; give the rule another id."
    case .formula(let chinese, let english): return zh ? chinese : english
    case .needsOne(let keys):
      let list = keys.joined(separator: zh ? "、" : ", ")
      return zh ? "\(list)应有且只有一个。" : "exactly one of \(list) must be given."
    case .conflict(let key, let other):
      return zh ? "“\(key)”不能与“\(other)”同用。" : "'\(key)' does not go with '\(other)'."
    case .itemType(let item, let needed):
      let list = needed.joined(separator: zh ? "或" : " or ")
      return zh ? "填报项“\(item)”的类型应为\(list)。" : "the item '\(item)' must be of type \(list)."
    case .noFile(let path, _, let other?):
      return zh
        ? "找不到文件\(path)；那里有\(other)，请改名为\(path)。"
        : "there is no file \(path); there is \(other), rename it to \(path)."
    case .noFile(let path, let known, nil):
      return (zh ? "找不到文件\(path)" : "there is no file \(path)") + hint(path, known, zh)
    case .tooLarge(let most):
      let number = Grouped.text(most)
      return zh
        ? "文件中的键和值超过\(number)个。请删去无关内容。"
        : "the file has more than \(number) keys and values; remove what does not belong."
    case .more(let count):
      let number = Grouped.text(count)
      return zh
        ? "本文件还有\(number)处错误未列出，请先改正已列出的。"
        : "and \(number) more in this file; mend those shown first."
    case .disorder, .weights, .comparison: return goalsMessage(zh)
    case .derivedOrder, .reported, .tooMany: return groupsMessage(zh)
    case .ledger(let mistake): return mistake.message(zh)
    case .template(let problem):
      return problem.message(language) + (problem.names.map { hint($0.given, $0.known, zh) } ?? "")
    }
  }

  /// The nearest valid name, or all of them where none is near.
  private func hint(_ name: String, _ known: [String], _ zh: Bool) -> String {
    if let nearest = Nearest.name(to: name, among: known) {
      return zh ? "，是否应为“\(nearest)”？" : "; did you mean '\(nearest)'?"
    }
    guard !known.isEmpty else { return zh ? "。" : "." }
    let list = known.prefix(20).joined(separator: zh ? "、" : ", ")
    return zh ? "，可用的有：\(list)。" : "; known are \(list)."
  }
}

extension ConfigMistake.Expected {
  fileprivate func text(_ zh: Bool) -> String {
    switch self {
    case .text: zh ? "文字" : "a text"
    case .visible: zh ? "不含控制字符的文字" : "a text without control characters"
    case .short(let most):
      zh ? "不超过\(most)个字的文字" : "a text of at most \(most) characters"
    case .list: zh ? "列表" : "a list"
    case .two: zh ? "两个栏目的列表" : "a list of two columns"
    case .mapping: zh ? "键值对" : "a mapping"
    case .flag: zh ? "true或false" : "true or false"
    case .whole(let range):
      zh
        ? "\(range.lowerBound)到\(range.upperBound)之间的整数"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let names):
      (zh ? "以下之一：" : "one of ") + names.joined(separator: zh ? "、" : ", ")
    case .day: zh ? "日期，如2016-06-30" : "a day such as 2016-06-30"
    case .decimal(let decimals):
      zh
        ? "不小于0、最多\(decimals)位小数的数"
        : "a number of 0 or more with at most \(decimals) decimals"
    case .notBelow(let key): zh ? "不小于“\(key)”的数" : "a number that is not below '\(key)'"
    case .offset: zh ? "时差，如+08:00" : "an offset such as +08:00"
    case .month: zh ? "月份，如2016-06" : "a month such as 2016-06"
    case .above(let last): zh ? "大于前一个（\(last)）的整数" : "a whole number above the one before, \(last)"
    case .lengths(let count):
      zh
        ? "\(count)个长度的列表，最高一级以下每级一个"
        : "a list of \(count) lengths, one for each level below the top"
    case .code: zh ? "单位代码" : "a unit's code"
    case .number(let most):
      zh
        ? "0到\(most)之间的数，小数不超过4位" : "a number from 0 to \(most) with at most 4 decimals"
    }
  }
}

extension ConfigMistake.What {
  fileprivate func text(_ zh: Bool) -> String {
    switch self {
    case .level: zh ? "层级" : "level"
    case .group: zh ? "分组" : "group"
    case .form: zh ? "报表" : "form"
    case .item: zh ? "填报项" : "item"
    case .indicator: zh ? "指标" : "indicator"
    case .choice: zh ? "选项" : "choice"
    case .check: zh ? "审核规则" : "check"
    case .target: zh ? "目标" : "target"
    case .phase: zh ? "阶段" : "phase"
    case .rule: zh ? "督促规则" : "rule"
    case .score: zh ? "得分" : "score"
    case .grade: zh ? "等次" : "grade"
    case .unit: zh ? "单位" : "unit"
    case .table: zh ? "统计表" : "table"
    case .column: zh ? "台账栏目" : "column"
    case .mean: zh ? "台账平均值" : "mean of a ledger"
    case .section: zh ? "通报章节" : "section of the bulletin"
    case .output: zh ? "输出" : "output"
    }
  }
}
