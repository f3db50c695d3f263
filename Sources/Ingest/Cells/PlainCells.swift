import Model

/// Reads the cells of an item that nearly all files write in the same way, straight from their bytes. Whatever it
/// takes, ``CellReader/read(_:_:)`` reads as the same.
struct PlainCells: Sendable {
  private enum Kind { case count, amount, flag, key, date, month, word, none }

  private let kind: Kind
  private let decimals: Int
  /// Answers in UTF-8 of up to seven bytes, in one number each, with what they stand for.
  private let shortWords: [(text: UInt64, value: Int64)]
  /// Longer ones.
  private let words: [(text: [UInt8], value: Int64)]

  /// Cells of that type; `words` are its answers, such as 是, as the item's reader reads them.
  init(_ type: ItemType, words: [(text: [UInt8], value: Int64)], personal: Personal? = nil) {
    shortWords = words.compactMap { word in PlainCells.packed(word.text.span).map { ($0, word.value) } }
    self.words = words.filter { PlainCells.packed($0.text.span) == nil }
    decimals = type.decimals ?? 0
    kind =
      switch type {
      case .count: .count
      case .amount: .amount
      case .flag: .flag
      case .key: .key
      case .date: personal.map { $0 == .drop ? .none : .month } ?? .date
      case .choice: .word
      case .text: .none
      }
  }

  /// No cells at all.
  static let none = PlainCells(.text, words: [])

  /// The value; `nil` for a cell that is not plain.
  @inline(__always)
  func value(_ cell: Span<UInt8>, isUTF8: Bool) -> Int64? {
    switch kind {
    case .count, .amount: return NumberCell.plain(cell, decimals: decimals)
    case .flag:
      if cell.count == 1, cell[0] | 1 == 0x31 { return Int64(cell[0] & 1) }
      return isUTF8 ? word(cell) : nil
    case .key: return KeyCell.plain(cell) ?? (isUTF8 ? KeyCell.plainText(cell) : nil)
    case .date: return DayCell.plain(cell)
    case .month: return DayCell.plain(cell).map(DayCell.firstOfMonth)
    case .word: return isUTF8 ? word(cell) : nil
    case .none: return nil
    }
  }

  /// A word of up to seven bytes and their number; `nil` for a longer one.
  @inline(__always)
  private static func packed(_ word: Span<UInt8>) -> UInt64? {
    guard word.count < 8 else { return nil }
    var packed = UInt64(word.count)
    for place in word.indices { packed = packed << 8 | UInt64(word[place]) }
    return packed
  }

  private func word(_ cell: Span<UInt8>) -> Int64? {
    if let packed = PlainCells.packed(cell) {
      for word in shortWords where word.text == packed { return word.value }
      return nil
    }
    for index in words.indices where words[index].text.count == cell.count {
      let text = words[index].text
      var place = 0
      while place < cell.count, text[place] == cell[place] { place += 1 }
      if place == cell.count { return words[index].value }
    }
    return nil
  }
}
