import CXlsxwriter

/// What may be typed into a cell, and what the program says beside it.
struct CellRule {
  /// The two ways to say so.
  enum Kind {
    /// One of a list: texts in quotes with commas between them, or the place of cells.
    case list(String)
    /// What makes a formula true. Its references are those of the first cell of the range.
    case formula(String)
  }

  /// What may be typed.
  var kind: Kind
  /// The heading of what is shown when the cell is chosen; at most 32 characters count.
  var title: String
  /// What is shown then; at most 255 characters count.
  var advice: String
  /// What is shown when something else was typed; at most 255 characters count.
  var refusal: String
}

extension WorkbookWriter {
  /// Sets the rule for a range of cells. Blank cells are always allowed.
  mutating func setRule(
    _ rule: CellRule, from first: CellAddress, to last: CellAddress, of sheet: Sheet
  ) {
    var texts = [rule.text, rule.title, rule.advice, rule.title, rule.refusal]
    let limits = [8192, 32, 255, 32, 255]
    for index in texts.indices { texts[index] = WorkbookText.clean(texts[index], limit: limits[index]) }
    // One buffer holds the five texts, each with its ending zero; the library copies them during the call.
    var buffer: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(buffer.count)
      buffer += text.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    let result = unsafe buffer.withUnsafeMutableBufferPointer { buffer -> lxw_error in
      guard let base = buffer.baseAddress else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = rule.type
      unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
      unsafe validation.value_formula = base + starts[0]
      unsafe validation.input_title = base + starts[1]
      unsafe validation.input_message = base + starts[2]
      unsafe validation.error_title = base + starts[3]
      unsafe validation.error_message = base + starts[4]
      return unsafe worksheet_data_validation_range(
        sheet.pointer, first.libraryRow, first.libraryColumn, last.libraryRow, last.libraryColumn,
        &validation)
    }
    note(result)
  }
}

extension CellRule {
  fileprivate var text: String {
    switch kind {
    case .list(let list): list
    case .formula(let formula): "=" + formula
    }
  }

  fileprivate var type: UInt8 {
    switch kind {
    case .list: UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    case .formula: UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
    }
  }
}
