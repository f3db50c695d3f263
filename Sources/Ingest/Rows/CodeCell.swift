import Model

/// What a cell of the code column holds.
enum CodeCell {
  case blank
  case code(UnitCode)
  /// Something that is not a code, as ``Folding/code(_:)`` shapes it.
  case other(String)

  /// Reads a code; a spreadsheet's leading apostrophe is not part of it.
  static func read(_ cell: ArraySlice<UInt8>, _ decoder: TextDecoder) -> CodeCell {
    if cell.isEmpty { return .blank }
    if let code = UnitCode(cell.span) { return .code(code) }
    guard let text = decoder.text(cell.span) else { return .other("") }
    let folded = whole(text)
    if folded.isEmpty { return .blank }
    return UnitCode(folded).map { .code($0) } ?? .other(folded)
  }

  /// Reads the code that is the first `prefix` characters of a cell, which are all of it where there is none.
  static func read(_ cell: ArraySlice<UInt8>, prefix: Int?, _ decoder: TextDecoder) -> CodeCell {
    guard let prefix else { return read(cell, decoder) }
    if cell.count >= prefix, let code = UnitCode(cell.prefix(prefix)) { return .code(code) }
    guard !cell.isEmpty else { return .blank }
    guard let text = decoder.text(cell.span) else { return .other("") }
    let folded = whole(text)
    if folded.isEmpty { return .blank }
    let start = folded.prefix(prefix)
    return start.count == prefix ? UnitCode(start).map { .code($0) } ?? .other(folded) : .other(folded)
  }

  /// A cell as a code is read from it: narrow, without a spreadsheet's apostrophe. Of a text that is longer than any
  /// code the beginning.
  static func whole(_ text: String) -> String {
    let folded = Folding.code(Folding.beginning(Folding.trimmed(text)))
    return folded.hasPrefix("'") || folded.hasPrefix("’") ? String(folded.dropFirst()) : folded
  }

  /// Whether a spreadsheet program has written a long code as a rounded number, such as 1.10101E+11.
  static func hasLostDigits(_ text: String) -> Bool {
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard halves.count == 2 else { return false }
    let mantissa = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = halves[1].hasPrefix("+") ? halves[1].dropFirst() : halves[1]
    return mantissa.count <= 2 && mantissa.first?.utf8.count == 1
      && mantissa.allSatisfy { Digits.value($0.utf8) != nil }
      && exponent.utf8.count == 2 && Digits.value(exponent.utf8) != nil
  }
}

/// Rows of totals, which no unit is.
enum TotalName {
  private static let words = ["合计", "小计", "总计", "汇总"]

  /// Whether a code or a name is that of a row of totals, such as 合计 or 全县合计.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let shaped = Folding.name(text)
    return words.contains { shaped.hasSuffix($0) }
  }

  /// Whether a cell may be one, by its last character alone: 计 or 总, or one that may be a blank. Where names are not
  /// known this is asked of every row.
  static func mayBeOne(_ cell: some RandomAccessCollection<UInt8>, _ encoding: TextEncoding) -> Bool {
    guard cell.count >= 3 else { return true }
    let end = cell.endIndex
    let last = cell[cell.index(before: end)]
    if encoding == .gb18030 {
      // The second bytes of both, of a wide blank, and whatever is no character of two bytes.
      return last <= 0x80 || [0xA1, 0xC6, 0xDC].contains(last)
    }
    let (first, middle) = (cell[cell.index(end, offsetBy: -3)], cell[cell.index(end, offsetBy: -2)])
    if !(0xE4...0xE9).contains(first) { return true }
    return (first, middle, last) == (0xE8, 0xAE, 0xA1) || (first, middle, last) == (0xE6, 0x80, 0xBB)
  }

  /// Whether it is the total of the whole sheet, such as 合计 or 全县总计, and not of a part of it, such as 小计 or
  /// 城关镇合计.
  static func isOfAll(_ text: String) -> Bool {
    let shaped = Folding.name(text)
    guard let word = words.first(where: shaped.hasSuffix), word != "小计" else { return false }
    let before = shaped.dropLast(word.count)
    return before.isEmpty || (before.hasPrefix("全") && before.count <= 3)
  }
}
