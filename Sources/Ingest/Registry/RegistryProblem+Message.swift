public import Model

extension RegistryProblem {
  /// What is wrong and what to do, without the place, in the reader's language.
  public func message(_ language: Language) -> String {
    switch kind {
    case .headingMissing(let names):
      return language.pick(
        "缺少“\(names.joined(separator: " / "))”列。请在首行补上该列标题。",
        "The column \(names.joined(separator: " / ")) is missing. Add its heading to the first row.")
    case .headingTwice(let name):
      return language.pick("“\(name)”列出现两次。请删去一列。", "The heading \(name) stands twice. Remove one column.")
    case .noRows:
      return language.pick(
        "标题下没有数据。请填写单位，每行一个。", "There is nothing below the headings. Add a row for each unit.")
    case .notText:
      return language.pick(
        "这不是 CSV 文本，多半是改了名的 Excel 工作簿。请打开后另存为“CSV UTF-8（逗号分隔）”。",
        "This is not CSV but perhaps a workbook under another name. Open it and save it as CSV UTF-8.")
    case .unreadable(let kind): return unreadable(kind, language)
    case .undecodable:
      return language.pick(
        "单元格不是 UTF-8 或 GB18030 文字。请重新另存为“CSV UTF-8”。",
        "The cell is neither UTF-8 nor GB18030. Save the file again as CSV UTF-8.")
    case .badCode(let text):
      return language.pick(
        "“\(text)”不是单位代码。代码为 1 至 16 位字母、数字、-、_ 或 . 。",
        "\(text.isEmpty ? "Nothing" : text) is not a code. A code has 1 to 16 ASCII letters, digits, -, _ or ."
      )
    case .codeLostDigits(let text):
      let reason = CodeLostDigits().message(language)
      return language.pick("“\(text)”：\(reason)", "\(text): \(reason)")
    case .nameEmpty: return language.pick("单位名称为空。请填写名称。", "The unit has no name. Write one.")
    case .unknownLevel(let text, let nearest):
      return language.pick("没有层级“\(text)”。", "There is no level \(text). ")
        + RegistryProblem.advice(
          nearest, language.pick(" campaign.yaml 中的层级", "a level of campaign.yaml"), language)
    case .unknownGroup(let text, let nearest):
      return language.pick("没有分组“\(text)”。", "There is no group \(text). ")
        + RegistryProblem.advice(
          nearest, language.pick(" campaign.yaml 中的分组", "a group of campaign.yaml"), language)
    case .derivedGroup(let text):
      return language.pick(
        "“\(text)”由 campaign.yaml 中的公式得出，不在名录中填写。请删去。",
        "\(text) follows from a formula of campaign.yaml and is not written down. Remove it.")
    case .badMonth(let text):
      return language.pick("“\(text)”不是月份。请写成 2016-06。", "\(text) is not a month. Write it as 2016-06.")
    case .tree(let mistake): return RegistryProblem.message(mistake, language)
    case .acceptance(let mistake): return mistake.message(language)
    }
  }

  private static func advice(_ nearest: String?, _ known: String, _ language: Language) -> String {
    guard let nearest else { return language.pick("请写\(known)。", "Write \(known).") }
    return language.pick("是否应为“\(nearest)”？", "Did you mean \(nearest)?")
  }

  private func unreadable(_ kind: RecordFault.Kind, _ language: Language) -> String {
    switch kind {
    case .strayQuote:
      language.pick(
        "引号位置不对，此行起未读取。含引号的单元格请整体加引号，其中的引号写两次。",
        "A quote is out of place; nothing from this row on was read. Quote the whole cell and double the quote."
      )
    case .unterminatedQuote:
      language.pick(
        "引号没有结束，此行起未读取。请补上引号。", "A quote is not closed; nothing from this row on was read. Close it.")
    case .fieldTooLong, .tooManyColumns, .recordTooLong:
      language.pick(
        "此行过长，此行起未读取。请检查文件是否为 CSV。",
        "The row is too long; nothing from it on was read. Check that the file is CSV.")
    // The registry is CSV, so that a workbook's faults do not occur.
    default:
      language.pick("内存不足，此行起未读取。", "There is no memory left; nothing from this row on was read.")
    }
  }

  private static func message(_ mistake: RegistryMistake.Kind, _ language: Language) -> String {
    switch mistake {
    case .fromAfterTo:
      language.pick("启用月份晚于停用月份。请改正其一。", "The unit begins after it ends. Correct from or to.")
    case .duplicate(let code, let line):
      language.pick(
        "代码 \(code) 在同一月份已见于第 \(line) 行。请改代码，或错开启用、停用月份。",
        "Row \(line) has the code \(code) in the same month. Change the code, or let one end before the other."
      )
    case .orphan(let parent):
      language.pick(
        "没有上级单位 \(parent)。请补上该单位，或改正上级。", "There is no unit \(parent). Add it, or correct the parent.")
    case .parentMissing(let parent, let month):
      language.pick(
        "上级单位 \(parent) 在 \(month) 不存在。请使上级覆盖该单位的全部月份，或分行填写。",
        "The parent \(parent) does not exist in \(month). Extend it, or split this unit into dated rows.")
    case .cycle(let codes):
      language.pick(
        "上级关系成环：\(ring(codes))。请改正其中一个上级。",
        "The parents run in a circle: \(ring(codes)). Correct one of them.")
    case .levelNotBelowParent(let line):
      language.pick(
        "层级不低于第 \(line) 行的上级单位。请改正层级或上级。",
        "The level is not below that of the parent in row \(line). Correct the level or the parent.")
    case .secondTop(let line):
      language.pick(
        "没有上级，而第 \(line) 行已是最上级单位。请填写上级。",
        "It has no parent, and row \(line) is the top already. Write its parent.")
    case .noTop:
      language.pick("没有最上级单位。请将最上级单位的上级留空。", "There is no top. Leave the parent of the topmost unit empty.")
    }
  }

  /// A long ring is shown by its beginning.
  private static func ring(_ codes: [UnitCode]) -> String {
    let shown = codes.prefix(8).map(\.description) + (codes.count > 8 ? ["…"] : [])
    return (shown + codes.prefix(1).map(\.description)).joined(separator: " → ")
  }
}
