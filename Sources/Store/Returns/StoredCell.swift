import Model

/// A cell as the history keeps it.
enum StoredCell {
  case null
  case integer(Int64)
  case text(String)

  /// Binds it to a parameter.
  func bind(_ statement: Prepared, _ position: Int) throws {
    switch self {
    case .null: try statement.bindNull(position)
    case .integer(let value): try statement.bind(position, value)
    case .text(let text): try statement.bind(position, text)
    }
  }

  /// Whether a column holds it.
  func equals(_ row: Prepared, _ column: Int) -> Bool {
    switch self {
    case .null: row.isNull(column)
    case .integer(let value): row.isInteger(column) && row.int64(column) == value
    case .text(let text): row.isText(column) && row.equals(column, text)
    }
  }
}

extension Prepared {
  /// Whether a column's bytes are those of a text (equal characters of other bytes are another text).
  func equals(_ column: Int, _ text: String) -> Bool {
    let given = text.utf8.span
    // The span does not outlive the column's bytes.
    return unsafe withText(column) { unsafe Span<UInt8>(_unsafeElements: $0).isSame(as: given) }
  }
}

/// Turns an item's cells into what the history keeps: names instead of positions.
struct CellWriter {
  private let type: ItemType
  /// Days as text: a month has few, and each many times.
  private var days: [Int64: String] = [:]

  init(_ item: Item) { type = item.type }

  /// What is kept of a value.
  mutating func stored(_ value: Int64, texts: [String]) -> StoredCell {
    switch type {
    case .flag, .count, .amount, .key: return .integer(value)
    case .choice(let choices):
      guard let place = Int(exactly: value), choices.indices.contains(place) else { return .integer(value) }
      return .text(choices[place].id)
    case .text:
      guard let place = Int(exactly: value), texts.indices.contains(place) else { return .integer(value) }
      return .text(texts[place])
    case .date:
      if let known = days[value] { return .text(known) }
      // Days beyond the calendar's four-digit years have no text that reads back.
      let text = Day(number: Int(value)).description
      guard Day(text) != nil else { return .integer(value) }
      days[value] = text
      return .text(text)
    }
  }
}
