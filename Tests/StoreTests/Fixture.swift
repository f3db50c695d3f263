import Foundation
import Model
import TestSupport

@testable import Store

struct FixtureFault: Error {}

/// A folder that is there for the time of one test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/yuebao-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of the history in it.
  var history: String { path + "/history.sqlite" }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + name).map { Array($0) }
  }
}

/// Small campaigns, registries and additions.
enum Fixture {
  static func levels() throws -> Levels {
    guard
      let levels = Levels(
        ["nation", "county", "township"].map { Level(id: $0, label: $0) })
    else { throw FixtureFault() }
    return levels
  }

  static func code(_ text: String) throws -> UnitCode {
    guard let code = UnitCode(text) else { throw FixtureFault() }
    return code
  }

  static func month(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw FixtureFault() }
    return month
  }

  static func time(_ minutes: Int) -> LocalTime { LocalTime(minutes: 24_000_000 + minutes) }

  /// A name for bytes that serves as their hash: the history does not make hashes.
  static func sha256(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }

  /// Counties of `10`, each with townships; every unit that `keeps` says no to is left out.
  static func roster(
    counties: Int, townships: Int, month: Month, keeps: (Int) -> Bool = { _ in true }
  ) throws -> Roster {
    var rows: [RegistryRow] = [try row("10", 0, nil)]
    for county in 0..<counties {
      let above = "10" + Digits.padded(county, 4)
      rows.append(try row(above, 1, "10"))
      for township in 0..<townships where keeps(county * townships + township) {
        rows.append(try row(above + Digits.padded(township, 3), 2, above))
      }
    }
    return try Registry(levels: try levels(), groups: [], rows: rows).roster(in: month)
  }

  private static func row(_ code: String, _ level: Int, _ parent: String?) throws -> RegistryRow {
    RegistryRow(
      code: try self.code(code), name: "单位" + code, short: "", level: level,
      parent: try parent.map(self.code),
      groups: SmallSet(), from: try month("2000-01"), to: nil, successor: nil, line: 2)
  }

  static func item(_ id: String, _ type: ItemType, filledBy: [Int] = [1, 2]) -> Item {
    Item(id: id, label: "项目" + id, type: type, filledBy: SmallSet(filledBy))
  }

  /// A campaign whose forms have those items.
  static func campaign(_ forms: [(id: String, items: [Item])]) throws -> Campaign {
    var items: [Item] = []
    var made: [Form] = []
    for form in forms {
      let first = items.count
      items += form.items
      made.append(
        Form(id: form.id, title: form.id, filledBy: SmallSet([1, 2]), group: nil, items: first..<items.count))
    }
    return Campaign(
      name: "测试", title: "测试", organisation: "办公室", language: .zh, levels: try levels(), groups: [],
      deadline: Deadline(dayOfMonth: 5, monthsAfter: 1, holidays: []), utcOffset: 480, forms: made,
      items: items,
      indicators: [], bulletin: BulletinPlan(), gate: Gate())
  }

  /// An arrival of a few bytes.
  static func arrival(
    _ id: Int, _ month: Month, path: String? = nil, sender: UnitCode? = nil, received: Int = 0
  ) -> AddedArrival {
    let bytes = Array("file \(id)\n".utf8)
    return AddedArrival(
      Arrival(
        id: id, month: month, path: path ?? "f\(id).csv", sha256: sha256(id), size: bytes.count,
        sender: sender,
        received: time(received)), bytes: bytes)
  }

  static func addition(_ minutes: Int = 0) -> Addition {
    Addition(recorded: time(minutes), version: "0.3.0")
  }

  static func finding(_ file: String, row: Int = 1, _ message: String = "m") -> StoredFinding {
    StoredFinding(
      code: "unit-unknown", severity: .query, place: Place(file: file, sheet: "S", row: row, column: 2),
      unit: UnitCode("10"), item: "项目", value: "x", message: message)
  }
}
