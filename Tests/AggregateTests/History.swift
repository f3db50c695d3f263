import Model
import TestSupport

@testable import Aggregate

/// A random registry of months from 2016-01 on: after 2016-02 units were renamed, moved, regrouped, recoded,
/// merged, closed and founded, and since 2016-04 all is as it became. In 2016-03 there are but the top and codes
/// by way of which some successors are reached.
struct History {
  struct Node {
    var level: Int
    var parent: String?
    var group: Bool
    var name: String
  }

  static let first = "2016-01"
  static let last = "2016-04"
  var before: [String: Node] = ["u0": Node(level: 0, parent: nil, group: false, name: "u0")]
  var after: [String: Node] = [:]
  /// Where the units went that changed their code; an empty text where nothing follows them.
  var went: [String: String] = [:]

  init(_ random: inout SplitMix64) {
    for number in 1...Int.random(in: 4..<40, using: &random) {
      let parent = pick(before.filter { $0.value.level < 3 }, &random)
      let level = Int.random(in: ((before[parent]?.level ?? 0) + 1)...3, using: &random)
      before["u\(number)"] = Node(
        level: level, parent: parent, group: Bool.random(using: &random), name: "u\(number)")
    }
    after = before
    for number in 0..<Int.random(in: 0..<12, using: &random) { happen(number, &random) }
  }

  private func pick(_ nodes: [String: Node], _ random: inout SplitMix64) -> String {
    nodes.keys.sorted().randomElement(using: &random) ?? "u0"
  }

  /// One thing that happens to one unit that has not changed its code.
  private mutating func happen(_ number: Int, _ random: inout SplitMix64) {
    let code = pick(after.filter { $0.key != "u0" && before[$0.key] != nil }, &random)
    guard var node = after[code], code != "u0" else { return }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: node.name += "x"
    case 1: node.parent = pick(after.filter { $0.value.level < node.level }, &random)
    case 2: node.group.toggle()
    case 3: return leave(code, to: "", &random)
    case 4, 5:
      let target = pick(after.filter { $0.key != code }, &random)
      return leave(code, to: target, &random)
    case 6:
      after["r\(number)"] = node
      return leave(code, to: "r\(number)", &random)
    default:
      let parent = pick(after.filter { $0.value.level < 3 }, &random)
      after["n\(number)"] = Node(
        level: Int.random(in: ((after[parent]?.level ?? 0) + 1)...3, using: &random), parent: parent,
        group: Bool.random(using: &random), name: "n\(number)")
      return
    }
    after[code] = node
  }

  private mutating func leave(_ code: String, to target: String, _ random: inout SplitMix64) {
    after[code] = nil
    went[code] = target
    for (below, node) in after where node.parent == code {
      let fits = (after[target]?.level ?? 9) < node.level
      after[below]?.parent = fits ? target : "u0"
    }
  }

  /// The unit of the later month that a code of the earlier one leads to.
  func end(of code: String) -> String? {
    var next = code
    while after[next] == nil {
      guard let target = went[next], !target.isEmpty else { return nil }
      next = target
    }
    return next
  }

  func registry(_ random: inout SplitMix64) throws -> Registry {
    var rows: [RegistryRow] = []
    func add(_ code: String, _ node: Node, _ from: String, _ to: String?, _ next: String?) throws {
      var row = try Fixture.row("\(code) \(node.level) \(node.parent ?? "-")", line: rows.count + 2)
      row.name = node.name
      row.groups = SmallSet(node.group ? [0] : [])
      row.from = try Fixture.month(from)
      row.to = try to.map(Fixture.month)
      row.successor = try next.map(Fixture.code)
      rows.append(row)
    }
    for (code, node) in before.sorted(by: { $0.key < $1.key }) {
      let target = went[code].flatMap { $0.isEmpty ? nil : $0 }
      if let target, code.hasSuffix("3") {
        // By way of a code of the months between.
        try add(code, node, Self.first, "2016-02", "m" + code)
        let between = Node(level: 3, parent: "u0", group: false, name: "m")
        try add("m" + code, between, "2016-03", "2016-03", target)
      } else {
        try add(code, node, Self.first, "2016-02", target)
      }
    }
    for (code, node) in after.sorted(by: { $0.key < $1.key }) {
      try add(code, node, code == "u0" ? "2016-03" : Self.last, nil, nil)
    }
    return try Registry(levels: try Fixture.levels(), groups: ["g"], rows: rows)
  }

  /// Random cells, and a return wherever a unit has one.
  static func returns(
    _ roster: Roster, _ campaign: Campaign, _ random: inout SplitMix64
  ) -> Returns {
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    for unit in 0..<roster.count where Int.random(in: 0..<5, using: &random) > 0 {
      if returns.statuses[0][unit] == .missing { returns.statuses[0][unit] = .accepted }
      for (position, item) in campaign.items.enumerated() {
        guard item.filledBy.contains(roster.units[unit].level) else { continue }
        let state = CellState.allCases[Int.random(in: 2..<6, using: &random)]
        let value = Int64.random(in: 0...(item.type == .flag ? 1 : 1000), using: &random)
        returns.columns[position].set(unit, Bool.random(using: &random) ? .value : state, value)
      }
    }
    return returns
  }
}
