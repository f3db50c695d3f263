import Model

extension RecordFault.Kind {
  /// The finding that says so of a file or a sheet.
  var reason: any FindingReason {
    switch self {
    case .strayQuote, .unterminatedQuote, .fieldTooLong, .tooManyColumns, .recordTooLong, .tooManyAnswers,
      .tooManyLedgerCells, .outOfMemory:
      FileBroken(self)
    case .damaged: FileDamaged(.broken)
    case .documentType: FileDamaged(.documentType)
    case .nestedTooDeeply: FileDamaged(.nestedTooDeeply)
    case .unpacksTooLarge: WorkbookTooLarge(.bytes)
    case .tooManyRows: WorkbookTooLarge(.rows)
    case .tooManyCells: WorkbookTooLarge(.cells)
    case .tooMuchText: WorkbookTooLarge(.texts)
    case .tooManySheets: WorkbookTooLarge(.sheets)
    case .encrypted: FileEncrypted()
    case .notAWorkbook: FileNotText(.workbook)
    }
  }
}

/// A workbook, or a sheet from this row on, is damaged.
struct FileDamaged: FindingReason {
  /// What is wrong with it.
  enum Damage: Hashable, Sendable, CaseIterable { case broken, documentType, nestedTooDeeply }

  static let code = "file-damaged"
  var severity: Severity { .reject }

  /// What is wrong with it.
  let damage: Damage

  init(_ damage: Damage) { self.damage = damage }

  func message(_ language: Language) -> String {
    switch damage {
    case .broken:
      language.pick(
        "工作簿不完整或已损坏，从这里起都没有读取。请用 Excel 或 WPS 打开检查，重新保存后再报送。",
        "The workbook is cut off or damaged; from here on nothing was read. Open it in Excel or WPS, save it again and send that."
      )
    case .documentType:
      language.pick(
        "工作簿内部含有不应有的文档类型声明（DOCTYPE），出于安全没有读取。请用 Excel 或 WPS 打开，另存为新的工作簿后报送。",
        "The workbook holds a document type declaration (DOCTYPE), which none should; it was not read. Open it in Excel or WPS and save it under a new name."
      )
    case .nestedTooDeeply:
      language.pick(
        "工作簿内部结构异常（嵌套过深），出于安全没有读取。请用 Excel 或 WPS 打开，另存为新的工作簿后报送。",
        "The workbook is nested more deeply than any real one; it was not read. Open it in Excel or WPS and save it under a new name."
      )
    }
  }
}

/// A workbook is locked by a password.
struct FileEncrypted: FindingReason {
  static let code = "file-encrypted"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "工作簿设有打开密码，不能读取。请打开后在“文件—信息—保护工作簿”里去掉密码，保存后再报送。",
      "The workbook is locked by a password and cannot be read. Remove the password (File, Info, Protect Workbook) and send it again."
    )
  }
}

/// A workbook is larger than any return can be.
struct WorkbookTooLarge: FindingReason {
  /// What there is too much of.
  enum Measure: Hashable, Sendable, CaseIterable { case bytes, rows, cells, texts, sheets }

  static let code = "workbook-too-large"
  var severity: Severity { .reject }

  /// What there is too much of.
  let measure: Measure

  init(_ measure: Measure) { self.measure = measure }

  func message(_ language: Language) -> String {
    let limit =
      switch measure {
      case .bytes:
        language.pick(
          "解压后超过 \(ZipArchive.maximumTotal >> 20) MB，或其中一个部分超过 \(ZipArchive.maximumPart >> 20) MB",
          "has more than \(ZipArchive.maximumTotal >> 20) MB when unpacked, or more than \(ZipArchive.maximumPart >> 20) MB in one part"
        )
      case .rows:
        language.pick(
          "有一张工作表超过 \(WorkbookLimits.rows) 行",
          "has a sheet of more than \(Grouped.text(WorkbookLimits.rows)) rows")
      case .cells:
        language.pick(
          "有内容的单元格超过 \(WorkbookLimits.cells / 10_000) 万个，或内容散布过广",
          "has more than \(Grouped.text(WorkbookLimits.cells)) cells with content, or they lie too far apart")
      case .texts:
        language.pick(
          "各单元格的文字合计超过 \(WorkbookLimits.texts >> 20) MB（重复的文字逐格计算）",
          "has more than \(WorkbookLimits.texts >> 20) MB of text in its cells, a repeated text counted for each"
        )
      case .sheets:
        language.pick(
          "工作表超过 \(WorkbookLimits.sheets) 张", "has more than \(Grouped.text(WorkbookLimits.sheets)) sheets")
      }
    return language.pick(
      "工作簿\(limit)，从这里起都没有读取。请删去无关内容，或按县拆成几个文件报送。",
      "The workbook \(limit); from here on nothing was read. Remove what does not belong, or split it.")
  }
}

/// A workbook whose sheets are all hidden.
struct FileNoSheet: FindingReason {
  static let code = "file-no-sheet"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "工作簿里没有可见的工作表，整个文件未读取。请取消隐藏要报送的工作表，保存后再报送。",
      "The workbook has no visible sheet, so nothing was read. Unhide the sheet that is to count and send it again."
    )
  }
}

/// A hidden sheet, which is not read.
struct SheetHidden: FindingReason {
  static let code = "sheet-hidden"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "这张工作表是隐藏的，未读取。如要报送，请取消隐藏。", "This sheet is hidden and was not read. Unhide it if it is to count.")
  }
}

/// A workbook made from the blank form of one form, in which another was read.
struct FormDiffers: FindingReason {
  static let code = "form-differs"
  var severity: Severity { .query }

  /// The title of the blank form's form, or its id where there is no such form, and the title of the one read.
  let given, read: String

  func message(_ language: Language) -> String {
    language.pick(
      "这份文件是用“\(given)”的空白表填的，读到的却是“\(read)”，已按“\(read)”读取。请核对是否报错了文件或改动了表头。",
      "This file was made from the blank form of \(given), but holds \(read), and was read as that. Check that the right file was sent and that its headings are as they were."
    )
  }
}

/// A sheet without a heading row, beside one with a heading row.
struct SheetWithoutTable: FindingReason {
  static let code = "sheet-without-table"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "这张工作表里没有找到表头，未读取；同一文件的其他工作表已读取。如要报送，请按模板写上“单位代码”和填报项的列名。",
      "No heading row was found on this sheet, so it was not read; others of this file were. If it is to count, add the headings."
    )
  }
}

/// Rows that are hidden, and read nevertheless.
struct RowsHidden: FindingReason {
  static let code = "rows-hidden"
  var severity: Severity { .note }

  /// How many there are.
  let count: Int

  func message(_ language: Language) -> String {
    language.pick(
      "从这一行起有 \(count) 行是隐藏的，已照常读取。如不应报送，请删去这些行。",
      "From this row on \(Grouped.text(count)) rows are hidden; they were read like the others. Delete them if they are not to count."
    )
  }
}

/// A cell with an error such as #REF!.
struct CellError: FindingReason {
  static let code = "cell-error"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一格的公式出错，没有数值。请改正公式，或直接填写数字。",
      "The formula of this cell has failed and has no value. Mend it, or write the number itself.")
  }
}

/// A formula of which the file does not keep the result.
struct CellFormulaEmpty: FindingReason {
  static let code = "cell-formula-empty"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一格是公式，文件里没有保存计算结果。请用 Excel 或 WPS 打开，保存后再报送。",
      "This cell is a formula, and the file does not keep its result. Open it in Excel or WPS, save it and send it again."
    )
  }
}
