import Model

/// No row has the headings of a form.
struct HeadingNotFound: FindingReason {
  /// What comes nearest to a heading row.
  enum Nearest: Hashable, Sendable {
    /// No row looks like one.
    case none
    /// A row has items but no code column; the heading most like it, where there is one.
    case itemsWithoutCode(similar: String?)
    /// A row has the code column, but no item of any form.
    case codeWithoutItems
    /// The columns are separated by full-width commas.
    case fullWidthCommas
    /// The text is neither UTF-8 nor GB18030.
    case garbled
  }

  static let code = "heading-not-found"
  var severity: Severity { .reject }

  /// What comes nearest.
  let nearest: Nearest
  /// Some of the items that were looked for.
  let items: [String]

  init(_ nearest: Nearest, items: [String]) {
    self.nearest = nearest
    self.items = items
  }

  func message(_ language: Language) -> String {
    let some = items.prefix(3).map { "“\($0)”" }
      .joined(separator: language.pick("、", ", "))
    switch nearest {
    case .none:
      return language.pick(
        "前 20 行里没有找到表头，整个文件未读取。表头要有“单位代码”或“单位名称”列，以及\(some)等填报项，请按报表模板填写。",
        "No heading row in the first 20 rows, so nothing was read. It needs a column “unit code” or “unit name” and items such as \(some)."
      )
    case .itemsWithoutCode(let similar?):
      return language.pick(
        "这一行像表头，但没有“单位代码”列，整个文件未读取。请把“\(similar)”改为“单位代码”。",
        "This row looks like the headings but has no column “unit code”, so nothing was read. Rename “\(similar)”."
      )
    case .itemsWithoutCode(nil):
      return language.pick(
        "这一行像表头，但没有“单位代码”列，也没有“单位名称”列，整个文件未读取。请加上“单位代码”列并填写各单位代码。",
        "This row looks like the headings but has no column “unit code” or “unit name”, so nothing was read. Add one."
      )
    case .codeWithoutItems:
      return language.pick(
        "这一行有“单位代码”，但没有一个填报项的名称对得上，整个文件未读取。请按模板写上\(some)等列名。",
        "This row has “unit code” but no item of any form, so nothing was read. It needs items such as \(some)."
      )
    case .fullWidthCommas:
      return language.pick(
        "各列之间用的是中文逗号“，”，整个文件未读取。请从电子表格程序另存为 CSV，各列之间要用英文逗号“,”。",
        "The columns are separated by full-width commas, so nothing was read. Save the sheet as CSV again.")
    case .garbled:
      return language.pick(
        "文字是乱码（既不是 UTF-8 也不是 GB18030），整个文件未读取。请另存为“CSV UTF-8（逗号分隔）”后再报送。",
        "The text is garbled (neither UTF-8 nor GB18030), so nothing was read. Save the sheet as \"CSV UTF-8\"."
      )
    }
  }
}

/// A column that no form has.
struct HeadingUnknown: FindingReason {
  static let code = "heading-unknown"
  var severity: Severity { .query }

  /// The heading that it may stand for.
  let nearest: String?

  func message(_ language: Language) -> String {
    guard let nearest else {
      return language.pick(
        "报表里没有这一列，未读取。如不需要请删去。",
        "The form has no such column; it was not read. Remove it if it is not needed.")
    }
    return language.pick(
      "报表里没有这一列，未读取。如果是“\(nearest)”，请把列名改成这样。",
      "The form has no such column; it was not read. If “\(nearest)” is meant, rename it so.")
  }
}

/// An item that units of the file are asked for has no column.
struct ColumnMissing: FindingReason {
  static let code = "column-missing"
  var severity: Severity { .query }

  func message(_ language: Language) -> String {
    language.pick(
      "文件缺少这一填报项的列，各单位都按未填处理。请补上这一列后重新报送。",
      "The file has no column for this item; all its units count as not having filled it. Add it and send again."
    )
  }
}

/// A heading stands over two columns.
struct HeadingDuplicate: FindingReason {
  static let code = "heading-duplicate"
  var severity: Severity { .reject }

  /// The other column, in letters.
  let other: String

  func message(_ language: Language) -> String {
    language.pick(
      "这一列与 \(other) 列是同一项，无法确定以哪一列为准，两列都未采用。请删去其中一列。",
      "This column and column \(other) stand for the same; which counts cannot be told, so neither does. Remove one."
    )
  }
}

/// A column gives an item in another measure than the form's.
struct HeadingMeasureDiffers: FindingReason {
  static let code = "heading-measure-differs"
  var severity: Severity { .reject }

  /// The measure given, and the form's; empty where it has none.
  let given, wanted: String

  func message(_ language: Language) -> String {
    if wanted.isEmpty {
      return language.pick(
        "列名写的计量单位是“\(given)”，报表没有规定这个单位，无法确定怎样换算，这一列未采用。请去掉列名里的单位，按报表要求填写。",
        "The heading gives the measure “\(given)”, which the form does not, so the column does not count. Fill it in as the form asks, without the measure."
      )
    }
    return language.pick(
      "列名写的计量单位是“\(given)”，报表要求的是“\(wanted)”，未换算，这一列未采用。请换算成“\(wanted)”后重新报送。",
      "The heading gives the measure “\(given)” where the form has “\(wanted)”; nothing is converted, so the column does not count. Convert it and send again."
    )
  }
}
