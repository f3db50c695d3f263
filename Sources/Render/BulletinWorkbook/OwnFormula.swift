import Model

/// A formula of the program's own: made of cell references and fixed words, never of a text from data.
struct OwnFormula: Hashable, Sendable {
  /// The formula without the sign that begins it.
  let text: String

  private init(_ text: String) { self.text = text }

  /// Cells side by side or one below the other.
  private static func range(_ cells: ClosedRange<Int>, column: Int) -> String {
    CellAddress(cells.lowerBound, column).name + ":" + CellAddress(cells.upperBound, column).name
  }

  /// Ten to that power, as digits.
  private static func power(_ decimals: Int) -> String {
    "1" + String(repeating: "0", count: max(0, decimals))
  }

  /// A cell in its last decimal, as a whole number: what is added and divided then is exact.
  private static func whole(_ cell: CellAddress, _ decimals: Int) -> String {
    decimals == 0 ? cell.name : "ROUND(\(cell.name)*\(power(decimals)),0)"
  }

  private static func divided(_ text: String, _ decimals: Int) -> String {
    decimals == 0 ? text : "\(text)/\(power(decimals))"
  }

  /// A quotient rounded half up: the numerator is scaled before it is divided, so that a half is met exactly, and
  /// `—` where there is nothing to divide by. The cells have these decimals, the result `decimals`.
  static func quotient(
    _ numerator: CellAddress, decimals above: Int = 0, by denominator: CellAddress, decimals below: Int = 0,
    roundedTo decimals: Int
  ) -> OwnFormula {
    let scale = decimals + below - above
    let up = scale > 0 ? "*" + power(scale) : ""
    let down = scale < 0 ? "*" + power(-scale) : ""
    let bottom = whole(denominator, below) + down
    let quotient = "\(whole(numerator, above))\(up)/\(down.isEmpty ? bottom : "(\(bottom))")"
    return OwnFormula("IF(\(denominator.name)=0,\"—\",\(divided("ROUND(\(quotient),0)", decimals)))")
  }

  /// What a unit says of itself: yes where the numerator is one.
  static func answer(_ numerator: CellAddress, of denominator: CellAddress, _ language: Language)
    -> OwnFormula
  {
    let words = language.pick("\"是\",\"否\"", "\"yes\",\"no\"")
    return OwnFormula("IF(\(denominator.name)=0,\"—\",IF(\(numerator.name)>0,\(words)))")
  }

  /// The sum of cells side by side, with that many decimals.
  static func sum(row: Int, columns: ClosedRange<Int>, decimals: Int) -> OwnFormula {
    let sum =
      "SUM(\(CellAddress(row, columns.lowerBound).name):\(CellAddress(row, columns.upperBound).name))"
    return OwnFormula(decimals == 0 ? sum : "ROUND(\(sum),\(decimals))")
  }

  /// The sum of cells one below the other.
  static func sum(rows: ClosedRange<Int>, column: Int) -> OwnFormula {
    OwnFormula("SUM(\(range(rows, column: column)))")
  }

  /// `left − right`, both with that many decimals.
  static func difference(_ left: CellAddress, _ right: CellAddress, decimals: Int) -> OwnFormula {
    let text = "\(left.name)-\(right.name)"
    return OwnFormula(decimals == 0 ? text : "ROUND(\(text),\(decimals))")
  }

  /// `left − right` of two shares in percentage points.
  static func points(_ left: CellAddress, _ right: CellAddress, decimals: Int) -> OwnFormula {
    OwnFormula("ROUND((\(left.name)-\(right.name))*100,\(decimals))")
  }

  /// Whether cells one below the other add up to another, in words.
  static func adds(
    rows: ClosedRange<Int>, column: Int, to total: CellAddress, decimals: Int, _ language: Language
  ) -> OwnFormula {
    let gap = "ROUND(SUM(\(range(rows, column: column)))-\(total.name),\(decimals))"
    return OwnFormula("IF(\(gap)=0,\(verdict(language)))")
  }

  /// Whether a change is the difference of two cells, in words; of shares in percentage points.
  static func isChange(
    _ change: CellAddress, from earlier: CellAddress, to later: CellAddress, isShare: Bool, decimals: Int,
    _ language: Language
  ) -> OwnFormula {
    let difference = "(\(later.name)-\(earlier.name))" + (isShare ? "*100" : "")
    return OwnFormula("IF(ROUND(\(difference)-\(change.name),\(decimals))=0,\(verdict(language)))")
  }

  private static func verdict(_ language: Language) -> String {
    language.pick("\"相符\",\"不符\"", "\"agrees\",\"differs\"")
  }
}
