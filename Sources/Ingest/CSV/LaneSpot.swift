import Model

/// How far a lane has come, and what is known of the last row.
struct LaneSpot {
  /// Where the next row begins.
  var place: Int
  /// The number of the last row.
  var row: Int
  /// The unit of the last row, and the rank of its level.
  var unit: Int32 = -1
  var level = 0
  /// Whether that level is asked all items.
  var isAskedAll = false
  /// Where the last code begins, and its length; 0 for none.
  var code = (place: 0, length: 0)
  /// The same of the row that is being read.
  var newCode = (place: 0, length: 0)
  /// Where the name in the row stands; nowhere where rows have none.
  var name = 0..<0
  /// The levels of the units whose rows count.
  private(set) var levels: [Int] = []
  private var lastLevel = -1
  /// What text cells say, of the rows whose texts were not taken.
  var texts: [String] = []
  /// How many texts there are before those.
  private var firstText: Int

  /// Before the first row; of a reading that has so many texts.
  init(place: Int, row: Int, texts: Int = 0) {
    (self.place, self.row) = (place, row)
    firstText = texts
  }

  /// Takes note of the level of the row's unit: the row counts.
  @inline(__always)
  mutating func meetLevel() {
    guard level != lastLevel else { return }
    lastLevel = level
    if !levels.contains(level) { levels.append(level) }
  }

  /// Takes in what a cell of text says; what becomes of the cell.
  mutating func take(_ found: CellReading) -> (state: CellState, value: Int64) {
    switch found {
    case .text(let text, _):
      texts.append(text)
      return (.value, Int64(firstText + texts.count - 1))
    case .notApplicable: return (.notApplicable, 0)
    case .blank, .value, .refused: return (.blank, 0)
    }
  }

  /// The texts of the rows that were read, which are let go of.
  mutating func takeTexts() -> [String] {
    var taken: [String] = []
    if !texts.isEmpty { swap(&taken, &texts) }
    firstText += taken.count
    return taken
  }
}
