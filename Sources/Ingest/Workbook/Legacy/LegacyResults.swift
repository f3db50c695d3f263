/// What freexl does not tell of cells: the results of formulas that are no numbers, and errors, which it takes for 1.
struct LegacyResults {
  /// A cell of a workbook: the position of its sheet, row and column, 0 for the first.
  struct Place: Hashable {
    let sheet, row, column: Int
  }

  /// What a cell holds.
  struct Result {
    let text: String
    let kind: CellKind

    /// The result of a formula that the file does not give.
    static let unknown = Result(text: "=", kind: .formulaWithoutValue)

    /// `TRUE` or `FALSE`.
    static func boolean(_ value: UInt8) -> Result {
      Result(text: value == 0 ? "FALSE" : "TRUE", kind: .boolean)
    }

    /// An error by its number.
    static func error(_ number: UInt8) -> Result {
      let text =
        switch number {
        case 0x00: "#NULL!"
        case 0x07: "#DIV/0!"
        case 0x0F: "#VALUE!"
        case 0x17: "#REF!"
        case 0x1D: "#NAME?"
        case 0x24: "#NUM!"
        default: "#N/A"
        }
      return Result(text: text, kind: .error)
    }
  }

  private var all: [Place: Result] = [:]

  subscript(place: Place) -> Result? { all.isEmpty ? nil : all[place] }

  /// Takes in what a cell holds; throws where there are more than are read.
  mutating func add(_ result: Result, at place: Place) throws(RecordFault.Kind) {
    guard all.count < LegacyRoom.sharedTexts else { throw .tooManyCells }
    all[place] = result
  }
}
