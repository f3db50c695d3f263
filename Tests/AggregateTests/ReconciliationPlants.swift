import Model
import TestSupport

@testable import Aggregate

/// Random trees in which every statement is right, but for one mistake of a known kind.
struct ReconciliationPlant {
  /// What is planted; on the side of the unit above or of a unit below where both are possible.
  enum Mistake: String, CaseIterable {
    case missingEarlier, missingTwo, missingRejected, superseded, supersededAbove, repeated, late, subtotal,
      stale
    case sumInstead
    case parts, partsDiffer, twiceAbove, twiceBelow, units2, units3, units4
    case transposedAbove, transposedBelow, shiftedAbove, shiftedBelow, droppedAbove, droppedBelow
    case addedAbove, addedBelow

    /// The kind of cause that is to be found.
    var kind: ReconciliationCause.Kind {
      switch self {
      case .missingEarlier, .missingTwo: .missingEarlier
      case .missingRejected: .missingRejected
      case .superseded, .supersededAbove: .superseded
      case .repeated: .repeated
      case .late: .late
      case .subtotal: .subtotal
      case .stale: .stale
      case .sumInstead: .sumInstead
      case .parts: .parts
      case .partsDiffer: .partsDiffer
      case .twiceAbove: .twiceAbove
      case .twiceBelow: .twiceBelow
      case .units2, .units3, .units4: .units
      case .transposedAbove, .transposedBelow: .transposed
      case .shiftedAbove, .shiftedBelow: .shifted
      case .droppedAbove, .droppedBelow: .digitDropped
      case .addedAbove, .addedBelow: .digitAdded
      }
    }
  }

  let campaign: Campaign
  var returns: Returns
  var earlier: [ItemColumn]
  /// The unit whose statement the mistake is about, and the units that the cause is to name.
  var parent = 0
  var units: [Int] = []
  var random: SplitMix64

  /// A nation of 4 to 9 provinces, each of 5 to 16 counties; the whole is the sum of two parts.
  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    var rows = ["0 0 -"]
    for province in 10..<10 + Int.random(in: 4...9, using: &random) {
      rows.append("\(province) 1 0")
      for county in 10..<10 + Int.random(in: 5...16, using: &random) {
        rows.append("\(province)\(county) 2 \(province)")
      }
    }
    let roster = try Fixture.roster(rows)
    var items = ["whole", "left", "right"].map {
      Fixture.item($0, .count, filledBy: [0, 1, 2], overTree: .statement)
    }
    items[0].parts = ["left", "right"]
    campaign = try Fixture.campaign(items: items, indicators: [], filledBy: [0, 1, 2])
    let time = try ReconciliationPlant.time(12)
    let files = [
      Submission(path: "a", size: 0, sha256: "", sender: nil, received: time),
      Submission(
        path: "b", size: 0, sha256: "", sender: nil, received: try ReconciliationPlant.time(13)),
    ]
    returns = Returns(roster: roster, campaign: campaign, submissions: files)
    earlier = []
    for unit in 0..<roster.count {
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(submission: 0, row: Int32(unit + 2))
      guard roster.end[unit] == unit + 1 else { continue }
      for item in 1...2 { returns.columns[item].set(unit, .value, someValue()) }
    }
    restate()
  }

  private static func time(_ hour: Int) throws -> LocalTime {
    guard let time = Day("2016-07-05").flatMap({ LocalTime(day: $0, hour: hour, minute: 0) }) else {
      throw FixtureFault()
    }
    return time
  }

  /// From some hundreds to some hundred thousands.
  private mutating func someValue() -> Int64 {
    Int64.random(in: 100...999, using: &random) * [1, 10, 100][Int.random(in: 0...2, using: &random)]
      + Int64.random(in: 0...99, using: &random)
  }

  /// States every total of the tree anew from the counties.
  private mutating func restate() {
    let roster = returns.roster
    for item in 0...2 {
      for unit in (0..<roster.count).reversed() {
        let value =
          roster.end[unit] == unit + 1
          ? (item == 0
            ? returns.columns[1].values[unit] + returns.columns[2].values[unit]
            : returns.columns[item].values[unit])
          : roster.children(of: unit).reduce(0) { $0 + returns.columns[item].values[$1] }
        returns.columns[item].set(unit, .value, value)
      }
    }
    earlier = returns.columns
    // A month before every number was a little lower.
    for item in earlier.indices {
      earlier[item].values = earlier[item].values.map { $0 - $0 / 16 - 1 }
    }
  }

  func value(_ unit: Int) -> Int64 { returns.columns[0].values[unit] }

  /// Adds to what the unit above states, and to all above it, so that only its own gap shows; to one of its parts
  /// as well, unless only the whole is meant.
  mutating func state(_ added: Int64, onlyWhole: Bool = false) {
    for unit in returns.roster.path(to: parent) {
      for item in onlyWhole ? 0...0 : 0...1 {
        returns.columns[item].set(unit, .value, returns.columns[item].values[unit] + added)
      }
    }
  }

  /// Sets what a unit below states, and a part of it, with nothing changed above.
  mutating func set(_ unit: Int, _ new: Int64) {
    let added = new - value(unit)
    for item in 0...1 {
      returns.columns[item].set(unit, .value, returns.columns[item].values[unit] + added)
    }
  }

  mutating func remove(_ unit: Int) {
    for item in 0...2 { returns.columns[item].set(unit, .notReported) }
    returns.statuses[0][unit] = .missing
    returns.sources[0][unit] = .none
  }

  mutating func keep(_ unit: Int, _ reason: UnusedReturn.Reason, _ value: Int64) {
    returns.unused[0][unit] = [
      UnusedReturn(reason, source: ReturnSource(submission: 0, row: 99), numbers: [value, nil, nil])
    ]
  }
}
