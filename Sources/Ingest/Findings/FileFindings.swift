public import Model

/// The file holds nothing.
struct FileEmpty: FindingReason {
  static let code = "file-empty"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick("文件是空的。请重新导出报表后再报送。", "The file is empty. Export the sheet again and send it.")
  }
}

/// The file has headings and nothing below them.
struct FileNoRows: FindingReason {
  static let code = "file-no-rows"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "文件只有表头，没有填报数据。请在表头下面每个单位填一行后再报送。",
      "The file has headings but no rows below them. Fill in one row a unit and send it again.")
  }
}

/// The file is not text.
struct FileNotText: FindingReason {
  static let code = "file-not-text"
  var severity: Severity { .reject }

  /// What it seems to be.
  let kind: BinaryKind

  init(_ kind: BinaryKind) { self.kind = kind }

  func message(_ language: Language) -> String {
    let saveAs = language.pick(
      "请打开后另存为“CSV UTF-8（逗号分隔）”再报送。", "Open it, save it as \"CSV UTF-8\", and send that.")
    return switch kind {
    case .workbook:
      language.pick(
        "这是压缩包、二进制工作簿（.xlsb）或其他办公文件，不能读取。请报送 Excel 工作簿（.xlsx、.xls）或 CSV 文件本身。",
        "This is a zip archive, a binary workbook (.xlsb) or another office document, which is not read. Send the workbook (.xlsx, .xls) or the CSV itself."
      )
    case .oldOffice:
      language.pick(
        "这是旧版 Word 文件，不是表格。请把表格存为 Excel 工作簿（.xlsx）或 CSV 文件再报送。",
        "This is an old Word file, not a sheet. Put the table into a workbook (.xlsx) or CSV and send that.")
    case .archive:
      language.pick(
        "这是压缩包（RAR、7z 等），不能读取。请解压后报送里面的 Excel 工作簿（.xlsx、.xls）或 CSV 文件。",
        "This is an archive (RAR, 7z), which is not read. Unpack it and send the workbook (.xlsx, .xls) or the CSV in it."
      )
    case .pdf:
      language.pick(
        "这是 PDF 文件，不能读取。请报送导出 PDF 之前的表格，存为 CSV 格式。",
        "This is a PDF, which cannot be read. Send the sheet it was made from, as CSV.")
    case .picture:
      language.pick(
        "这是一张图片，不能读取。请报送表格本身，存为 CSV 格式。",
        "This is a picture, which cannot be read. Send the sheet itself, as CSV.")
    case .markup:
      language.pick("这是网页或 XML 文件，不是 CSV 文件。", "This is a web page or XML, not CSV. ") + saveAs
    case .other:
      language.pick(
        "这不是文本文件，不能读取。请把表格存为 CSV 格式再报送。", "This is not a text file. Save the sheet as CSV and send that.")
    }
  }
}

/// The rows of the file end in something that is not CSV.
struct FileBroken: FindingReason {
  static let code = "file-broken"
  var severity: Severity { .reject }

  /// What was found.
  let kind: RecordFault.Kind

  init(_ kind: RecordFault.Kind) { self.kind = kind }

  func message(_ language: Language) -> String {
    let rest = language.pick(
      "从这一行起都没有读取，之前的行照常采用。", " From this row on nothing was read; the rows before it count.")
    return switch kind {
    case .strayQuote:
      language.pick(
        "这一格的英文双引号（\"）位置不对。请删去它，或从电子表格程序重新导出 CSV。",
        "A quote (\") stands in the wrong place in this cell. Remove it, or export the CSV again.")
        + rest
    case .unterminatedQuote:
      language.pick(
        "这一格开头的英文双引号（\"）直到文件末尾都没有配对。请补上或删去它。",
        "The quote (\") that opens this cell is never closed. Close it or remove it.") + rest
    case .fieldTooLong, .recordTooLong:
      language.pick(
        "这里的内容过长（一格不得超过 1 MB，一行不得超过 16 MB），多半是漏了英文双引号（\"）。",
        "The text here is too long (1 MB a cell, 16 MB a row): a quote (\") is probably missing.")
        + rest
    case .tooManyColumns:
      language.pick(
        "这一行超过 16384 列。请删去多余的列。", "This row has more than 16,384 columns. Remove those that do not belong.")
        + rest
    case .tooManyAnswers:
      language.pick(
        "这个文件里各单位的行太多，多半是同一单位重复了许多行。请每个单位只留一行。",
        "The file has too many rows of units, most of them probably again and again. Leave one row a unit.")
        + rest
    case .tooManyLedgerCells:
      language.pick(
        "这个文件里台账的行太多。请删去重复的和空白的行，或拆成几个文件报送。",
        "The file has too many rows of a ledger. Remove repeated and blank ones, or send it in several files."
      )
        + rest
    // A workbook's faults have findings of their own.
    default: language.pick("内存不足，未能读完。请重新运行。", "The machine ran out of memory. Run again.") + rest
    }
  }
}

/// There is more to say of the file than is shown.
public struct FindingsMore: FindingReason {
  /// The stable name.
  public static let code = "findings-more"
  /// How much it weighs.
  public var severity: Severity { .note }

  /// How many findings are not shown.
  let count: Int

  /// What to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "本文件还有 \(Grouped.text(count)) 条审核意见未列出。请先改正已列出的，再重新报送。",
      "And \(Grouped.text(count)) more in this file. Mend those shown, then send it again.")
  }
}

/// Whole numbers in print.
public enum Grouped {
  /// With a comma before each three digits: 4,210.
  public static func text(_ number: Int) -> String {
    var result = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
