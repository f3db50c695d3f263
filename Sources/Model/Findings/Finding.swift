/// How much a finding weighs.
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  /// What it is about does not count.
  case reject = 0
  /// It counts, and must be mended or explained.
  case query = 1
  /// It counts; good to know.
  case note = 2

  /// The name in CSV and JSON.
  public var name: String {
    switch self {
    case .reject: "reject"
    case .query: "query"
    case .note: "note"
    }
  }

  /// The name in print.
  public func label(_ language: Language) -> String {
    switch self {
    case .reject: language.pick("不予采用", "rejected")
    case .query: language.pick("待核实", "query")
    case .note: language.pick("提示", "note")
    }
  }

  /// The heavier first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// The reason of a finding: one type a reason, with what it needs to say so, and its message beside it.
public protocol FindingReason: Sendable {
  /// A stable name for CSV and explanations, such as `unit-unknown`.
  static var code: String { get }
  /// The name of this very reason: the type's, or of a form's rule the rule's id.
  var code: String { get }
  /// How much it weighs.
  var severity: Severity { get }
  /// What is wrong and what to do, one or two sentences without the place, in the reader's language.
  func message(_ language: Language) -> String
}

extension FindingReason {
  /// The type's name.
  public var code: String { Self.code }
}

/// Where something stands, as a spreadsheet program shows it.
public struct Place: Hashable, Sendable {
  /// The file's path in the month's inbox; empty where no file is meant.
  public var file: String
  /// The sheet's name; empty for formats without sheets.
  public var sheet: String
  /// The row, 1 for the first; 0 where none is meant.
  public var row: Int
  /// The column, 1 for A; 0 where none is meant.
  public var column: Int

  /// A place; leave out what is not meant.
  public init(file: String, sheet: String = "", row: Int = 0, column: Int = 0) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The column in letters: A for 1, AA for 27; empty for none.
  public var columnLetters: String { Place.letters(column) }

  /// The letters of a column: A for 1, AA for 27; empty for 0.
  public static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// What the program has to say about one cell, row, file or unit.
public struct Finding: Sendable {
  /// Why.
  public var reason: any FindingReason
  /// Where.
  public var place: Place
  /// The unit, as the file gives it; `nil` where no unit is meant.
  public var unit: UnitCode?
  /// The item's label; empty where no item is meant.
  public var item: String
  /// What stands there, shortened and masked by ``Excerpt``; empty where nothing is shown.
  public var value: String

  /// A finding; leave out what is not meant.
  public init(
    _ reason: any FindingReason, at place: Place, unit: UnitCode? = nil, item: String = "",
    value: String = ""
  ) {
    self.reason = reason
    self.place = place
    self.unit = unit
    self.item = item
    self.value = value
  }

  /// The reason's stable name.
  public var code: String { reason.code }
  /// How much it weighs.
  public var severity: Severity { reason.severity }
}

/// What may be shown of a cell in a finding.
public enum Excerpt {
  /// The longest excerpt, in characters.
  public static let limit = 40

  /// Cuts a text to ``limit`` characters, shows control characters as ␣, and masks all but the first three digits of
  /// ``LongNumbers``: they may be identity or telephone numbers.
  public static func of(_ text: String) -> String {
    of(text, limit: limit)
  }

  /// The same without cutting it.
  public static func whole(_ text: String) -> String { of(text, limit: nil) }

  private static func of(_ text: String, limit: Int?) -> String {
    // A character may be made of any number of parts. What is cut off may be the end of a number.
    let most = limit.map { 8 * $0 }
    var parts = Array(most.map { text.unicodeScalars.prefix($0 + longestNumber) } ?? text.unicodeScalars[...])
    LongNumbers.mask(&parts)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: parts.prefix(most ?? parts.count))
    var shown: [Character] = []
    for character in String(view) {
      if shown.count == limit { return String(shown) + "…" }
      let isHarmless = character.unicodeScalars.allSatisfy { !isControl($0) }
      shown.append(isHarmless ? character : "␣")
    }
    return String(shown) + (parts.count <= most ?? parts.count ? "" : "…")
  }

  /// As many characters as the longest number of a person is looked for in.
  private static let longestNumber = 24

  /// Control characters and those that turn the direction of text.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
