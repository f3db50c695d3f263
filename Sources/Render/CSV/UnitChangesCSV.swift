import Model

/// `units-changed.csv`: a row a unit that came, went or changed between two months.
public enum UnitChangesCSV {
  /// The bytes of the file; only its headings where the edition is compared with nothing.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    for change in edition.comparison?.units ?? [] {
      writer.text(edition.language == .zh ? change.kind.label(.zh) : change.kind.rawValue)
      write(change.before, edition, &writer)
      write(change.after, edition, &writer)
      writer.text(change.detail.before)
      writer.text(change.detail.after)
      writer.endRow()
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? ["变动", "原代码", "原名称", "原层级", "现代码", "现名称", "现层级", "原上级或分组", "现上级或分组"]
      : [
        "kind", "code_before", "name_before", "level_before", "code_after", "name_after", "level_after",
        "detail_before", "detail_after",
      ]
  }

  private static func write(
    _ named: UnitChange.NamedCode?, _ edition: Edition, _ writer: inout CSVWriter
  ) {
    writer.text(named?.code.description ?? "")
    writer.text(named?.name ?? "")
    writer.text(named.map { edition.roster.levels[$0.level].id } ?? "")
  }
}
