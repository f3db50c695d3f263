import Model
import Render

/// Whole outputs as texts.
enum Printed {
  /// The bulletin; its charts are goldens of their own.
  static func bulletin(_ edition: Edition) -> String {
    MarkdownRenderer.render(Bulletin.document(edition), language: edition.language, charts: false)
  }

  static func diff(_ edition: Edition) -> String {
    MarkdownRenderer.render(DiffDocument.build(edition), language: edition.language)
  }

  /// A table without its byte order mark, its lines ended by line feeds.
  static func csv(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.dropFirst(3).filter { $0 != 0x0D }, as: UTF8.self)
  }

  /// The section with that heading, without the heading.
  static func section(_ heading: String, of edition: Edition) -> [String] {
    let section = Bulletin.document(edition).sections.first { $0.heading == heading }
    return (section?.blocks ?? []).flatMap { block -> [String] in
      switch block {
      case .heading(let text): return ["# " + text]
      case .paragraph(let text): return [text]
      case .list(let items): return items
      case .grid(let grid):
        return grid.rows.map { row in row.cells.map { $0.text(edition.language) }.joined(separator: "|") }
      case .chart(let chart): return [chart.title, chart.note]
      }
    }
  }
}
