import CXlsxwriter

/// Writes one workbook (XLSX) by libxlsxwriter, into memory.
///
/// Texts are written as texts, whatever they begin with; only an ``OwnFormula`` becomes a formula. The same calls
/// give the same bytes: the date of creation is fixed. What the library refuses is remembered, and ``finish()``
/// throws it.
@safe
struct WorkbookWriter: ~Copyable {
  /// A sheet of the workbook, valid as long as its writer.
  @safe
  struct Sheet {
    fileprivate(set) var pointer: UnsafeMutablePointer<lxw_worksheet>
    /// Its name, which may differ from the one asked for.
    let name: String
  }

  /// 1980-01-01 00:00 UTC, the date that the entries of the zip file have too.
  private static let created = 315_532_800

  private let file: MemoryFile
  /// The library's workbook, ours alone; `nil` after it is finished.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  /// The style asked for last: cells side by side are mostly alike.
  private var latest: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>)?
  private var names = SheetNames()
  private var refusal: lxw_error = LXW_NO_ERROR

  /// A workbook without sheets.
  init() throws(WorkbookError) {
    let file = try MemoryFile()
    var options = unsafe lxw_workbook_options()
    unsafe options.tmpdir = unsafe try MemoryFile.folder()
    // The library copies path and options; the folder's name that these point to is a constant.
    guard let book = unsafe workbook_new_opt(file.path, &options) else {
      throw WorkbookError(library: "out of memory")
    }
    self.file = file
    unsafe self.book = unsafe book
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = Self.created
    // The library copies what it needs of the properties.
    let result = unsafe workbook_set_properties(book, &properties)
    note(result)
  }

  deinit {
    // Only what was not finished is still there.
    if let book = unsafe book { unsafe lxw_workbook_free(book) }
  }

  /// Adds a sheet; its name is made one that Excel takes.
  mutating func addSheet(_ wanted: String) throws(WorkbookError) -> Sheet {
    let name = names.take(wanted)
    // The workbook owns the sheet; it is valid until the workbook is finished.
    guard let pointer = unsafe workbook_add_worksheet(book, name) else {
      throw WorkbookError(library: "a sheet could not be added")
    }
    return unsafe Sheet(pointer: pointer, name: name)
  }

  /// Says what the workbook is; nobody's name is in it.
  mutating func setProperties(title: String, company: String) {
    var title = Array(WorkbookText.clean(title, limit: 255).utf8CString)
    var company = Array(WorkbookText.clean(company, limit: 255).utf8CString)
    let result = unsafe title.withUnsafeMutableBufferPointer { title in
      unsafe company.withUnsafeMutableBufferPointer { company in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = title.baseAddress
        unsafe properties.company = company.baseAddress
        unsafe properties.created = Self.created
        // The library copies the texts, which end in a zero each.
        return unsafe workbook_set_properties(book, &properties)
      }
    }
    note(result)
  }

  /// Adds a chart of one of the library's types, which the workbook owns; it must be put on a sheet.
  mutating func addChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    guard let chart = unsafe workbook_add_chart(book, UInt8(type.rawValue)) else {
      note(LXW_ERROR_MEMORY_MALLOC_FAILED)
      return nil
    }
    return unsafe chart
  }

  /// Remembers the first refusal.
  mutating func note(_ result: lxw_error) {
    if refusal == LXW_NO_ERROR { refusal = result }
  }

  /// The library's format of a style, made once.
  mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let latest = unsafe latest, unsafe latest.style == style { return unsafe latest.format }
    if let known = unsafe formats[style] {
      unsafe latest = unsafe (style, known)
      return unsafe known
    }
    guard let format = unsafe workbook_add_format(book) else {
      note(LXW_ERROR_MEMORY_MALLOC_FAILED)
      return nil
    }
    // The workbook owns the format, and keeps it as long as itself.
    unsafe style.apply(to: format)
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  /// Ends the workbook; its bytes. Nothing can be written afterwards.
  mutating func finish() throws(WorkbookError) -> [UInt8] {
    guard let book = unsafe book else { throw WorkbookError(library: "the workbook is finished") }
    // workbook_close() frees the workbook, whatever it answers.
    unsafe self.book = nil
    unsafe formats = [:]
    unsafe latest = nil
    let result = unsafe workbook_close(book)
    note(result)
    guard refusal == LXW_NO_ERROR else {
      // The library's words are constants.
      throw WorkbookError(library: unsafe String(cString: lxw_strerror(refusal)))
    }
    return try file.bytes()
  }
}

extension CellStyle {
  /// Sets the library's format to this style.
  fileprivate func apply(to format: UnsafeMutablePointer<lxw_format>) {
    // The format is the caller's; the library copies the text that it is given.
    unsafe format_set_font_size(format, size)
    unsafe format_set_font_color(format, ink)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch alignment {
    case .left: break
    case .centre: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if indent > 0 { unsafe format_set_indent(format, UInt8(clamping: indent)) }
    if let fill {
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_bg_color(format, fill)
    }
    if isBold { unsafe format_set_bold(format) }
    if isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if wraps { unsafe format_set_text_wrap(format) }
    if hasBorder {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, 0xBFBFBF)
    }
    if isUnlocked { unsafe format_set_unlocked(format) }
    if !numberFormat.isEmpty { unsafe format_set_num_format(format, numberFormat) }
  }
}
