public import Model

extension FormulaError {
  /// What is wrong and what to do, without the place, in the reader's language.
  public func message(_ language: Language) -> String {
    readingMessage(language) ?? meaningMessage(language)
  }

  /// The messages of the lexer and the parser.
  private func readingMessage(_ language: Language) -> String? {
    switch kind {
    case .empty:
      language.pick(
        "公式为空。请写一个条件，如 fund >= 2。", "The formula is empty. Write a condition, such as fund >= 2.")
    case .tooLong(let limit):
      language.pick(
        "公式超过 \(limit) 个字符。请拆成几个较短的公式。",
        "The formula is longer than \(limit) characters. Split it into shorter ones.")
    case .tooDeep(let limit):
      language.pick(
        "括号、not 和负号嵌套超过 \(limit) 层。请简化公式。",
        "Parentheses, not and - are nested more than \(limit) deep. Simplify the formula.")
    case .character(let found, let instead?):
      language.pick(
        "公式中不能用“\(found)”。请改用 \(instead) 。", "A formula cannot have \(found). Write \(instead) instead.")
    case .character(let found, nil):
      language.pick(
        "公式中不能有“\(found)”。指标项名称含特殊字符时，请用英文双引号括起来。",
        "A formula cannot have \(found). If it belongs to a label, put the label in double quotes.")
    case .openQuote(let quote):
      language.pick("引号没有结束。请在末尾补上 \(quote) 。", "The quote is not closed. Add \(quote) at its end.")
    case .longNumber(let text):
      language.pick(
        "数字 \(text) 过长。最多 18 位数字，其中小数最多 9 位。",
        "The number \(text) is too long. Use at most 18 digits, at most 9 of them decimals.")
    case .badNumber(let text):
      language.pick(
        "“\(text)”不是数字。请写成 2 或 2.5；以数字开头的名称请用英文双引号括起来。",
        "\(text) is not a number. Write 2 or 2.5; put a name that begins with a digit in double quotes.")
    case .operandMissing, .unexpected, .openParenthesis, .chained, .nullCompared: grammarMessage(language)
    case .function, .arguments, .nestedPrior, .looksElsewhere, .nestedAggregate, .elsewhereOfRow,
      .columnOfRows:
      functionMessage(language)
    default: nil
    }
  }

  /// The messages of the parser.
  private func grammarMessage(_ language: Language) -> String? {
    switch kind {
    case .operandMissing(let found):
      language.pick(
        "\(FormulaError.place(found, language))缺少填报项、数字、引号中的文本或括号。",
        "An item, a number, a quoted text or a parenthesis is missing \(FormulaError.place(found, language))."
      )
    case .unexpected(let found, let expected?):
      language.pick(
        "\(FormulaError.place(found, language))缺少 \(expected) 。",
        "\(expected) is missing \(FormulaError.place(found, language)).")
    case .unexpected(let found, nil):
      language.pick(
        "这里不能出现 \(found ?? "") 。请在它前面写运算符（如 and、=、+），或删去它。",
        "\(found ?? "") cannot stand here. Write an operator (and, =, +) before it, or remove it.")
    case .openParenthesis:
      language.pick("括号没有结束。请补上 ) 。", "The parenthesis is not closed. Add ).")
    case .chained:
      language.pick(
        "不能连续比较。请用 and 连接，如 a < b and b < c。",
        "Comparisons cannot be chained. Join them with and: a < b and b < c.")
    case .nullCompared:
      language.pick(
        "null 只能写在 is null 或 is not null 中。",
        "null stands only in is null and is not null.")
    default: nil
    }
  }

