import GRDB
import Model

/// Adds what a new reading of a month has changed in a form's returns.
struct ReturnsWriter {
  private let record: MonthRecord
  private let entry: Int
  /// The columns of the form's items, and what texts say.
  private let columns: [ItemColumn]
  private let texts: [String]
  private let table: ReturnTable
  private let isRetyped: Bool
  private var writers: [CellWriter]
  /// For each unit its row; `nil` for none.
  private let images: [ReturnImage?]
  /// The ids of all columns: the form's items, then those of earlier months.
  private let ids: [String]

  init(_ db: Database, _ record: MonthRecord, form: Int, entry: Int) throws {
    self.record = record
    self.entry = entry
    let ofForm = record.campaign.forms[form]
    columns = Array(record.returns.columns[ofForm.items])
    texts = record.returns.texts
    let today = Array(record.campaign.items[ofForm.items])
    (table, isRetyped) = try ReturnTable.grown(
      db, form: ofForm, items: today, month: record.month, entry: entry)
    writers = today.map { CellWriter($0) }
    var maker = ImageMaker(record, form: form)
    var images: [ReturnImage?] = []
    images.reserveCapacity(record.returns.roster.count)
    for unit in 0..<record.returns.roster.count { images.append(try maker.image(unit)) }
    self.images = images
    let known = Set(today.map(\.id))
    ids = today.map(\.id) + table.columns.keys.filter { !known.contains($0) }.sorted()
  }

  /// Compares with what is there and adds what differs.
  mutating func write(_ db: Database) throws {
    let (same, gone) = try compare(db)
    let insert = try insertion(db)
    let roster = record.returns.roster
    for unit in images.indices {
      guard let image = images[unit], !same[unit] else { continue }
      try insert.bind(2, roster.units[unit].code.description)
      try image.bind(insert, from: 4)
      for place in writers.indices { try cell(place, unit).bind(insert, 10 + place) }
      try insert.run()
    }
    for code in gone {
      try insert.bind(2, code.description)
      try ReturnImage.gone.bind(insert, from: 4)
      for place in writers.indices { try insert.bindNull(10 + place) }
      try insert.run()
    }
  }

  /// For each unit whether its latest row is the new one already; and the units whose return is gone.
  private mutating func compare(_ db: Database) throws -> (same: [Bool], gone: [UnitCode]) {
    var same = [Bool](repeating: false, count: images.count)
    var gone: [UnitCode: Bool] = [:]
    let earlier = try Prepared(
      db, "SELECT \(table.selection(ids)) FROM \(table.name) WHERE month = ? ORDER BY unit, entry")
    try earlier.bind(1, record.month.description)
    var last = -1
    while try earlier.step() {
      guard let code = try earlier.code(0) else { continue }
      if let unit = record.returns.roster.index(of: code, after: last), let image = images[unit] {
        last = unit
        same[unit] = !isRetyped && isSame(earlier, unit, image)
      } else {
        gone[code] = !earlier.equals(2, "gone")
      }
    }
    return (same, gone.filter(\.value).keys.sorted())
  }

  private mutating func isSame(_ row: Prepared, _ unit: Int, _ image: ReturnImage) -> Bool {
    guard image.equals(row, from: 2) else { return false }
    for place in ids.indices {
      let cell = place < writers.count ? cell(place, unit) : .null
      if !cell.equals(row, 8 + place) { return false }
    }
    return true
  }

  private mutating func cell(_ place: Int, _ unit: Int) -> StoredCell {
    guard columns[place].states[unit] == .value else { return .null }
    return writers[place].stored(columns[place].values[unit], texts: texts)
  }

  /// The statement that adds a row: the fixed columns, then the form's items.
  private func insertion(_ db: Database) throws -> Prepared {
    let columns = ReturnTable.fixed + ids.prefix(writers.count).map { table.columns[$0] ?? $0 }
    let names = columns.map(Name.quoted).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try Prepared(db, "INSERT INTO \(table.name) (\(names)) VALUES (\(marks))")
    try insert.bind(1, record.month.description)
    try insert.bind(3, entry)
    return insert
  }
}
