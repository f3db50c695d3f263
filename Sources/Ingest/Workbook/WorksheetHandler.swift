/// Reads the rows of a sheet of a workbook; pauses after each that has content.
final class WorksheetHandler: XMLHandler {
  /// The row that was read last.
  var record = Record()
  /// The ranges merged, which stand in the file behind the rows.
  private(set) var merged: [MergedRange] = []
  /// The row and column being read, for faults.
  private(set) var row = 0
  private(set) var column = 0

  private var cellText: CellText
  private var cells: Int
  private var places = 0
  private var isInData = false
  private var isHidden = false
  /// Whether the row says which it is; else its first cell may.
  private var isRowStated = true

  private var type = CellType.number
  private var style = 0
  private var (hasFormula, hasValue, isPhonetic) = (false, false, false)
  /// What the text that comes belongs to.
  private var target: Target?
  private var value: [UInt8] = []
  private var formula: [UInt8] = []

  private enum Target { case value, formula }

  /// A sheet of a workbook in which `cells` cells have been read before.
  init(_ tables: WorkbookTables, cellsBefore cells: Int) {
    cellText = CellText(tables)
    self.cells = cells
  }

  /// How many cells have been read, those before counted.
  var cellCount: Int { cells }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard isInData else {
      if name == .sheetData { isInData = true }
      if name == .mergedCell { merge(attributes) }
      return
    }
    switch name {
    case .cell: startCell(attributes)
    // A number beside an inline text is what the program once took it for.
    case .value where type != .inlineText:
      hasValue = true
      target = .value
    case .row: startRow(attributes)
    case .formula:
      hasFormula = true
      target = .formula
    case .text where type == .inlineText && !isPhonetic:
      hasValue = true
      target = .value
    case .phonetic: isPhonetic = true
    default: break
    }
  }

  override func end(_ name: XMLName) {
    guard isInData else { return }
    switch name {
    case .cell: endCell()
    case .value, .formula, .text: target = nil
    case .row: if record.count > 0 { endRow() }
    case .phonetic: isPhonetic = false
    case .sheetData: isInData = false
    default: break
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard let target else { return }
    if max(value.count, formula.count) + bytes.count > CSVReader.maximumFieldLength {
      return stop(.fieldTooLong)
    }
    // The bytes are expat's and valid during the call; they are copied.
    switch target {
    case .value: unsafe value.append(contentsOf: bytes)
    case .formula: unsafe formula.append(contentsOf: bytes)
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    let stated = attributes.text("r").map { Int($0) ?? 0 }
    let given = stated ?? row + 1
    isRowStated = stated != nil
    // Rows out of their order are damage: which of two counts cannot be told.
    column = 0
    guard given > row else { return stop(.damaged) }
    row = given
    guard row <= WorkbookLimits.rows else { return stop(.tooManyRows) }
    isHidden = attributes.isTrue("hidden")
    record.clear()
  }

  private func endRow() {
    record.row = row
    record.isHidden = isHidden
    places += record.count
    if places > WorkbookLimits.places { return stop(.tooManyCells) }
    pause()
  }

  private func startCell(_ attributes: XMLAttributes) {
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    (hasFormula, hasValue, isPhonetic) = (false, false, false)
    if !isRowStated { takeRow(attributes.text("r")) }
    // The values are expat's and valid during the call; nothing of them is kept.
    let given = unsafe attributes.value(letter: 0x72).map { unsafe WorksheetHandler.column($0) } ?? column + 1
    guard given > column else { return stop(.damaged) }
    // A word in place of a reference names no column that could be shown.
    column = min(given, CSVReader.maximumColumns + 1)
    guard column <= CSVReader.maximumColumns else { return stop(.tooManyColumns) }
    type = unsafe CellType(attributes.value(letter: 0x74))
    style = unsafe attributes.value(letter: 0x73).map { unsafe WorksheetHandler.number($0) } ?? 0
  }

  private func takeRow(_ reference: String?) {
    isRowStated = true
    guard let stated = reference.flatMap({ Int($0.drop { !$0.isASCII || $0.isLetter || $0 == "$" }) }),
      stated > row
    else { return }
    row = stated
    if row > WorkbookLimits.rows { stop(.tooManyRows) }
  }

  private func endCell() {
    let isText = type == .text || type == .inlineText || type == .sharedText
    // Programs that do not compute write a formula and an empty value behind it.
    if hasFormula, type != .text, value.isEmpty {
      record.append(([UInt8(ascii: "=")] + formula).span, kind: .formulaWithoutValue, at: column - 1)
    } else if !value.isEmpty, hasValue || isText {
      do throws(RecordFault.Kind) {
        try cellText.append(value, type, style: style, to: &record, at: column - 1)
      } catch {
        return stop(error)
      }
    } else {
      return
    }
    cells += 1
    if cells > WorkbookLimits.cells { return stop(.tooManyCells) }
    if let overflow = record.overflow { stop(overflow) }
  }

  private func merge(_ attributes: XMLAttributes) {
    guard merged.count < WorkbookLimits.mergedRanges, let reference = attributes.text("ref"),
      let range = MergedRange(reference)
    else { return }
    merged.append(range)
  }

  /// The column of a reference such as `AB12`, ended by NUL: 1 for A; 0 for none.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int {
    var column = 0
    var index = 0
    while index < 4 {
      let letter = unsafe Int(reference[index]) & ~0x20
      guard letter >= 65, letter <= 90 else { break }
      column = column * 26 + letter - 64
      index += 1
    }
    return column
  }

  /// A number of at most nine digits, ended by NUL; 0 for anything else.
  private static func number(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var index = 0
    while index < 10, unsafe text[index] != 0 {
      let digit = unsafe Int(text[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return 0 }
      number = number * 10 + digit
      index += 1
    }
    return number
  }
}

extension MergedRange {
  /// Reads a reference such as `A1:C2`; `nil` for anything else.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":").map(MergedRange.corner)
    guard corners.count == 2, let first = corners[0], let last = corners[1], last.row >= first.row,
      last.column >= first.column
    else { return nil }
    self.init(
      row: first.row, column: first.column, rows: last.row - first.row + 1,
      columns: last.column - first.column + 1)
  }

  private static func corner(_ text: Substring) -> (row: Int, column: Int)? {
    let plain = text.filter { $0 != "$" }.uppercased()
    let letters = plain.prefix { $0 >= "A" && $0 <= "Z" }
    let column = letters.utf8.reduce(0) { min($0, 100_000) * 26 + Int($1) - 64 }
    guard let row = Int(plain.dropFirst(letters.count)), (1...WorkbookLimits.rows).contains(row),
      (1...CSVReader.maximumColumns).contains(column)
    else { return nil }
    return (row, column)
  }
}
