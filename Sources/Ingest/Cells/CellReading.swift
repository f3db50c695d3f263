import Model

/// What a cell says.
enum CellReading: Hashable {
  /// Nothing but blanks.
  case blank
  /// That the item does not apply: —, /, 不适用.
  case notApplicable
  /// A value as ``ItemType`` keeps it.
  case value(Int64)
  /// A text, without blanks at its ends, and whether it was shortened.
  case text(String, isShortened: Bool)
  /// Something that cannot be read for certain.
  case refused(CellRefusal)
}

/// Why a cell cannot be read for certain.
enum CellRefusal: Hashable {
  case notANumber, negative, tooManyDecimals, grouping, tooLarge
  /// A percentage; 无 or …; a mark of a note; 万 or 亿 that may be counted twice.
  case percent, noneWord, footnote, unclearMultiple
  /// Another measure than that of the item, which is given.
  case otherMeasure(String)
  case notAFlag, notAChoice, notADate, noSuchDay, undecodable
  case error, formulaWithoutValue

  /// The finding that says so of a cell of that type.
  func reason(for type: ItemType) -> any FindingReason {
    switch self {
    case .notANumber:
      if case .amount(let decimals) = type { CellNotAnAmount(decimals: decimals) } else { CellNotACount() }
    case .negative: CellNegative()
    case .tooManyDecimals:
      if case .amount(let decimals) = type {
        CellTooManyDecimals(decimals: decimals)
      } else {
        CellNotACount()
      }
    case .grouping: CellGrouping()
    case .tooLarge: CellTooLarge()
    case .percent: CellPercent()
    case .noneWord: CellNoneWord()
    case .footnote: CellFootnote()
    case .unclearMultiple: CellUnclearMultiple()
    case .otherMeasure(let measure): CellOtherMeasure(measure: measure)
    case .notAFlag: CellNotAFlag()
    case .notAChoice:
      if case .choice(let choices) = type {
        CellNotAChoice(choices: choices.map(\.label))
      } else {
        CellNotAChoice(choices: [])
      }
    case .notADate: CellNotADate(isImpossible: false)
    case .noSuchDay: CellNotADate(isImpossible: true)
    case .undecodable: CellUndecodable()
    case .error: CellError()
    case .formulaWithoutValue: CellFormulaEmpty()
    }
  }
}

extension CellKind {
  /// Why no cell of this kind can be read; `nil` where its text says what it holds.
  var refusal: CellRefusal? {
    switch self {
    case .error: .error
    case .formulaWithoutValue: .formulaWithoutValue
    case .text, .number, .date, .boolean: nil
    }
  }
}
