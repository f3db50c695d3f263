import Model

/// Combines the months of one item, cell by cell.
struct PeriodFolding {
  /// One month of the item.
  private struct Layer {
    let states: [CellState]
    let values: [Int64]
    /// Who was asked.
    let asks: [Bool]
    let succession: Succession
    /// What is added to the positions of texts.
    let shift: Int64
  }

  private enum Way { case sum, highest, latest, last, none }

  /// The months in their order; those not at hand have nothing reported.
  private let layers: [Layer]
  private let way: Way
  private let isFlag: Bool
  private let isNumber: Bool

  /// An item by its position; `firstText` tells where the texts of each month begin.
  init(_ position: Int, campaign: Campaign, steps: [PeriodStep], firstText: [Int]) {
    let item = campaign.items[position]
    let form = campaign.form(ofItem: position)
    isFlag = item.type == .flag
    isNumber = item.type.decimals != nil
    way =
      switch item.overTime {
      case .sum: isNumber ? .sum : .latest
      case .max: item.type.isOrdered ? .highest : .latest
      // A ledger stands until it is replaced: the last month says all.
      case .latest: campaign.forms[form].ledger == nil ? .latest : .last
      case .none: .none
      }
    layers = steps.enumerated().map { place, step in
      let count = step.levels.count
      let column = step.returns?.columns[position] ?? ItemColumn(count: count)
      return Layer(
        states: column.states, values: column.values,
        asks: (0..<count).map { step.expects[form][$0] && item.filledBy.contains(step.levels[$0]) },
        succession: step.succession, shift: item.type == .text ? Int64(firstText[place]) : 0)
    }
  }

  /// A cell of the period.
  struct Cell {
    var state = CellState.notReported
    var value: Int64 = 0
    /// Whether a month is lacking.
    var isIncomplete = false
    /// Whether the sum does not fit.
    var overflows = false

    /// Takes a sum of values.
    mutating func take(_ sum: Int128) {
      if let value = Int64(exactly: sum) {
        (state, self.value) = (.value, value)
      } else {
        (state, value, overflows) = (.unreadable, 0, true)
      }
    }

    /// Where no month has a value, what is said of the cell: any answer before any reason for none.
    mutating func note(_ other: CellState) {
      if state != .value, PeriodFolding.weight(other) > PeriodFolding.weight(state) { state = other }
    }
  }

  /// The cell of a unit of the period's last month.
  func cell(_ unit: Int) -> Cell {
    switch way {
    case .sum: sum(unit)
    case .highest: highest(unit)
    case .latest: latest(unit)
    case .last: last(unit)
    case .none: Cell(state: .notAsked)
    }
  }

  private static func weight(_ state: CellState) -> Int {
    switch state {
    case .notReported, .notAsked: 0
    case .blank: 1
    case .unreadable: 2
    case .notApplicable: 3
    case .value: 4
    }
  }

  /// The months added.
  private func sum(_ unit: Int) -> Cell {
    var cell = Cell()
    var sum: Int128 = 0
    var hasValue = false
    for layer in layers {
      for found in layer.succession.followed(by: unit) {
        let state = layer.states[Int(found)]
        if state == .value {
          sum += Int128(layer.values[Int(found)])
          hasValue = true
        } else {
          cell.note(state)
          if !state.isAnswered, layer.asks[Int(found)] { cell.isIncomplete = true }
        }
      }
    }
    if hasValue { cell.take(sum) }
    return cell
  }

  /// The highest of all months.
  private func highest(_ unit: Int) -> Cell {
    var cell = Cell()
    for layer in layers {
      for found in layer.succession.followed(by: unit) {
        let state = layer.states[Int(found)]
        if state == .value {
          let value = layer.values[Int(found)]
          cell.value = cell.state == .value ? max(cell.value, value) : value
        }
        cell.note(state)
      }
    }
    return cell
  }

  /// The period's last month as it is.
  private func last(_ unit: Int) -> Cell {
    var cell = Cell()
    guard let layer = layers.last, layer.succession.earlier.month == layer.succession.later.month,
      layer.states.indices.contains(unit)
    else { return cell }
    cell.state = layer.states[unit]
    cell.value = layer.values[unit]
    return cell
  }

  /// The last month that has a value. Where several units went into one, numbers are added, and a flag holds
  /// where it held of any; of other types there is no value of several.
  private func latest(_ unit: Int) -> Cell {
    var cell = Cell()
    for layer in layers.reversed() {
      let units = layer.succession.followed(by: unit)
      for found in units { cell.note(layer.states[Int(found)]) }
      guard cell.state == .value else { continue }
      guard units.count > 1 else {
        cell.value = layer.values[Int(units[units.startIndex])] + layer.shift
        return cell
      }
      return together(units, layer)
    }
    return cell
  }

  /// The cell of a unit that several went into, of a month in which one of these has a value.
  private func together(_ units: ArraySlice<Int32>, _ layer: Layer) -> Cell {
    let valued = units.filter { layer.states[Int($0)] == .value }
    let lacks = units.contains { !layer.states[Int($0)].isAnswered && layer.asks[Int($0)] }
    var cell = Cell()
    if isFlag {
      cell.take(Int128(valued.map { layer.values[Int($0)] }.max() ?? 0))
      // A yes is known whatever the others say.
      cell.isIncomplete = lacks && cell.value == 0
    } else if isNumber {
      cell.take(valued.reduce(Int128(0)) { $0 + Int128(layer.values[Int($1)]) })
      cell.isIncomplete = lacks
    } else {
      cell.state = .blank
    }
    return cell
  }
}

extension ItemType {
  /// Whether one value may be higher than another.
  fileprivate var isOrdered: Bool {
    switch self {
    case .flag, .count, .amount, .date: true
    case .choice, .text, .key: false
    }
  }
}