  /// The messages of calls.
  private func functionMessage(_ language: Language) -> String? {
    switch kind {
    case .function(let name, let nearest?):
      language.pick(
        "没有函数 \(name)。是否应为“\(nearest)”？", "There is no function \(name). Did you mean \(nearest)?")
    case .function(let name, nil):
      language.pick(
        "没有函数 \(name)。函数有 \(Function.list(language))。",
        "There is no function \(name). The functions are \(Function.list(language)).")
    case .nestedAggregate(let name):
      language.pick(
        "\(name) 不能写在 count、share、sum、mean 里面：里面说的是一行，不是各行合计。",
        "\(name) cannot stand within count, share, sum or mean: what stands there is about one row.")
    case .elsewhereOfRow(let name):
      language.pick(
        "台账的一行没有上月，也没有上下级，不能用 \(name)；在规则中可写在 count、share、sum、mean 外面。",
        "A row of a ledger has neither a month before nor units around it: \(name) cannot be used here. "
          + "In a rule write it around count, share, sum or mean.")
    case .columnOfRows(let name):
      language.pick(
        "“\(name)”是台账各行的栏目，每行不同。请写成 count(…)、share(…)、sum(…) 或 mean(…)。",
        "\(name) is a column of the ledger, which each row has. Write it within count, share, sum or mean.")
    case .arguments(let name, let found, many: false):
      language.pick(
        "\(name) 要一个参数，这里有 \(found) 个。请写成 \(name)(…)。",
        "\(name) takes one argument, not \(found). Write \(name)(…).")
    case .arguments(let name, let found, many: true):
      language.pick(
        "\(name) 至少要两个参数，这里有 \(found) 个。请写成 \(name)(a, b)。",
        "\(name) takes two arguments or more, not \(found). Write \(name)(a, b).")
    case .nestedPrior:
      language.pick(
        "prior 里面不能再用 prior：只保留上一个月。请去掉里面的 prior。",
        "prior cannot stand within prior: only the month before is known. Remove the inner one.")
    case .looksElsewhere(let name):
      language.pick(
        "\(name) 要看别的单位或别的月份，这里不能用：只看单位自己的分组和层级。",
        "\(name) looks at other units or another month and cannot stand here: only a unit's own groups and level count."
      )
    default: nil
    }
  }

  /// The messages of the type checker.
  private func meaningMessage(_ language: Language) -> String {
    switch kind {
    case .unknownItem(let name, let nearest?):
      language.pick("没有填报项“\(name)”。是否应为“\(nearest)”？", "There is no item \(name). Did you mean \(nearest)?")
    case .unknownItem(let name, nil):
      language.pick(
        "没有填报项“\(name)”。请写报表中某一项的 id 或名称。",
        "There is no item \(name). Write the id or the label of an item of a form.")
    case .ambiguousItem(let name, let ids):
      language.pick(
        "有几个填报项都叫“\(name)”。请改用 id：\(ids.joined(separator: "、"))。",
        "Several items are called \(name). Use an id: \(ids.joined(separator: ", ")).")
    case .wrongType(let name, let left, let right):
      wrongTypeMessage(name, left, right, language)
    case .strayText(let text):
      language.pick(
        "文本 '\(text)' 只能与选项或日期比较。若是填报项名称，请用英文双引号。",
        "The text '\(text)' can only be compared with a choice or a date. Put a label in double quotes.")
    case .unknownAnswer(let text, let item, let nearest):
      language.pick(
        "“\(item)”没有选项“\(text)”。" + (nearest.map { "是否应为“\($0)”？" } ?? "请写报表中列出的选项。"),
        "\(item) has no answer \(text). "
          + (nearest.map { "Did you mean \($0)?" } ?? "Write one that the form lists."))
    case .badDate(let text):
      language.pick(
        "'\(text)' 不是日期。请写成 '2016-06-30'。", "'\(text)' is not a day. Write it as '2016-06-30'.")
    case .manyDecimals(let limit):
      language.pick(
        "乘积的小数超过 \(limit) 位。请减少相乘的项数。",
        "The product has more than \(limit) decimals. Multiply fewer numbers.")
    case .notACondition(let type):
      language.pick(
        "公式的结果是\(type.name(language))，不是“是”或“否”。请加上比较，如 >= 1。",
        "The formula gives \(type.name(language)), not yes or no. Add a comparison, such as >= 1.")
    default: ""
    }
  }

  private func wrongTypeMessage(
    _ name: String, _ left: FormulaType, _ right: FormulaType?, _ language: Language
  ) -> String {
    let advice =
      switch left {
      case .number: language.pick("数值请与数值比较或运算。", "Put numbers with numbers.")
      case .truth:
        language.pick(
          "是否项可直接作条件，或与 true、false 比较。", "A yes-or-no is a condition itself, or compared with true or false.")
      case .choice:
        language.pick("选项只能用 =、<>、in 与引号中的答案比较。", "A choice takes only =, <> and in, with quoted answers.")
      case .date:
        language.pick(
          "日期只能与 '2016-06-30' 这样的日期比较。", "A date is only compared with days such as '2016-06-30'.")
      case .text: language.pick("文本项只能用 is null 或 is not null。", "Text takes only is null and is not null.")
      }
    guard let right else {
      return language.pick(
        "\(name) 不能用于\(left.name(language))。", "\(name) does not take \(left.name(language)). ") + advice
    }
    return language.pick(
      "\(name) 不能用于\(left.name(language))和\(right.name(language))。",
      "\(name) does not take \(left.name(language)) and \(right.name(language)). ") + advice
  }

  private static func place(_ found: String?, _ language: Language) -> String {
    guard let found else { return language.pick("公式末尾", "at the end") }
    return language.pick(" \(found) 之前", "before \(found)")
  }
}
