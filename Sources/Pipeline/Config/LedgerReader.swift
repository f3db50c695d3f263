import Formula
import Model
import Yams

/// Reads the file of a ledger: a form with many rows a unit, and what is derived from them.
struct LedgerReader {
  let forms: FormReader
  let language: Language
  var file: ConfigFile { forms.file }

  /// The most items of a ledger: a table of the history has at most 2,000 columns.
  static let itemLimit = 1_500

  /// A ledger whose form has the position `form` and whose items stand from `firstItem` on; mistakes are in the file.
  func read(_ top: ConfigMap, name: String, form: Int, firstItem: Int) -> FormReading {
    let head = forms.head(top, name: name)
    let (columns, isWhole) = columns(top, head.filledBy)
    var reading = file.reading(whatFollows: !isWhole) { read(top, head, columns, form, firstItem) }
    reading.isWhole = isWhole
    top.finish()
    return reading
  }

  /// All but the columns.
  private func read(
    _ top: ConfigMap, _ head: Form, _ columns: [Item], _ form: Int, _ firstItem: Int
  ) -> FormReading {
    var head = head
    var items = DerivedItems(levels: forms.levels, filledBy: head.filledBy)
    items.addStandard(of: head, language)
    let first = items.derived.count
    for map in top.maps("derived") { addDerived(map, columns, &items) }
    let listed = first..<items.derived.count
    let tables = tables(top, head.id, columns, firstItem, &items)
    var rules: [LedgerRule] = []
    var rowRules: [RowRule] = []
    for map in top.maps("checks") {
      guard let (rule, rowRule) = rule(map, head, columns, &items) else { continue }
      rules.append(rule)
      if let rowRule { rowRules.append(rowRule) }
    }
    if items.count > LedgerReader.itemLimit {
      file.report(.ledger(.items(found: items.count, limit: LedgerReader.itemLimit)), at: top.node)
    }
    var ledger = Ledger(
      id: head.id, title: head.title, form: form, columns: columns, derived: items.derived, tables: tables,
      rules: rowRules)
    readPlaces(top, into: &ledger)
    ledger.listed = listed
    head.items = firstItem..<(firstItem + items.items.count)
    return FormReading(
      file: file, form: head, items: items.items, ledger: ledger, ledgerRules: rules)
  }

  private func columns(_ top: ConfigMap, _ filledBy: SmallSet) -> (columns: [Item], areAll: Bool) {
    let (maps, areMaps) = forms.entries(top, "columns")
    let read = maps.map { column($0, filledBy) }
    let columns = read.map(\.column)
    forms.checkNames(columns, maps)
    return (columns, areMaps && read.allSatisfy(\.isKnown))
  }

  /// A column; texts, and what is personal but no day, are kept as numbers that stand for them.
  private func column(_ map: ConfigMap, _ filledBy: SmallSet) -> (column: Item, isKnown: Bool) {
    let id = map.text("id", required: true) ?? ""
    let given = forms.type(map)
    let asked = given ?? .text
    let personal = map.option("personal", of: Personal.self)
    let type: ItemType = asked == .text || personal != nil && asked != .date ? .key : asked
    let (least, most) = forms.bounds(map, of: asked, named: id)
    if type == .key, least != nil || most != nil, let personal, let node = map.node("personal") {
      file.report(.conflict(least == nil ? "max" : "min", with: "personal: \(personal.rawValue)"), at: node)
    }
    var column = Item(
      id: id, label: map.text("label") ?? id, aliases: map.texts("aliases").map(\.text), type: type,
      measure: map.text("measure") ?? "", filledBy: filledBy, isOptional: map.flag("optional") ?? false,
      least: least, most: most)
    column.personal = personal
    map.finish()
    return (column, given != nil && !id.isEmpty)
  }

  /// What a file says, and by which columns rows are told apart, counted and given to units.
  private func readPlaces(_ top: ConfigMap, into ledger: inout Ledger) {
    ledger.mode = top.option("mode", of: Ledger.Mode.self) ?? .snapshot
    ledger.key = column(top, "key", of: ledger)
    ledger.opened = column(top, "opened", of: ledger, type: .date)
    ledger.closed = column(top, "closed", of: ledger, type: .date)
    if ledger.mode == .changes, !top.has("key") {
      file.report(.missingKey("key", of: "mode: changes"), at: top.node)
    }
    guard let map = top.map("unit") else { return }
    let prefix = map.node("prefix", required: true).flatMap { node in
      file.text(node, key: "prefix").flatMap { column($0, at: node, of: ledger.columns) }
    }
    _ = map.node("length", required: true)
    let length = map.whole("length", in: 1...16)
    map.finish()
    guard let prefix, let length else { return }
    if ledger.columns[prefix].type != .key, let node = map.node("prefix") {
      file.report(.itemType(ledger.columns[prefix].id, needed: ["text"]), at: node)
    }
    ledger.unitPrefix = Ledger.UnitPrefix(column: prefix, length: length)
  }

  /// The column of a key, whose cells must be kept.
  private func column(_ top: ConfigMap, _ key: String, of ledger: Ledger, type: ItemType? = nil) -> Int? {
    guard let node = top.node(key), let name = file.text(node, key: key),
      let found = column(name, at: node, of: ledger.columns)
    else { return nil }
    if ledger.columns[found].personal == .drop {
      file.report(.conflict(key, with: "personal: drop"), at: node)
    } else if let type, ledger.columns[found].type != type {
      file.report(.itemType(name, needed: [type.name]), at: node)
    }
    return found
  }

  /// The column of that id or label.
  func column(_ name: String, at node: Node, of columns: [Item]) -> Int? {
    file.position(
      of: name, at: node, in: columns.map(\.id), what: .column, also: columns.map(\.label))
  }
}
