import Model

/// `ledgers.csv`: a row for each ledger and unit that it is expected of, itself or of those below it.
public enum LedgersCSV {
  /// The bytes of the file: every unit that the edition has a line of.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    for overview in edition.ledgers {
      let ledger = edition.campaign.ledgers[overview.ledger]
      for line in overview.tree.isEmpty ? overview.lines : overview.tree {
        write(line, ledger, edition, &writer)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "期间", "台账", "台账名称", "单位代码", "单位名称", "层级", "上级代码", "应建单位", "已建单位", "在册", "最早更新", "最近更新",
        "应填项", "已填项", "新增", "撤销", "转入", "转出", "未变动",
      ]
      : [
        "period", "ledger", "label", "unit_code", "unit_name", "level", "parent", "expected", "kept", "rows",
        "oldest", "newest", "cells", "filled", "opened", "closed", "moved_in", "moved_out", "stayed",
      ]
  }

  private static func write(
    _ line: LedgerOverview.Line, _ ledger: Ledger, _ edition: Edition, _ writer: inout CSVWriter
  ) {
    let roster = edition.roster
    let (unit, parent) = (roster.units[line.unit], Int(roster.parent[line.unit]))
    writer.text(edition.period.description)
    writer.text(ledger.id)
    writer.text(ledger.title)
    writer.code(unit.code)
    writer.text(unit.name)
    writer.text(roster.levels[unit.level].id)
    writer.code(parent < 0 ? nil : roster.units[parent].code)
    writer.number(line.expected)
    writer.number(line.kept)
    writer.number(line.rows, decimals: 0)
    writer.text(line.updated?.lowerBound.description ?? "")
    writer.text(line.updated?.upperBound.description ?? "")
    writer.number(line.cells, decimals: 0)
    writer.number(line.filled, decimals: 0)
    for movement in Derived.Movement.allCases { writer.number(line[movement], decimals: 0) }
  }
}

/// `ledger-tables.csv`: a row for each cell of the ledgers' tables.
public enum LedgerTablesCSV {
  /// The bytes of the file, of the edition's unit.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    for overview in edition.ledgers {
      let ledger = edition.campaign.ledgers[overview.ledger]
      for counts in overview.tables { write(counts, ledger, edition, &writer) }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? ["期间", "台账", "表", "表名称", "行", "列", "单位代码", "单位名称", "计量单位", "本期", "上期"]
      : [
        "period", "ledger", "table", "label", "row", "column", "unit_code", "unit_name", "measure", "now",
        "before",
      ]
  }

  private static func write(
    _ counts: LedgerOverview.Counts, _ ledger: Ledger, _ edition: Edition, _ writer: inout CSVWriter
  ) {
    let table = ledger.tables[counts.table]
    let unit = edition.roster.units[edition.unit]
    for place in counts.now.indices {
      let (row, column) = place.quotientAndRemainder(dividingBy: max(table.columns.count, 1))
      writer.text(edition.period.description)
      writer.text(ledger.id)
      writer.text(table.id)
      writer.text(table.label)
      writer.text(row < table.rows.count ? table.rows[row] : "")
      writer.text(column < table.columns.count ? table.columns[column] : "")
      writer.code(unit.code)
      writer.text(unit.name)
      writer.text(place < table.cells.count ? edition.campaign.items[table.cells[place]].measure : "")
      writer.number(counts.now[place], decimals: 0)
      writer.number(counts.before?[place], decimals: 0)
      writer.endRow()
    }
  }
}

extension LedgerOverview.Line {
  /// How many rows became that; `nil` where it is not known.
  subscript(_ movement: Derived.Movement) -> Int64? {
    guard let movements, let place = Derived.Movement.allCases.firstIndex(of: movement),
      place < movements.count
    else { return nil }
    return movements[place]
  }
}
