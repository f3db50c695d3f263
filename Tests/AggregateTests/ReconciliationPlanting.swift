import Model
import TestSupport

@testable import Aggregate

extension ReconciliationPlant {
  /// Plants a mistake at a random province; `false` where the tree has no place for it.
  mutating func plant(_ mistake: Mistake) -> Bool {
    let provinces = returns.roster.children(of: 0)
    guard let chosen = provinces.randomElement(using: &random) else { return false }
    parent = chosen
    let children = returns.roster.children(of: parent).shuffled(using: &random)
    units = [children[0]]
    switch mistake {
    case .missingEarlier, .missingTwo, .missingRejected: leaveOut(mistake, children)
    case .superseded, .supersededAbove, .repeated, .late: send(mistake, children[0])
    case .subtotal: return plantSubtotal()
    case .stale:
      for item in 0...1 { earlier[item].set(units[0], .value, returns.columns[item].values[units[0]] + 40) }
      state(40)
    case .sumInstead:
      // The province is wrong, and the nation took the sum of its counties.
      units = [parent]
      let nation = value(0)
      set(parent, value(parent) + Int64.random(in: 10...500, using: &random))
      parent = 0
      return value(0) == nation
    case .parts, .partsDiffer: plantParts(mistake)
    case .twiceAbove: state(value(units[0]))
    case .twiceBelow: state(-value(units[0]))
    case .units2: leaveOutOfTotal(children.prefix(2))
    case .units3: leaveOutOfTotal(children.prefix(3))
    case .units4: leaveOutOfTotal(children.prefix(4))
    case .transposedAbove, .shiftedAbove, .droppedAbove, .addedAbove:
      units = [parent]
      let wrong = slip(mistake.kind, value(parent))
      state(wrong - value(parent))
      return wrong > 0
    case .transposedBelow, .shiftedBelow, .droppedBelow, .addedBelow:
      let wrong = slip(mistake.kind, value(units[0]))
      set(units[0], wrong)
      return wrong > 0
    }
    return true
  }

  private mutating func leaveOut(_ mistake: Mistake, _ children: [Int]) {
    units = Array(children.prefix(mistake == .missingTwo ? 2 : 1)).sorted()
    for unit in units {
      if mistake == .missingRejected {
        keep(unit, .contradicted, value(unit))
      } else {
        for item in 0...2 { earlier[item].set(unit, .value, returns.columns[item].values[unit]) }
      }
      remove(unit)
    }
  }

  private mutating func send(_ mistake: Mistake, _ child: Int) {
    switch mistake {
    case .superseded:
      keep(child, .superseded, value(child))
      set(child, value(child) + Int64.random(in: 1...500, using: &random))
    case .supersededAbove:
      units = [parent]
      keep(parent, .superseded, value(parent))
      state(Int64.random(in: 1...500, using: &random))
    case .repeated:
      keep(child, .repeated, value(child))
      state(value(child))
    default:
      returns.sources[0][child] = ReturnSource(submission: 1, row: 2)
      state(-value(child))
    }
  }

  /// Makes a unit's value the sum of some that follow it, after the total was made without it.
  private mutating func plantSubtotal() -> Bool {
    let children = returns.roster.children(of: parent)
    let first = Int.random(in: 0..<children.count - 3, using: &random)
    units = [children[first]]
    let length = Int.random(in: 2...3, using: &random)
    let sum = children[first + 1...first + length].reduce(0) { $0 + value($1) }
    state(-value(units[0]))
    set(units[0], sum)
    return true
  }

  /// The whole is wrong and its parts are right; or one of them is wrong, too.
  private mutating func plantParts(_ mistake: Mistake) {
    units = [parent]
    state(Int64.random(in: 1...500, using: &random), onlyWhole: true)
    guard mistake == .partsDiffer else { return }
    let right = returns.columns[2].values[parent]
    for unit in returns.roster.path(to: parent) {
      returns.columns[2].set(unit, .value, returns.columns[2].values[unit] + right % 1000 + 501)
    }
  }

  private mutating func leaveOutOfTotal(_ set: ArraySlice<Int>) {
    units = set.sorted()
    state(-set.reduce(0) { $0 + value($1) })
  }

  /// A number with a slip in it; 0 where it has no place for one.
  private mutating func slip(_ kind: ReconciliationCause.Kind, _ right: Int64) -> Int64 {
    var digits = Array(String(right))
    let place = Int.random(in: 0..<digits.count - 1, using: &random)
    switch kind {
    case .transposed:
      guard digits[place] != digits[place + 1], place > 0 || digits[1] != "0" else { return 0 }
      digits.swapAt(place, place + 1)
    case .digitDropped:
      guard place > 0 || digits[1] != "0" else { return 0 }
      digits.remove(at: place)
    case .digitAdded:
      digits.insert(Character(String(Int.random(in: 1...9, using: &random))), at: place)
    default: return right * [10, 100, 10_000][Int.random(in: 0...2, using: &random)]
    }
    // Leaving out a 0 may be the same as dividing by ten.
    guard let wrong = Int64(String(digits)), right % wrong > 0, wrong % right > 0 else { return 0 }
    return wrong
  }
}
