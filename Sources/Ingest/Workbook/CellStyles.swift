/// Reads `styles.xml`: for each style of cells what it makes of a number.
final class CellStylesHandler: XMLHandler {
  /// By the number that cells name.
  private(set) var formats: [NumberFormat] = []
  /// The file's own formats, which come before the built-in ones of the same number.
  private var own: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .numberFormat:
      guard let number = attributes.text("numFmtId").flatMap({ Int($0) }) else { return }
      guard own.count < WorkbookLimits.styles else { return stop(.damaged) }
      own[number] = NumberFormat(code: String((attributes.text("formatCode") ?? "").prefix(1000)))
    case .cellFormats: isInCellFormats = true
    case .format where isInCellFormats:
      guard formats.count < WorkbookLimits.styles else { return stop(.damaged) }
      let number = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      formats.append(own[number] ?? NumberFormat.builtIn(number))
    default: break
    }
  }

  override func end(_ name: XMLName) {
    if name == .cellFormats { isInCellFormats = false }
  }
}

/// What the cells of all sheets of a workbook refer to.
struct WorkbookTables {
  var strings = StringTable()
  var formats: [NumberFormat] = []
  var isFrom1904 = false
}

/// What a cell says it holds.
enum CellType {
  case number, sharedText, text, inlineText, boolean, error, isoDate

  /// The type by its name in the file, which ends in NUL.
  @unsafe
  init(_ name: UnsafePointer<CChar>?) {
    guard let name = unsafe name, unsafe name[0] != 0 else {
      self = .number
      return
    }
    let isOneLetter = unsafe name[1] == 0
    switch unsafe UInt8(bitPattern: name[0]) {
    case UInt8(ascii: "s"): self = isOneLetter ? .sharedText : .text
    case UInt8(ascii: "i"): self = .inlineText
    case UInt8(ascii: "b"): self = .boolean
    case UInt8(ascii: "e"): self = .error
    case UInt8(ascii: "d"): self = .isoDate
    default: self = .number
    }
  }
}
